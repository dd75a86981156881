import createClient from 'openapi-fetch';
import { endSession, markSeen } from '../sign-in/session-end.js';
import { currentLanguage } from '../texts/index.js';
import { isProblem, type ProblemDetails, ProblemError, UnreachableError } from './problem.js';
import type { components, paths } from './schema.js';

export type Schemas = components['schemas'];

const client = createClient<paths>({ baseUrl: '/api/v1' });
client.use({
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    return request;
  },
  onResponse({ response }) {
    if (response.status !== 401) markSeen();
  },
  onError() {
    return new UnreachableError();
  },
});

export { client as api };

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of an answer that went well.
 * @throws ProblemError with what the server has against it, UnreachableError without an answer.
 */
export async function answerOf<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (response.ok) return data as Data;
  const fault = new ProblemError(isProblemDetails(error) ? error : unreadable(response));
  // Whoever was signed in and is no longer is told so in a dialog over the page; see sign-in/session-ended.tsx.
  if (isProblem(fault, 'not-signed-in')) endSession();
  throw fault;
}

function isProblemDetails(error: unknown): error is ProblemDetails {
  return typeof error === 'object' && error !== null && 'type' in error && 'title' in error;
}

/** Something between us and the server answered, such as a proxy. */
function unreadable({ status, statusText }: Response): ProblemDetails {
  const title = statusText || String(status);
  return { type: 'about:blank', title, status, detail: title, instance: 'about:blank' };
}
