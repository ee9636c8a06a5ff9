import type { Instant } from './instant';

/**
 * The only source of "now". It does not sleep, schedule or know time zones.
 * Processes use the database's time (libs/store); tests, seeding and simulation carry their own.
 */
export interface Clock {
  /** The present instant, never earlier than the one given before. */
  now(): Instant;
}
