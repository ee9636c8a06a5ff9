import { once } from 'node:events';
import { Server as NetServer } from 'node:net';
import { setImmediate as immediately, setTimeout as pause } from 'node:timers/promises';
import fastifyStatic from '@fastify/static';
import type { Service } from '@hemgang/cases';
import type { Config } from '@hemgang/config';
import { SECOND_MS } from '@hemgang/kernel';
import { inTrace, Metrics, NestLogger, type Logger } from '@hemgang/observability';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { ApiModule } from './api.module';
import { noteAnswer } from './edge/answered';
import { readOnlyJson } from './edge/body';
import { DEMO_EDGE, type EdgeSettings } from './edge/edge-settings';
import { httpServer } from './edge/http-server';
import { InFlight } from './edge/in-flight';
import { notFoundAt } from './edge/not-found';
import { ProblemFilter } from './edge/problem.filter';
import { RateGuard } from './edge/rate-guard';
import { Refused } from './edge/refused';
import { RouteTable } from './edge/route-table';
import { refuseOtherSites } from './edge/same-site';
import { askWhoCalls } from './edge/session';
import { setStandingHeaders } from './edge/standing-headers';
import { apiDocument } from './openapi/document';
import { watchDeliveries } from './operations/watch-deliveries';
import { watchWebhooks } from './operations/watch-webhooks';
import { Streams } from './stream/streams';
import { webFiles, type WebFiles } from './web/web-files';

/**
 * So long open connections are kept after the door is shut, and every answer on them says
 * `Connection: close`: who is about to use one again does not find it broken.
 */
const NOTICE_MS = 1_000;

/** Whoever stops us kills us after three seconds; what is not answered by then is cut here. */
const DRAIN_MS_MAX = 1_500;

export interface ApiOptions {
  readonly service: Service;
  readonly mode: Config['mode'];
  readonly logger: Logger;
  /** The web app to serve; that of the checkout when left out. */
  readonly web?: WebFiles;
  /** How it meets the outside; as a demo does when left out. */
  readonly edge?: EdgeSettings;
}

/** The API, put together. */
export interface Api {
  readonly app: NestFastifyApplication;
  /**
   * Takes no more connections, tells who has one to go elsewhere, ends the streams and settles
   * when what is under way is answered.
   */
  stop(): Promise<void>;
}

/** Puts the API together. It does not listen yet. */
export async function createApi(options: ApiOptions): Promise<Api> {
  const { service, mode, logger, web = webFiles(__dirname), edge = DEMO_EDGE } = options;
  const metrics = new Metrics();
  const workflows = service.registry.newest;
  const routes = new RouteTable(workflows.map(({ path }) => path));
  const problems = new ProblemFilter(routes, logger);
  const adapter = httpServer(problems, mode, edge);
  const fastify = adapter.getInstance();
  routes.watch(fastify);
  readOnlyJson(fastify);
  await fastify.register(fastifyStatic, { root: web.folder, serve: false });
  const inFlight = new InFlight();
  fastify.addHook('onRequest', async (_request, reply) => inFlight.add(reply.raw));
  fastify.addHook('onSend', async (_request, reply) => {
    if (inFlight.isLast) void reply.header('connection', 'close');
  });
  addHooks(fastify, options, routes, metrics);
  const document = apiDocument(workflows, mode);
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.of({ service, metrics, document, webFiles: web, edge }),
    adapter,
    { logger: new NestLogger(logger), bodyParser: false, abortOnError: false },
  );
  app.useGlobalFilters(problems);
  const streams = app.get(Streams);
  service.onRing((topic) => {
    if (topic === 'stream') streams.sendNews();
    if (topic === 'drafts') void streams.sendDrafts();
    // Somebody may be out: nothing more must reach her.
    if (topic === 'sessions' || topic === 'directory') streams.lookWhoIsThere();
  });
  metrics.gauge('hemgang_streams_open', 'Open server-sent event streams.', () => streams.count);
  watchService(metrics, service);
  watchDeliveries(metrics, service);
  watchWebhooks(metrics, service);
  await app.init();
  return { app, stop: () => stop(app, inFlight) };
}

/**
 * What is to be seen from outside when nobody brings the notices, or some cannot be brought, or the
 * machine's clock is wrong.
 */
function watchService(metrics: Metrics, { outbox, clock }: Service): void {
  metrics.gauge(
    'hemgang_clock_skew_seconds',
    "How far this machine's clock is ahead of the database's; nothing is computed with it.",
    () => clock.skewMs / SECOND_MS,
  );
  metrics.gauge(
    'hemgang_outbox_waiting',
    'Outbox rows whose effect is not stored yet.',
    async () => (await outbox.backlog()).waiting,
  );
  metrics.gauge(
    'hemgang_outbox_parked',
    'Outbox rows laid aside after repeated failures; somebody must look at them.',
    async () => (await outbox.backlog()).parked,
  );
}

async function stop(app: NestFastifyApplication, inFlight: InFlight): Promise<void> {
  inFlight.isLast = true;
  const server = app.getHttpServer();
  const empty = once(server, 'close');
  // That of node:http would cut the connections that are idle at this moment, too.
  NetServer.prototype.close.call(server);
  await Promise.race([empty, pause(NOTICE_MS)]);
  // After a timer Node reads what has arrived; a request among it is under way and no idle silence.
  await immediately();
  server.closeIdleConnections();
  const closed = app.close();
  app.get(Streams).endAll();
  const limit = pause(DRAIN_MS_MAX, undefined, { ref: false });
  await Promise.race([inFlight.quiet(), limit]);
  // What is left are connections that browsers keep open or have opened for later.
  server.closeAllConnections();
  await closed;
}

/** What happens to every request before its route, and after its answer. */
function addHooks(
  fastify: FastifyInstance,
  { service, mode, logger, edge = DEMO_EDGE }: ApiOptions,
  routes: RouteTable,
  metrics: Metrics,
): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('trace-id', request.id);
    setStandingHeaders(request, reply, mode);
    inTrace(request.id, done);
  });
  fastify.addHook('onRequest', async (request) => {
    if (request.headers.host === undefined) throw new Refused({ code: 'MALFORMED_REQUEST' });
    const { type } = request.params as { type?: string };
    const isUnknownType = type !== undefined && service.registry.byPath(type) === undefined;
    if (request.is404 || isUnknownType) throw notFoundAt(routes, request);
  });
  fastify.addHook('onRequest', refuseOtherSites(edge.publicUrl));
  const rates = new RateGuard(edge.limits);
  fastify.addHook('onRequest', askWhoCalls(service.access.sessions, rates));
  // Reading a body leaves the trace; the handler is back in it.
  fastify.addHook('preHandler', (request, _reply, done) => inTrace(request.id, done));
  fastify.addHook('onResponse', (request, reply, done) => {
    noteAnswer(request, reply, logger, metrics);
    done();
  });
}
