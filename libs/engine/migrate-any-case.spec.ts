import { MINUTE_MS, plusMs } from '@hemgang/kernel';
import fc from 'fast-check';
import type { CaseState } from './case-state';
import { deepFreeze } from './deep-freeze.testing';
import { errand2, errandMigration } from './errand-2.testing';
import { agreement, at, errand, happening } from './errand.testing';
import type { CaseEvent } from './event';
import { nextTimer } from './ladder';
import { migrate, undoMigration } from './migrate';
import { MIGRATED, MIGRATION_UNDONE } from './migration';
import { activeNodes } from './nodes';
import { step } from './step';
import type { Accepted } from './step-result';
import { definitionOf, OVER, type WorkflowDefinition } from './workflow';

const RUNS = 200 * (process.env['HEMGANG_FULL'] === '1' ? 4 : 1);

const NAMES = [...errand.commands.map(({ name }) => name), 'take', 'release', 'ladder', 'send-out'];

interface Choice {
  readonly what: number;
  readonly whom: number;
  readonly minutes: number;
}

const choice: fc.Arbitrary<Choice> = fc.record({
  what: fc.nat({ max: 99 }),
  whom: fc.nat({ max: 9 }),
  minutes: fc.nat({ max: 40 }),
});

/** A case after some events of every sort, and what time it is then. */
function lived(choices: readonly Choice[]): { readonly state: CaseState; readonly now: string } {
  let now = at('08:00');
  const opened = step(errand, null, happening(null, 'ask'), agreement);
  let state = (opened as Accepted).state;
  for (const each of choices) {
    now = plusMs(now, each.minutes * MINUTE_MS);
    const result = step(errand, state, eventOf(state, each, now));
    if (result.kind === 'accepted') state = result.state;
  }
  return { state, now };
}

function eventOf(state: CaseState, { what, whom }: Choice, now: string): CaseEvent {
  const type = NAMES[what % NAMES.length] ?? '';
  const duty = state.duties[whom % Math.max(1, state.duties.length)];
  const machine = Object.keys(state.machines)[whom % Object.keys(state.machines).length] ?? '';
  const isHelpers = type === 'accept' || type === 'decline';
  return happening(state, type, payloadOf(type, state, duty, now), {
    recordedAt: now,
    ...(isHelpers ? { machine } : {}),
  });
}

function payloadOf(
  type: string,
  state: CaseState,
  duty: CaseState['duties'][number] | undefined,
  now: string,
): CaseEvent['payload'] {
  switch (type) {
    case 'send-out':
      return { helpers: ['anna', 'bo'] };
    case 'move':
      return { unit: 'desk-south' };
    case 'extend':
      return { until: plusMs(now, 30 * MINUTE_MS) };
    case 'ladder': {
      const timer = duty && timersOf(errand, state).find((each) => each?.duty === duty.id);
      return { duty: duty?.id, step: timer?.step, due: timer?.due };
    }
    default:
      return { duty: duty?.id };
  }
}

function timersOf(workflow: WorkflowDefinition, state: CaseState) {
  return state.duties.map((duty) => {
    const { kind = '' } = state.machines[duty.machine] ?? {};
    return nextTimer(duty, definitionOf(workflow, kind).duties[duty.key]!);
  });
}

/** Checks something for cases that have lived anything, migrated at any time after. */
function forCases(check: (before: CaseState, event: CaseEvent, result: Accepted) => void): void {
  const later = fc.nat({ max: 300 });
  fc.assert(
    fc.property(fc.array(choice, { maxLength: 14 }), later, (choices, minutes) => {
      const { state, now } = lived(choices);
      const recordedAt = plusMs(now, minutes * MINUTE_MS);
      const given = { before: deepFreeze(state) };
      const event = deepFreeze(happening(state, MIGRATED, {}, { recordedAt, given }));
      const result = migrate(errandMigration, state, event);
      if (result.kind !== 'accepted') throw new Error(result.why);
      check(state, event, result);
    }),
    { numRuns: RUNS },
  );
}

describe('whatever a case has lived', () => {
  it('no duty is lost by a migration without a declared outcome', () => {
    forCases((before, _event, { state, opened, closed }) => {
      const ended = closed.map(({ id }) => id);
      const kept = before.duties.map(({ id }) => id).filter((id) => !ended.includes(id));
      const ids = state.duties.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(kept));
      expect(ids).toHaveLength(kept.length + opened.length);
      for (const { outcome } of closed) expect(outcome).toBeDefined();
    });
  });

  it('every duty is open exactly while its state is active, with one owner', () => {
    forCases((_before, _event, { state }) => {
      for (const [id, { kind, value }] of Object.entries(state.machines)) {
        const { machine } = definitionOf(errand2, kind);
        const tags = activeNodes(machine, value).flatMap((node) => node.tags);
        const open = state.duties.filter((duty) => duty.machine === id);
        expect(open.map(({ key }) => key).sort()).toEqual(
          [...new Set(tags)].filter((tag) => tag !== OVER).sort(),
        );
        for (const { unit } of open) expect(unit).not.toBe('');
      }
    });
  });

  it('what people know of a duty goes with it: person, start, id', () => {
    forCases((before, _event, { state }) => {
      for (const old of before.duties) {
        const now = state.duties.find(({ id }) => id === old.id) ?? old;
        expect([now.person, now.since, now.unit]).toEqual([old.person, old.since, old.unit]);
      }
    });
  });

  it('the timers that are to be written are all that have changed', () => {
    forCases((before, _event, { state, opened, moved, closed }) => {
      const stored = new Map(
        timersOf(errand, before).map((timer, index) => {
          return [before.duties[index]?.id, JSON.stringify(timer)];
        }),
      );
      const touched = [...opened, ...moved.map(({ after }) => after)].map(({ id }) => id);
      for (const { id } of closed) stored.delete(id);
      timersOf(errand2, state).forEach((timer, index) => {
        const id = state.duties[index]?.id;
        if (touched.includes(id ?? '')) stored.set(id, JSON.stringify(timer));
        expect(stored.get(id)).toBe(JSON.stringify(timer));
      });
      expect(stored.size).toBe(state.duties.length);
    });
  });

  it('no rung fires at once unless one was owed before, or lies before the due time', () => {
    forCases((before, { recordedAt }, { state }) => {
      const owed = timersOf(errand, before).filter((timer) => timer && timer.fireAt <= recordedAt);
      const ids = owed.map((timer) => timer?.duty);
      for (const timer of timersOf(errand2, state)) {
        if (timer === null || timer.fireAt > recordedAt || timer.due > recordedAt) continue;
        expect(ids).toContain(timer.duty);
      }
    });
  });

  it('what is unread stays unread', () => {
    forCases((before, _event, { state }) => {
      expect(state.machines['desk']?.context['unread']).toBe(
        before.machines['desk']?.context['unread'],
      );
    });
  });

  it('a closed case stays closed, an open one is closed only when nothing is left', () => {
    forCases((before, _event, { state }) => {
      if (before.closedAt !== null) expect(state.closedAt).toBe(before.closedAt);
      if (state.closedAt !== null) expect(state.duties).toEqual([]);
    });
  });

  it('undone at once it is what it was', () => {
    forCases((before, event, { state }) => {
      const undo = happening(state, MIGRATION_UNDONE);
      const result = undoMigration(event, state, undo);
      expect(result.kind === 'accepted' && result.state).toEqual({
        ...before,
        seq: before.seq + 2,
      });
    });
  });
});
