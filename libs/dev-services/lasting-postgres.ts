import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres, type PostgresOptions, type RunningPostgres } from './embedded-postgres';

/** Between attempts to bring back a server that died. */
const RETRY_MS = 1_000;

/**
 * Starts the embedded server and starts it again on the same port when it dies, so that the apps'
 * connection pools find it. Rejects when the first start fails.
 */
export async function lastingPostgres(
  options: PostgresOptions & { log: (message: string) => void },
): Promise<Pick<RunningPostgres, 'url' | 'stop'>> {
  let running = await startPostgres(options);
  const { url, port } = running;
  let stopping = false;
  const isStopping = (): boolean => stopping;

  const watch = async (): Promise<void> => {
    while (!isStopping()) {
      await running.ended;
      if (isStopping()) return;
      options.log('The database server ended; starting it again');
      await running.stop();
      running = await startAgain();
    }
  };
  const startAgain = async (): Promise<RunningPostgres> => {
    while (!isStopping()) {
      try {
        return await startPostgres({ ...options, port });
      } catch (error) {
        options.log(String(error));
        await pause(RETRY_MS);
      }
    }
    return running;
  };
  const watching = watch();
  return {
    url,
    async stop() {
      stopping = true;
      await running.stop();
      // A new start that was under way comes to its end first and is then ended too.
      await watching;
      await running.stop();
    },
  };
}
