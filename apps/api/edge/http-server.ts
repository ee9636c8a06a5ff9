import type { IncomingMessage } from 'node:http';
import { SECOND_MS } from '@hemgang/kernel';
import { traceIdOf } from '@hemgang/observability';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { answerBrokenRequest } from './broken-request';
import type { EdgeSettings } from './edge-settings';
import type { ProblemFilter } from './problem.filter';
import { Refused } from './refused';
import { setStandingHeaders } from './standing-headers';

/** Headers fit one packet or two; who needs longer for them holds the door (slow-loris). */
export const HEADERS_MS_MAX = 10 * SECOND_MS;

/** A request that has not arrived whole after this is no ward's slow network but a held door. */
const REQUEST_MS_MAX = 30 * SECOND_MS;

/** How often connections are looked through for those two limits; Node's own 30 s would double them. */
export const LOOK_MS = 2 * SECOND_MS;

/** Longer than proxies keep idle connections to us, so that none of them finds one just closed. */
const KEEP_ALIVE_MS = 72 * SECOND_MS;

/** Cookies, a token and what browsers tell are a tenth of it. */
const HEADER_BYTES_MAX = 16 * 1024;

/**
 * More connections than a county has screens. Beyond it new ones are closed at once, instead of
 * using up what the process may open and stopping it from reaching its database.
 */
const CONNECTIONS_MAX = 5_000;

/** No address of ours is longer; addresses with more are unknown, not special. */
const PARAMETER_LENGTH_MAX = 2_000;

/** The HTTP server with its limits; whatever it refuses by itself is refused as everything else is. */
export function httpServer(
  problems: ProblemFilter,
  mode: 'demo' | 'production',
  { trustedProxies, publicUrl }: EdgeSettings,
): FastifyAdapter {
  const adapter = new FastifyAdapter({
    trustProxy: [...trustedProxies],
    genReqId: ({ headers }: IncomingMessage) => traceIdOf(headers['traceparent']?.toString()),
    requestTimeout: REQUEST_MS_MAX,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // Requests on open connections are finished while the process stops, not refused.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    http: {
      // Node would answer a missing host itself, without a problem document; a hook does it.
      requireHostHeader: false,
      headersTimeout: HEADERS_MS_MAX,
      connectionsCheckingInterval: LOOK_MS,
      maxHeaderSize: HEADER_BYTES_MAX,
    },
    routerOptions: { maxParamLength: PARAMETER_LENGTH_MAX },
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) =>
      answerBrokenRequest(error, socket, mode),
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      setStandingHeaders(request, reply, mode);
      problems.answer(new Refused({ code: 'MALFORMED_REQUEST' }), request, reply);
    },
  });
  const fastify = adapter.getInstance();
  fastify.server.maxConnections = CONNECTIONS_MAX;
  // Node would refuse an unknown `Expect` with a bare 417; RFC 9110 10.1.1 lets us pass over it.
  fastify.server.on('checkExpectation', (request, response) =>
    fastify.server.emit('request', request, response),
  );
  fastify.decorate('isReachedOverTls', publicUrl?.startsWith('https:') ?? false);
  return adapter;
}
