import type { CaseWrite } from './case-write';

/** The parameters of `OPEN_CASE` and `ADVANCE_CASE`, in their order. */
export function writeValues(write: CaseWrite): readonly unknown[] {
  assertNumbered(write);
  const { personId, region, state, definitionHash, word, endedAt } = write;
  const { type, openedAt, workflowVersion } = state;
  const row = { type, personId, region, openedAt, workflowVersion, definitionHash, word, endedAt };
  return [
    write.caseId,
    write.expectedVersion,
    JSON.stringify(row),
    JSON.stringify(write.event),
    JSON.stringify(write.contents),
    JSON.stringify(write.duties),
    JSON.stringify(write.timers),
    JSON.stringify(write.parties),
    JSON.stringify(write.outbox),
    JSON.stringify(write.idempotency === null ? [] : [write.idempotency]),
    write.seeding !== true,
    JSON.stringify(write.access),
    JSON.stringify(write.person === null ? [] : [write.person]),
    write.erasedAt ?? [],
    JSON.stringify(state),
    write.event.recordedAt,
  ];
}

/** The parameter of `WRITE_REMINDERS`. */
export function reminderValues(writes: readonly CaseWrite[]): readonly unknown[] {
  const rows = writes.map((write) => {
    assertNumbered(write);
    const { caseId, expectedVersion, state, event, duties, timers, outbox, access } = write;
    const writtenAt = event.recordedAt;
    return { caseId, expectedVersion, writtenAt, state, event, duties, timers, outbox, access };
  });
  return [JSON.stringify(rows)];
}

/** The statement counts for itself; a command that counted otherwise has hashed another line. */
function assertNumbered({ caseId, expectedVersion, event, state }: CaseWrite): void {
  const seq = expectedVersion + 1;
  if (event.seq === seq && state.seq === seq) return;
  throw new Error(
    `Case ${caseId}: after version ${expectedVersion} comes event ${seq}, ` +
      `not event ${event.seq} with state ${state.seq}.`,
  );
}
