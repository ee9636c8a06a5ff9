import { z } from 'zod';

/** What the queue must know about one kind of job. */
export interface JobDefinition {
  /** Strict: an unknown field is refused. Holds ids only, never personal data. */
  readonly payload: z.ZodType;
  /** How often the job is tried before it is reported as exhausted; a crashed process costs none. */
  readonly attempts: number;
  /** Wait before the second attempt, in milliseconds; it doubles after each further failure. */
  readonly firstRetryMs: number;
  /** Longest time of one attempt in milliseconds; after it the attempt counts as failed. */
  readonly timeoutMs: number;
}

export type JobCatalogue = Readonly<Record<string, JobDefinition>>;

/**
 * The largest batch that the relay hands out in one job. 500 ids are about 5 kB, and a job that
 * hangs holds up no more notices than these.
 */
const MAX_OUTBOX_IDS = 500;

/**
 * Waits of 1 + 2 + 4 + 8 + 16 = 31 s between six attempts: long enough to outlast the restart of a
 * database or a mail server, short enough that a poisoned notice is seen within a minute. A
 * receiver that is down for hours is no matter for the queue: its rows are parked in the outbox.
 */
const DELIVERY_ATTEMPTS = 6;
const DELIVERY_FIRST_RETRY_MS = 1_000;

/**
 * A gateway that answers at all answers within 10 s, so twice that means that it hangs. Stopping
 * waits for running jobs, and most supervisors kill a process 30 s after asking it to stop.
 */
const DELIVERY_TIMEOUT_MS = 20_000;

/** A job that does the work of outbox rows; each row names it. */
const outboxJob = {
  payload: z.strictObject({
    outboxIds: z.array(z.int().positive()).min(1).max(MAX_OUTBOX_IDS),
  }),
  attempts: DELIVERY_ATTEMPTS,
  firstRetryMs: DELIVERY_FIRST_RETRY_MS,
  timeoutMs: DELIVERY_TIMEOUT_MS,
};

/**
 * Every kind of job, by name. A new job is one entry here and one handler given to
 * `JobQueue.process`.
 */
export const jobCatalogue = {
  'deliver-notices': outboxJob,
  'tell-case': outboxJob,
  'draft-incident': outboxJob,
} as const satisfies JobCatalogue;

/** What the types of this library are about unless another catalogue is named, as tests do. */
export type OurCatalogue = typeof jobCatalogue;

export type JobName<C extends JobCatalogue = OurCatalogue> = keyof C & string;

/** What a job of this name carries, as its schema says. */
export type JobPayload<N extends JobName<C>, C extends JobCatalogue = OurCatalogue> = z.output<
  C[N]['payload']
>;
