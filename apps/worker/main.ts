import { readConfig } from '@hemgang/config';
import { createLogger, lastResort } from '@hemgang/observability';
import { startWorker } from './start-worker';

async function main(): Promise<void> {
  const settings = readConfig(process.env);
  if (!settings.ok) throw new Error(settings.faults.join('\n'));
  const log = createLogger('worker', settings.config.logLevel);
  lastResort(log);
  const stop = await startWorker(settings.config, log);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
