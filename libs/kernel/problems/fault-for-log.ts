/**
 * What happened and where in the code, for the log of a process. Without the message when the database
 * or the framework made it (those have a code): such messages quote values, and values may be names.
 */
export function faultForLog(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = codeOf(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const what = code ? `${error.name} ${code}` : `${error.name}: ${error.message}`;
  return [what, ...frames].join('\n');
}

/** SQLSTATE of a database error, code of a framework or system error. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
