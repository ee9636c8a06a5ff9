import type { CaseWrite } from './case-write';

/** The parameter of `WRITE_CASES`. */
export function writeValues(writes: readonly CaseWrite[]): readonly unknown[] {
  return [JSON.stringify(writes.map(asked))];
}

function asked({ seeding, ...write }: CaseWrite): object {
  const { type, openedAt, workflowVersion } = write.state;
  const { recordedAt } = write.event;
  return { ...write, type, openedAt, workflowVersion, recordedAt, live: seeding !== true };
}

/**
 * The statement counts for itself; a command that counted otherwise has hashed another line.
 * @throws Error when the event has not the number that the statement will give it
 */
export function assertNumbered({ caseId, expectedVersion, event, state }: CaseWrite): void {
  const seq = expectedVersion + 1;
  if (event.seq === seq && state.seq === seq) return;
  throw new Error(
    `Case ${caseId}: after version ${expectedVersion} comes event ${seq}, ` +
      `not event ${event.seq} with state ${state.seq}.`,
  );
}
