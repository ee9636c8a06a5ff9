import { openService } from '@hemgang/cases';
import { readConfig, type Config } from '@hemgang/config';
import { createLogger, type Logger } from '@hemgang/observability';
import { jobCatalogue, openJobQueue } from '@hemgang/queue';
import { KeyExpiry } from './key-expiry';
import { Loop } from './loop';
import { outboxHandlers } from './outbox-handlers';
import { Relay } from './relay';
import { Sweeper } from './sweeper';

/** Loops, job handlers and the clock each use a connection now and then. */
const POOL_SIZE = 12;

/** Starts the worker. @returns the function that ends it cleanly */
async function start(config: Config, log: Logger): Promise<() => Promise<void>> {
  const service = await openService({
    databaseUrl: config.databaseUrl,
    mode: config.mode,
    poolSize: POOL_SIZE,
    applicationName: 'hemgang-worker',
    warn: (message, fields) => log.warn(fields, message),
  });
  const { outbox, timers, reminders, idempotency, clock } = service;
  const queue = openJobQueue(
    jobCatalogue,
    { databaseUrl: config.databaseUrl, redisUrl: config.redisUrl },
    { warn: (message, fields) => log.warn(fields, message) },
  );
  const failed = (loop: string) => (err: unknown) => log.warn({ err, loop }, 'a round failed');
  const relay = new Relay(outbox, queue, clock);
  const relaying = new Loop(() => relay.round(), failed('relay'));
  const sweeper = new Sweeper(timers, reminders, clock);
  const sweeping = new Loop(() => sweeper.round(), failed('sweeper'));
  const keyExpiry = new KeyExpiry(idempotency, clock);
  const forgetting = new Loop(() => keyExpiry.round(), failed('key expiry'));
  await queue.process(outboxHandlers(service, () => relaying.wake()));
  service.onRing((topic) => {
    if (topic === 'outbox') relaying.wake();
    // A clock that was moved forward makes timers due at once.
    if (topic === 'timers' || topic === 'clock') sweeping.wake();
  });
  log.info('the worker has started');
  return async () => {
    await Promise.all([relaying.stop(), sweeping.stop(), forgetting.stop()]);
    await queue.close();
    await service.close();
  };
}

async function main(): Promise<void> {
  const settings = readConfig(process.env);
  if (!settings.ok) throw new Error(settings.faults.join('\n'));
  const log = createLogger('worker', settings.config.logLevel);
  const stop = await start(settings.config, log);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
