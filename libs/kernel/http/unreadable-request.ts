import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Problem, type ProblemType } from '@weerbaar/kernel/problems';
import { presentProblem, problemMediaType } from './problem.filter.js';
import type { Headers } from './response-headers.js';

/** What the server says went wrong, where that is not simply that it could not be read. */
const byCode: Readonly<Record<string, ProblemType>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/**
 * Refuses bytes that are no request, or that never become a whole one. There is no request to answer
 * then, nor a language that was asked for, so the answer is written by hand, and the connection ends:
 * where the next request would begin can't be known.
 */
export function refuseUnreadable(headers: Headers) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    if (socket.writable)
      socket.write(answer(new Problem(byCode[error.code ?? ''] ?? 'malformed-request'), headers));
    socket.destroy(error);
  };
}

function answer(problem: Problem, headers: Headers): string {
  const body = JSON.stringify(presentProblem(problem, 'nl', randomUUID()));
  const all = {
    ...headers,
    'content-type': `${problemMediaType}; charset=utf-8`,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n${lines.join('')}\r\n${body}`;
}
