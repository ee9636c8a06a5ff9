import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger';

/**
 * Lets Nest write into our log. Its news about modules and routes matter only to someone who
 * searches for a fault in the wiring, so they are `debug`.
 */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.logger.debug({ context: nameOf(context) }, String(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.log(message, context);
  }

  verbose(message: unknown, context?: unknown): void {
    this.log(message, context);
  }

  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ context: nameOf(context) }, String(message));
  }

  /** Nest gives either an error or a text with a stack; only an error's safe parts are written. */
  error(message: unknown, ...rest: readonly unknown[]): void {
    const context = nameOf(rest.at(-1));
    if (message instanceof Error) this.logger.error({ context, err: message }, 'error in Nest');
    else this.logger.error({ context }, 'error in Nest');
  }

  fatal(message: unknown, ...rest: readonly unknown[]): void {
    this.error(message, ...rest);
  }
}

/** Nest's last argument is the class that speaks, or something else that we do not want. */
function nameOf(context: unknown): string | undefined {
  return typeof context === 'string' && /^\w+$/.test(context) ? context : undefined;
}
