import type { CaseState } from './case-state';
import { faultsOf } from './check';
import { deskMigration, errand2, errandMigration } from './errand-2.testing';
import { deepFreeze } from './deep-freeze.testing';
import { accepted, at, errand, ErrandCase, happening, running } from './errand.testing';
import type { CaseEvent } from './event';
import { nextTimer } from './ladder';
import { migrate, undoMigration } from './migrate';
import { MIGRATED, MIGRATION_UNDONE, type WorkflowMigration } from './migration';
import { step } from './step';
import type { Accepted, NotPossible } from './step-result';
import type { NotMigrated } from './migration';
import { definitionOf } from './workflow';

function migrated(
  state: CaseState,
  recordedAt = at('08:01'),
  migration: WorkflowMigration = errandMigration,
) {
  return crossing(migrate(migration, state, migrationOf(state, recordedAt)));
}

function migrationOf(state: CaseState, recordedAt: string): CaseEvent {
  return happening(state, MIGRATED, {}, { recordedAt, given: { before: state } });
}

function crossing(result: Accepted | NotMigrated | NotPossible): Accepted {
  return accepted(result as Accepted);
}

const ids = (duties: readonly { readonly id: string }[]) => duties.map(({ id }) => id);

it('the fixture of the new version is sound', () => {
  expect(faultsOf(errand2)).toEqual([]);
});

describe('a case that goes over to a new version', () => {
  it('has the states that the migration names, and says which version it runs on', () => {
    const { state } = migrated(running().give('accept', {}, { machine: 'p2-1' }).state);
    expect(state).toMatchObject({ workflowVersion: 2, seq: 4, closedAt: null });
    expect(Object.values(state.machines).map(({ value }) => value)).toEqual([
      { errand: 'running', mail: 'owed', book: 'owed' },
      'over',
      'asked',
    ]);
  });

  it('lives on by the new rules', () => {
    const { state } = migrated(running().state);
    const finished = accepted(step(errand2, state, happening(state, 'finish')));
    expect(finished.closed.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['deliver', 'fulfilled'],
      ['note', 'fulfilled'],
      ['reply', 'lapsed'],
      ['reply', 'lapsed'],
    ]);
    expect(finished.state.closedAt).not.toBeNull();
  });

  it('becomes the same whatever order its storage keeps', () => {
    const { state } = running();
    const machines = Object.fromEntries(Object.entries(state.machines).reverse());
    expect(migrated({ ...state, machines }).state).toEqual(migrated(state).state);
  });

  it('is left as it was given, and nothing leaves it', () => {
    const state = deepFreeze(running().state);
    const copy = structuredClone(state);
    const { effects, joined } = migrated(state);
    expect(state).toEqual(copy);
    expect([effects, joined]).toEqual([[], []]);
  });
});

describe('a duty that goes on', () => {
  it('keeps id, person and start; a later or earlier due time is a move of it', () => {
    const { state } = running().give('take', { duty: 'p2-1.reply.2' });
    const { moved, state: after } = migrated(state);
    const reply = after.duties.find(({ id }) => id === 'p2-1.reply.2');
    expect(reply).toEqual({
      ...state.duties.find(({ id }) => id === 'p2-1.reply.2'),
      due: at('08:20'),
    });
    expect(reply?.person).toBe('clerk-1');
    expect(ids(moved.map((move) => move.after))).toContain('p2-1.reply.2');
  });

  it('may be called something else and is the same', () => {
    const { state } = running();
    const { moved, opened, closed } = migrated(state);
    const renamed = moved.find(({ before }) => before.key === 'finish');
    expect(renamed).toEqual({
      before: state.duties[0],
      after: { ...state.duties[0], key: 'deliver' },
    });
    expect([...ids(opened), ...ids(closed)]).not.toContain('desk.finish.2');
  });

  it('that nothing changes for is not touched', () => {
    const { state } = new ErrandCase();
    expect(migrated(state).moved).toEqual([]);
    expect(migrated(state).state.duties[0]).toEqual(state.duties[0]);
  });

  it('is touched when only its next reminder is another one', () => {
    const errands = running().give('extend', { until: at('12:00') });
    const ladder = [{ name: 'early', afterDueMs: -3_600_000, audience: 'owner' }] as const;
    const { moved } = migrated(errands.state, at('08:01'), withDuty('deliver', { ladder }));
    expect(moved.map(({ after }) => after)).toContainEqual(
      expect.objectContaining({ id: 'desk.finish.2', due: at('12:00') }),
    );
  });
});

