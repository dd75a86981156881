import type { TFunction } from 'i18next';
import { type FieldValues, get, type Path, type UseFormReturn } from 'react-hook-form';
import { isProblem, ProblemError, UnreachableError } from '../api/problem.js';

/** What went wrong, in a few words. */
export function faultTitle(error: unknown, t: TFunction): string {
  if (error instanceof ProblemError) return error.problem.title;
  return error instanceof UnreachableError ? t('states.offlineTitle') : t('states.errorTitle');
}

/** Puts what the server has against the input at its fields, and the rest above the form. */
export function showFaults<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
  t: TFunction,
): void {
  const tell = (path: Path<Values> | 'root', message: string): void =>
    form.setError(path, { type: 'server', message });
  if (!(error instanceof ProblemError)) {
    const isGone = error instanceof UnreachableError;
    tell('root', isGone ? t('states.offline') : t('states.unexpected'));
    // Ours: whoever looks after the pages has to see it.
    if (!isGone) throw error;
    return;
  }
  const { errors = [], detail } = error.problem;
  const values = form.getValues();
  const isField = (path: string): path is Path<Values> => get(values, path) !== undefined;
  if ('file' in values && isProblem(error, 'too-large', 'unsupported-media-type'))
    tell('file' as Path<Values>, detail);
  else if (errors.length === 0) tell('root', detail);
  const elsewhere: string[] = [];
  for (const { path, message } of errors)
    if (isField(path)) tell(path, message);
    else elsewhere.push(message);
  if (elsewhere.length > 0) tell('root', elsewhere.join(' '));
}

interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/**
 * All that is wrong below one name, in the order of the fields: a field has one fault, and what holds fields, such as
 * a list of steps, has those of all of them.
 */
export function faultsAt(errors: unknown, path: string): readonly FieldFault[] {
  if (typeof errors !== 'object' || errors === null) return [];
  if ('type' in errors && typeof errors.type === 'string') {
    const { message } = errors as { message?: string };
    return message ? [{ path, message }] : [];
  }
  return Object.entries(errors).flatMap(([name, below]) => faultsAt(below, `${path}.${name}`));
}
