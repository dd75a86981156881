import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language, Localised } from '@weerbaar/core/figures';
import { codeOf, faultForLog, Problem, type ProblemType, problemTypes } from '@weerbaar/kernel/problems';

export const problemMediaType = 'application/problem+json';

/** Statuses of the framework itself (routing, body parsing, limits) and the problem they mean. */
const byStatus: Readonly<Record<number, ProblemType>> = {
  401: 'sign-in-failed',
  403: 'not-permitted',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

/** Refusals of the database that mean something to the caller. All other ones are faults of ours. */
const bySqlState: Readonly<Record<string, ProblemType>> = {
  // unique_violation, foreign_key_violation: somebody was first, or it is still used.
  '23505': 'conflict',
  '23503': 'conflict',
  // lock_not_available, deadlock, serialisation: try again.
  '40001': 'conflict',
  '40P01': 'conflict',
  // Raised by our own triggers: what was adopted does not change.
  WB001: 'conflict',
};

/** How failures leave below an address where a protocol has a form of its own for them. */
export interface FailureFormat {
  /** Beginning of the addresses, with a slash at its end. */
  readonly below: string;
  readonly mediaType: string;
  headers(problem: Problem): Readonly<Record<string, string>>;
  present(problem: Problem, language: Language): object;
}

/** Every failure leaves as problem details (RFC 9457), in the language asked for; Dutch unless English is preferred. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly formats: readonly FailureFormat[] = []) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = this.problemOf(error, request);
    if (reply.sent) return;
    if (problem.retryAfterSeconds) void reply.header('retry-after', problem.retryAfterSeconds);
    const language = preferredLanguage(request);
    const format = this.formats.find(({ below }) => request.url.startsWith(below));
    void reply
      .status(problem.status)
      .headers(format?.headers(problem) ?? {})
      .header('content-type', format?.mediaType ?? problemMediaType)
      .send(
        JSON.stringify(format?.present(problem, language) ?? presentProblem(problem, language, request.id)),
      );
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof Problem) return error;
    const type = typeByStatus(statusOf(error)) ?? bySqlState[codeOf(error) ?? ''];
    if (type) return new Problem(type);
    // The route pattern, never the address itself: addresses may hold ids.
    const route = request.routeOptions.url ?? 'unknown route';
    this.logger.error(`${request.id} ${request.method} ${route} ${faultForLog(error)}`);
    return new Problem('unexpected-error');
  }
}

/** Whatever else the framework holds against a request, it could not be read. */
function typeByStatus(status = 0): ProblemType | undefined {
  return byStatus[status] ?? (status >= 400 && status < 500 ? 'malformed-request' : undefined);
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (
    typeof error === 'object' &&
    error !== null &&
    'statusCode' in error &&
    typeof error.statusCode === 'number'
  ) {
    return error.statusCode;
  }
  return undefined;
}

export function preferredLanguage(request: { headers: { 'accept-language'?: string } }): Language {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'nl';
}

export function presentProblem(problem: Problem, language: Language, correlationId: string): object {
  const say = (text: Localised): string => text[language];
  const title = say(problemTypes[problem.type].title);
  return {
    type: `/api/v1/problems/${problem.type}`,
    title,
    status: problem.status,
    detail: problem.detail ? say(problem.detail) : title,
    instance: `urn:uuid:${correlationId}`,
    ...(problem.faults.length > 0
      ? { errors: problem.faults.map(({ path, code, message }) => ({ path, code, message: say(message) })) }
      : {}),
  };
}