describe('a duty whose state is gone', () => {
  it('ends with the outcome that the migration declares', () => {
    const { state } = running().give('accept', {}, { machine: 'p2-1' });
    const result = migrated(state, at('09:00'), {
      ...errandMigration,
      machines: {
        ...errandMigration.machines,
        desk: {
          ...deskMigration,
          states: { ...(deskMigration.states as object), 'mail.owed': 'mail.clear' },
          ended: { read: 'waived' },
        },
      },
    });
    expect(result.closed).toEqual([
      {
        ...state.duties.find(({ key }) => key === 'read'),
        closedAt: at('09:00'),
        outcome: 'waived',
      },
    ]);
  });

  it('is a reason to refuse when none is declared', () => {
    const { state } = running().give('accept', {}, { machine: 'p2-1' });
    const migration: WorkflowMigration = {
      ...errandMigration,
      machines: {
        ...errandMigration.machines,
        desk: {
          ...deskMigration,
          states: { ...(deskMigration.states as object), 'mail.owed': 'mail.clear' },
        },
      },
    };
    expect(migrate(migration, state, migrationOf(state, at('09:00')))).toEqual({
      kind: 'not-migrated',
      why: 'desk "desk": "workflow-migrated" ends duty "read" without a declared outcome',
    });
  });
});

describe('a duty that the new version adds', () => {
  it('opens with the number of the migration and the new declaration', () => {
    const { opened } = migrated(running().state);
    expect(opened).toEqual([
      {
        id: 'desk.note.3',
        key: 'note',
        machine: 'desk',
        unit: 'desk-north',

        since: at('08:00'),
        due: at('08:10'),
      },
    ]);
  });
});

describe('rungs of the ladder', () => {
  const rung = (state: CaseState, key: string) => state.duties.find((duty) => duty.key === key);
  const timer = (state: CaseState, key: string) => {
    const duty = rung(state, key)!;
    return nextTimer(duty, definitionOf(errand2, 'desk').duties[key]!);
  };
  const dueAt = (due: string) => withDuty('deliver', { due: () => at(due) });

  it('that have passed for a duty made overdue by the new rule do not fire', () => {
    const { state } = running().give('extend', { until: at('20:00') });
    const after = migrated(state, at('12:45'), dueAt('12:00')).state;
    expect(rung(after, 'deliver')).toMatchObject({ due: at('12:00'), passed: 3 });
    expect(timer(after, 'deliver')).toBeNull();
  });

  it('that are still to come fire', () => {
    const { state } = running().give('extend', { until: at('20:00') });
    const after = migrated(state, at('12:15'), dueAt('12:00')).state;
    expect(timer(after, 'deliver')).toMatchObject({ step: 'late', fireAt: at('12:30') });
  });

  it('of a new duty that is overdue at once do not fire either', () => {
    const after = migrated(running().state, at('08:30')).state;
    expect(rung(after, 'note')).toMatchObject({ due: at('08:10'), passed: 1 });
    expect(timer(after, 'note')).toMatchObject({ step: 'late', fireAt: at('09:10') });
  });

  it('begin anew for a due time that is still to come', () => {
    const errands = running().give('extend', { until: at('09:00') });
    const soon = { duty: 'desk.finish.2', step: 'soon', due: at('09:00') };
    const { state } = errands.give('ladder', soon, { recordedAt: at('08:50') });
    expect(rung(state, 'finish')?.passed).toBe(1);
    const after = migrated(state, at('08:55'), dueAt('11:00')).state;
    expect(timer(after, 'deliver')).toMatchObject({ step: 'soon', fireAt: at('10:50') });
  });

  it('keep their place when neither due time nor ladder changes, also when one is owed', () => {
    const errands = running().give('extend', { until: at('09:00') });
    const soon = { duty: 'desk.finish.2', step: 'soon', due: at('09:00') };
    const { state } = errands.give('ladder', soon, { recordedAt: at('08:50') });
    const after = migrated(state, at('09:40')).state;
    expect(timer(after, 'deliver')).toMatchObject({ step: 'due', fireAt: at('09:00') });
  });

  it('lose no reminder that was reached and had not been sent', () => {
    const { state } = running().give('extend', { until: at('09:00') });
    const after = migrated(state, at('09:40'), dueAt('08:30')).state;
    expect(rung(after, 'deliver')?.passed).toBe(2);
    expect(timer(after, 'deliver')).toMatchObject({ step: 'late', fireAt: at('09:00') });
  });
});

describe('what the new version remembers', () => {
  it('is what the migration makes of it', () => {
    const { state } = migrated(running().state, at('08:01'), {
      ...errandMigration,
      machines: {
        ...errandMigration.machines,
        desk: {
          ...deskMigration,
          context: (before, { recordedAt }) => ({ ...before, until: recordedAt }),
        },
      },
    });
    expect(state.machines['desk']?.context).toMatchObject({ until: at('08:01') });
    expect(state.duties.find(({ key }) => key === 'deliver')?.due).toBe(at('08:01'));
  });

  it('is otherwise untouched, the list of unread words too', () => {
    const { state } = running().give('accept', {}, { machine: 'p2-1' });
    expect(migrated(state).state.machines['desk']?.context).toBe(state.machines['desk']?.context);
  });

  it('includes new values of the agreement; one that lacks is a reason to refuse', () => {
    const { state } = running();
    expect(migrated(state).state.agreement).toEqual({ ...state.agreement, answerMinutes: 20 });
    const { agreement: _, ...without } = errandMigration;
    expect(migrate(without, state, migrationOf(state, at('08:01')))).toEqual({
      kind: 'not-migrated',
      why: 'helper "p2-1": "due" of duty "reply" of "p2-1" is no time',
    });
  });
});

