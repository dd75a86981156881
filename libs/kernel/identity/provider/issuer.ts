/** Trying out, and tests: what is sent there does not leave the machine. */
const ownMachine = new Set(['localhost', '127.0.0.1']);

/** Whether this can be the name of an identity provider: an https address, without anything after its path. */
export function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (/[?#\s]/.test(text) || username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && ownMachine.has(hostname));
}
