import { openService } from '@hemgang/cases';
import type { Config } from '@hemgang/config';
import type { Logger } from '@hemgang/observability';
import { jobCatalogue, openJobQueue } from '@hemgang/queue';
import { AttachmentExpiry } from './attachment-expiry';
import { KeyExpiry } from './key-expiry';
import { figuring } from './figuring';
import { Loop } from './loop';
import { PlanDraftExpiry } from './plan-draft-expiry';
import { outboxHandlers } from './outbox-handlers';
import { Relay } from './relay';
import { postingOf } from './posting';
import { repeatErasures, SEAL_ROUND_MS, sealerOf } from './sealing';
import { snapshotLoop } from './snapshot-writer';
import { Sweeper } from './sweeper';
import { viewDelivering } from './view-delivering';
import { Webhooks } from './webhooks';

/**
 * A round of the relay costs the database and the queue as much for one row as for a hundred. At
 * forty commands a second each still finds it waiting.
 */
const RELAY_REST_MS = 20;

/** Commands that set timers wake the sweeper; none of them is due within so little time. */
const SWEEPER_REST_MS = 50;

/** Loops, job handlers and the clock each use a connection now and then. */
const POOL_SIZE = 12;

/**
 * Starts the worker: relay, sweeper, sealer, postman, job handlers, what tells of saved views, the expiry of
 * idempotency keys and of files that nobody has sent.
 * @returns the function that ends it cleanly
 * @throws DatabaseUnavailable, RolesDoNotFit, TablesDoNotFit
 * @throws Error when the database has been restored and erasures cannot be repeated
 */
export async function startWorker(config: Config, log: Logger): Promise<() => Promise<void>> {
  const warn = (message: string, fields: Readonly<Record<string, string | number>>): void =>
    log.warn(fields, message);
  const service = await openService({
    databases: config.databases,
    mode: config.mode,
    poolSize: POOL_SIZE,
    applicationName: 'hemgang-worker',
    terms: config.terms,
    warn,
  });
  const { outbox, timers, reminders, idempotency, clock } = service;
  try {
    const held = await outbox.holdAfterRestore(clock.now());
    if (held !== null) log.warn({ held }, 'the database has been restored; rows are held');
    const repeated = await repeatErasures(service, config, warn);
    if (repeated > 0) log.warn({ repeated }, 'erasures were carried out anew');
  } catch (error) {
    await service.close();
    throw error;
  }
  const { databases, redisUrl } = config;
  const servers = { databaseUrl: databases.works, redisUrl };
  const queue = openJobQueue(jobCatalogue, servers, { warn });
  const failed = (loop: string) => (err: unknown) => log.warn({ err, loop }, 'a round failed');
  const webhooks = new Webhooks(service, config, log, failed);
  const handlers = outboxHandlers(service, () => {
    relaying.wake();
    webhooks.wake();
  });
  const relay = new Relay(outbox, queue, clock, handlers);
  const relaying = new Loop(() => relay.round(), failed('relay'), RELAY_REST_MS);
  const sweeper = new Sweeper(timers, reminders, clock);
  const sweeping = new Loop(() => sweeper.round(), failed('sweeper'), SWEEPER_REST_MS);
  const keyExpiry = new KeyExpiry(idempotency, clock);
  const forgetting = new Loop(() => keyExpiry.round(), failed('key expiry'));
  const unsent = new AttachmentExpiry(service.attachments);
  const removing = new Loop(() => unsent.round(), failed('attachment expiry'));
  const drafts = new PlanDraftExpiry(service.planDrafts);
  const clearing = new Loop(() => drafts.round(), failed('plan draft expiry'));
  const snapshots = await snapshotLoop(service, config, failed('snapshots'));
  const sealer = await sealerOf(service, config, warn);
  const sealing = new Loop(
    async () => ({ more: await sealer.round(), waitMs: SEAL_ROUND_MS }),
    failed('sealer'),
  );
  const posting = postingOf(service, config, log);
  const posts = new Loop(() => posting.round(), failed('postman'));
  const figures = figuring(service, failed('figures'));
  const views = viewDelivering(service, failed('view deliveries'));
  await queue.process(handlers);
  service.onRing((topic) => {
    if (topic === 'outbox') relaying.wake();
    if (topic === 'outbox' || topic === 'clock') webhooks.wake();
    // A clock that was moved forward makes timers due at once.
    if (topic === 'timers' || topic === 'clock') sweeping.wake();
    if (topic === 'clock') [posts, views].forEach((loop) => loop.wake());
  });
  log.info('the worker has started');
  return async () => {
    const keeping = [forgetting, removing, clearing, sealing, figures, views, snapshots];
    const loops = [relaying, sweeping, posts, ...keeping];
    await Promise.all(loops.map(async (loop) => loop?.stop()));
    posting.close();
    await webhooks.stop();
    await queue.close();
    await service.close();
  };
}
