import { DatabaseUnavailable } from '@hemgang/cases';
import type { ProblemCode } from '@hemgang/kernel';
import type { Logger } from '@hemgang/observability';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language';
import { notFoundAt } from './not-found';
import { problemDocument, PROBLEM_MEDIA_TYPE } from './problem';
import { Refused } from './refused';
import type { RouteTable } from './route-table';

/** A restarted database answers within seconds; who waits this long seldom has to wait twice. */
const RETRY_AFTER_SECONDS = '5';

/** What the framework itself refuses, by status; its every other 4xx is a malformed request. */
const CODES: Readonly<Record<number, ProblemCode>> = {
  413: 'BODY_TOO_LARGE',
  415: 'MEDIA_TYPE_UNSUPPORTED',
};

/** The one place where a failed request gets its answer: problem+json in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: RouteTable,
    private readonly logger: Logger,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(exception, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(exception: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { refusal, headers } = this.refusedBy(exception, request);
    const language = languageOf(request.headers['accept-language']);
    const problem = problemDocument(refusal, language);
    // The framework would hang up on a body it refuses, and whoever still sends it would find the
    // connection broken instead of this answer. Node reads the rest and throws it away.
    reply.removeHeader('connection');
    void reply
      .status(problem.status)
      .headers({ ...headers, 'content-language': language })
      .type(PROBLEM_MEDIA_TYPE)
      .send(JSON.stringify(problem));
  }

  private refusedBy(exception: unknown, request: FastifyRequest): Refused {
    if (exception instanceof Refused) return exception;
    if (exception instanceof DatabaseUnavailable) {
      this.logger.warn({ err: exception }, 'database unavailable');
      return new Refused({ code: 'UNAVAILABLE' }, { 'retry-after': RETRY_AFTER_SECONDS });
    }
    const status = exception instanceof HttpException ? exception.getStatus() : 500;
    if (status === 404) return notFoundAt(this.routes, request);
    if (status < 500) return new Refused({ code: CODES[status] ?? 'MALFORMED_REQUEST' });
    this.logger.error({ err: exception }, 'request failed');
    return new Refused({ code: 'INTERNAL' });
  }
}
