import type { Logger } from './logger';

/**
 * Takes what nobody has caught: one line in the log with the kind and the place of the error, and the
 * process ends for its keeper to start it anew, because nobody knows what state it is in. Node itself
 * would print the message, which may quote what was sent: a name, a personnummer.
 */
export function lastResort(logger: Logger): void {
  const end = (err: unknown): void => {
    try {
      logger.fatal({ err }, 'nobody has caught this; the process ends');
    } finally {
      process.exit(1);
    }
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
