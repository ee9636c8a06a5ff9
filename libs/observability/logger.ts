import { pino, stdTimeFunctions, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { errorFields } from './error-fields';
import { currentTraceId } from './trace';

export type Logger = PinoLogger;

/**
 * The log of a process: one JSON object per line. It carries no personal data because nobody gives
 * it any: ids, codes, route patterns and durations only, never a body, a header, a URL or the
 * message of an error (see `errorFields`, applied to the field `err`).
 * @param app the process: `api`, `worker`
 * @param destination standard output unless a test reads the lines
 */
export function createLogger(
  app: string,
  level: 'debug' | 'info' | 'warn' | 'error',
  destination?: DestinationStream,
): Logger {
  const options = {
    level,
    base: { app, pid: process.pid },
    // The wall clock of the machine: log lines are compared with other programs' lines. The demo's
    // clock may be days ahead.
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: (error: unknown) => errorFields(error) },
    mixin: () => {
      const trace = currentTraceId();
      return trace === undefined ? {} : { trace };
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