describe('a closed case', () => {
  const closed = () => {
    const errands = running().give('accept', {}, { machine: 'p2-1' }).give('read').give('finish');
    return errands.state;
  };

  it('stays closed since when it was', () => {
    const state = closed();
    expect(state.closedAt).not.toBeNull();
    expect(migrated(state, at('12:00')).state).toMatchObject({
      workflowVersion: 2,
      closedAt: state.closedAt,
      duties: [],
    });
  });

  it('is not taken over when it would open again', () => {
    const state = closed();
    const migration: WorkflowMigration = {
      ...errandMigration,
      machines: {
        ...errandMigration.machines,
        desk: { ...deskMigration, added: { book: 'book.owed' } },
      },
    };
    expect(migrate(migration, state, migrationOf(state, at('12:00')))).toEqual({
      kind: 'not-migrated',
      why: 'the closed case would open again',
    });
  });

  it('may become so by the migration, when nothing is left to do', () => {
    const { state } = running()
      .give('accept', {}, { machine: 'p2-1' })
      .give('decline', {}, { machine: 'p2-2' })
      .give('finish');
    expect(state.duties.map(({ key }) => key)).toEqual(['read']);
    const result = migrated(state, at('12:00'), {
      ...errandMigration,
      machines: {
        ...errandMigration.machines,
        desk: {
          ...deskMigration,
          states: { ...(deskMigration.states as object), 'mail.owed': 'mail.clear' },
          ended: { read: 'waived' },
        },
      },
    });
    expect(result.state.closedAt).toBe(at('12:00'));
  });
});

describe('a case that cannot go over', () => {
  it.each<[string, Partial<CaseState>, string]>([
    ['on another version', { workflowVersion: 7 }, 'the case runs on version 7'],
    [
      'in a state that its version does not have',
      { machines: { desk: { ...running().state.machines['desk']!, value: 'lost' } } },
      'desk "desk": stored state of "desk" is unknown to this version',
    ],
  ])('%s is said to be so', (_what, over, why) => {
    const state = { ...running().state, ...over };
    expect(migrate(errandMigration, state, migrationOf(state, at('08:01')))).toEqual({
      kind: 'not-migrated',
      why,
    });
  });
});

describe('a migration that is undone', () => {
  const before = running()
    .give('accept', {}, { machine: 'p2-1' })
    .give('take', { duty: 'desk.finish.2' }).state;

  function undone(state: CaseState, event: CaseEvent) {
    const undo = happening(state, MIGRATION_UNDONE, {}, { recordedAt: at('10:00') });
    return undoMigration(event, state, undo);
  }

  it('leaves the case as it was before, one event later', () => {
    const event = migrationOf(before, at('09:00'));
    const { state } = crossing(migrate(errandMigration, before, event));
    const result = crossing(undone(state, event));
    expect(result.state).toEqual({ ...before, seq: before.seq + 2 });
    expect(result.closed).toEqual([
      expect.objectContaining({ key: 'note', closedAt: at('10:00'), outcome: 'withdrawn' }),
    ]);
    const next = accepted(step(errand, result.state, happening(result.state, 'read')));
    expect(next.closed.map(({ key }) => key)).toEqual(['read']);
  });

  it('opens again what it had closed', () => {
    const migration: WorkflowMigration = {
      ...errandMigration,
      machines: {
        ...errandMigration.machines,
        desk: {
          ...deskMigration,
          states: { ...(deskMigration.states as object), 'mail.owed': 'mail.clear' },
          ended: { read: 'waived' },
        },
      },
    };
    const event = migrationOf(before, at('09:00'));
    const { state } = crossing(migrate(migration, before, event));
    const { opened } = crossing(undone(state, event));
    expect(opened).toEqual(before.duties.filter(({ key }) => key === 'read'));
  });

  it('is refused when something has happened since, or when it was no migration', () => {
    const event = migrationOf(before, at('09:00'));
    const { state } = crossing(migrate(errandMigration, before, event));
    const later = accepted(step(errand2, state, happening(state, 'read'))).state;
    const refusal = { kind: 'not-migrated', why: 'the last event of the case is no migration' };
    expect(undone(later, event)).toEqual(refusal);
    expect(undone(before, happening({ ...before, seq: before.seq - 1 }, 'take'))).toEqual(refusal);
  });
});

/** The same migration to a new version in which one duty of the desk is declared otherwise. */
function withDuty(key: string, over: object): WorkflowMigration {
  const machines = errand2.machines.map((definition) => {
    const declaration = definition.duties[key];
    if (declaration === undefined) return definition;
    return { ...definition, duties: { ...definition.duties, [key]: { ...declaration, ...over } } };
  });
  return { ...errandMigration, to: { ...errand2, machines } };
}
