import type { Instant } from '@hemgang/kernel';
import type { DutyRow, EventRow } from '@hemgang/store';
import type { Told } from '../case-type';

/** Facts of the process that a case shows beside contents (design 3.11). */
export type ProcessFact = 'why' | 'duties' | 'parties' | 'receipts' | 'timeline';

/**
 * How much of a fact a kind of reader sees. `since`: all that is in force, and what is over only when
 * it ended after the reader's controller joined; `own`: its own part; `none`: nothing.
 */
export type Extent = 'all' | 'since' | 'own' | 'none';

/**
 * - `sender`: of the controller that answers for the case (the ward's)
 * - `party`: of another controller, in its own right
 * - `executor`: in the case by an assignment only
 * - `stranger`: should never have known of the case
 */
export type ReaderKind = 'sender' | 'party' | 'executor' | 'stranger';

/** What of the course of a stay reaches whom. */
export const PROCESS_FACTS: Readonly<Record<ProcessFact, Readonly<Record<ReaderKind, Extent>>>> = {
  why: { sender: 'all', party: 'all', executor: 'own', stranger: 'none' },
  duties: { sender: 'all', party: 'since', executor: 'own', stranger: 'own' },
  parties: { sender: 'all', party: 'all', executor: 'own', stranger: 'own' },
  receipts: { sender: 'all', party: 'all', executor: 'own', stranger: 'own' },
  timeline: { sender: 'all', party: 'since', executor: 'own', stranger: 'since' },
};

/**
 * When the reader's controller joined the case; null when it answers for it, or sees it from outside:
 * then nothing is kept by time.
 */
export function joinedAt({ rows, reader, directory }: Told, main: string): Instant | null {
  if (directory.controllerOf(main)?.id === reader.controller) return null;
  const ours = rows.parties.filter(
    ({ unit }) => directory.controllerOf(unit)?.id === reader.controller,
  );
  return ours.map(({ since }) => since).sort()[0] ?? null;
}

/** Whether a duty is kept from who joined at `since`: others', and over before that. */
export function isBeforeDuty(told: Told, since: Instant | null, duty: DutyRow): boolean {
  const { closedAt, unit } = duty;
  return since !== null && closedAt !== null && closedAt < since && !isOurs(told, unit);
}

/** Whether an event is kept from who joined at `since`; that the case was opened is not. */
export function isBeforeEvent(told: Told, since: Instant | null, event: EventRow): boolean {
  const { unit } = event.actor as { readonly unit?: string };
  const isOwn = unit !== undefined && isOurs(told, unit);
  return since !== null && event.seq > 1 && event.recordedAt < since && !isOwn;
}

function isOurs({ directory, reader }: Told, unit: string): boolean {
  return directory.controllerOf(unit)?.id === reader.controller;
}
