import { inTrace, type Logger, type Metrics } from '@hemgang/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** For addresses that no route has: a caller could otherwise make as many labels as it likes. */
const NO_ROUTE = 'none';

const MS_PER_SECOND = 1_000;

/** Notes an answered request in the log and in the figures. The address itself is in neither. */
export function noteAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
  metrics: Metrics,
): void {
  const { method } = request;
  const { statusCode: status, elapsedTime: ms } = reply;
  const route = (request.is404 ? undefined : request.routeOptions.url) ?? NO_ROUTE;
  metrics.requestAnswered({ method, route, status, seconds: ms / MS_PER_SECOND });
  // The end of an answer is heard outside the context in which the request was handled.
  inTrace(request.id, () => logger.info({ method, route, status, ms: Math.round(ms) }, 'answered'));
}
