import {
  activeNodes,
  allowed,
  definitionOf,
  migrate,
  MIGRATED,
  MIGRATION_UNDONE,
  nextTimer,
  OVER,
  replay,
  step,
  undoMigration,
  type Accepted,
  type CaseEvent,
  type CaseState,
  type WorkflowDefinition,
} from '@hemgang/engine';
import { MINUTE_MS, plusMs } from '@hemgang/kernel';
import { times } from '@hemgang/testing';
import { discharge } from '@workflows/discharge';
import fc from 'fast-check';
import { discharge2, toDischarge2 } from './discharge-2.fixture';
import { upgraded } from './live-cases.fixture';
import { recordedLogs } from './recorded.fixture';

const RUNS = times({ quick: 120, full: 160 });
const WEEK_MINUTES = 7 * 24 * 60;

const known = upgraded().known('discharge');

/** A recorded history broken off somewhere, and how long after that the case goes over. */
const moments = fc.record({
  log: fc.nat({ max: recordedLogs.length - 1 }).map((index) => recordedLogs[index]!),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  minutes: fc.nat({ max: WEEK_MINUTES }),
});

function systemEvent(state: CaseState, type: string, at: string, more = {}): CaseEvent {
  const { seq } = state;
  const happened = { seq: seq + 1, occurredAt: at, recordedAt: at, actor: { system: 'test' } };
  return { type, ...happened, payload: {}, given: {}, ...more };
}

interface Crossed {
  readonly log: readonly CaseEvent[];
  readonly before: CaseState;
  readonly event: CaseEvent;
  readonly result: Accepted;
}

/** Checks something for recorded cases that go over at any moment of their life. */
function forMoments(check: (crossed: Crossed) => void): void {
  fc.assert(
    fc.property(moments, ({ log, share, minutes }) => {
      const lived = log.slice(0, 1 + Math.floor(share * (log.length - 1)));
      const before = replay(lived, known).at(-1)!.state;
      const recordedAt = plusMs(lived.at(-1)!.recordedAt, minutes * MINUTE_MS);
      const event = systemEvent(before, MIGRATED, recordedAt, {
        payload: { from: { version: 1, hash: '' }, to: { version: 2, hash: '' } },
        given: { before },
      });
      const result = migrate(toDischarge2, before, event);
      if (result.kind !== 'accepted') throw new Error(result.why);
      check({ log: [...lived, event], before, event, result });
    }),
    { numRuns: RUNS },
  );
}

function timersOf(workflow: WorkflowDefinition, { duties, machines }: CaseState) {
  return duties.flatMap((duty) => {
    const { kind } = machines[duty.machine]!;
    return nextTimer(duty, definitionOf(workflow, kind).duties[duty.key]!) ?? [];
  });
}

describe('a recorded case that goes over to another version at any moment', () => {
  it('loses no duty: it goes on under its id and person, or ends as declared', () => {
    forMoments(({ before, result }) => {
      for (const duty of before.duties) {
        const { person, since, unit, id, key } = duty;
        const kept = result.state.duties.find((each) => each.id === id);
        const ended = result.closed.find((each) => each.id === id);
        if (key === 'planering') expect(ended).toMatchObject({ outcome: 'waived' });
        else expect([kept?.person, kept?.since, kept?.unit]).toEqual([person, since, unit]);
      }
    });
  });

  it('owes exactly what its states say, each by one unit', () => {
    forMoments(({ result: { state } }) => {
      for (const [id, { kind, value }] of Object.entries(state.machines)) {
        const { machine } = definitionOf(discharge2, kind);
        const tags = activeNodes(machine, value).flatMap((node) => node.tags);
        const open = state.duties.filter((duty) => duty.machine === id);
        expect(open.map(({ key }) => key).sort()).toEqual(
          [...new Set(tags)].filter((tag) => tag !== OVER).sort(),
        );
      }
      expect(state.duties.filter(({ unit }) => unit === '')).toEqual([]);
    });
  });

  it('keeps every unacknowledged message and all else that it remembers', () => {
    forMoments(({ before, result: { state } }) => {
      for (const [id, { context }] of Object.entries(before.machines)) {
        expect(state.machines[id]?.context).toEqual(context);
      }
    });
  });

  it('reminds of nothing at once but what was owed before or lies before its due time', () => {
    forMoments(({ before, event: { recordedAt }, result: { state } }) => {
      const owed = timersOf(discharge, before).filter(({ fireAt }) => fireAt <= recordedAt);
      const ids = owed.map(({ duty }) => duty);
      for (const { duty, fireAt, due } of timersOf(discharge2, state)) {
        if (fireAt <= recordedAt && due <= recordedAt) expect(ids).toContain(duty);
      }
    });
  });

  it('stays closed when it is, and does not close', () => {
    forMoments(({ before, result: { state } }) => {
      expect(state.closedAt).toBe(before.closedAt);
    });
  });

  it('is given by its log alone, also after going back', () => {
    forMoments(({ log, before, event, result: { state } }) => {
      const stored = JSON.parse(JSON.stringify(log)) as CaseEvent[];
      expect(replay(stored, known).at(-1)?.state).toEqual(state);
      const undo = systemEvent(state, MIGRATION_UNDONE, event.recordedAt);
      const back = undoMigration(event, state, undo);
      expect(back.kind === 'accepted' && back.state).toEqual({ ...before, seq: before.seq + 2 });
      expect(replay([...stored, undo], known).at(-1)?.state).toEqual({
        ...before,
        seq: before.seq + 2,
      });
    });
  });

  it('can go on: a death still ends everything, and whoever owes something may act', () => {
    forMoments(({ event, result: { state } }) => {
      const death = systemEvent(state, 'register-death', event.recordedAt);
      const ended = step(discharge2, state, death);
      if (ended.kind === 'accepted') {
        // But that a receiver outside must still be told by hand.
        const owed = ended.state.duties.map(({ key }) => key);
        expect(owed.filter((key) => key !== 'skicka-externt')).toEqual([]);
      }
      for (const { unit, machine } of state.duties) {
        const roles = discharge2.commands.flatMap((command) => command.roles);
        const { kind, context } = state.machines[machine]!;
        // For who has no account the ward acts.
        const agent = definitionOf(discharge2, kind).agent?.(context);
        const asker = { unit: agent?.unit ?? unit, roles };
        expect(allowed(discharge2, state, asker).allowed).not.toEqual([]);
      }
    });
  });
});
