import { CONFIRM, DISPUTE, step, type CaseState } from '@hemgang/engine';
import { plusMs, type Instant } from '@hemgang/kernel';
import { vasterbottenAssumed } from '@workflows/agreement';
import fc from 'fast-check';
import { choices, opening } from './choices.testing';
import { History, systemEvent, type Choice } from './history.testing';
import { discharge, dischargeContext } from './index';
import { deepFreeze, Invariants } from './invariants.testing';
import { declarationOf, ladderEvent, timersOf } from './stay.testing';

/** Histories for each promise, other ones in every run. */
const RUNS = process.env['HEMGANG_FULL'] === '1' ? 70 : 25;
const DAY_MINUTES = 24 * 60;

/** Checks something for histories of every kind; a failure prints the seed and the shortest one. */
function forHistories(check: (history: History, taken: readonly Choice[]) => void): void {
  fc.assert(
    fc.property(opening, choices, (first, taken) => check(new History(first), taken)),
    { numRuns: RUNS },
  );
}

/** Lives a whole history. */
function lived(history: History, taken: readonly Choice[]): CaseState {
  for (const each of taken) history.next(each);
  return history.stay.state;
}

/** Nothing is owed any more, but that who is outside and was reached before is told of the end too. */
function expectNothingButLastWords(after: CaseState, before: CaseState, now: Instant): void {
  const outside = Object.entries(after.machines).filter(([, { value }]) => value === 'lastWord');
  expect(after.duties.map(({ key, machine }) => [key, machine]).sort()).toEqual(
    outside.map(([id]) => ['skicka-externt', id]).sort(),
  );
  expect(after.closedAt).toBe(outside.length > 0 ? null : (before.closedAt ?? now));
}

/** Any seed would do; a fixed one makes the same histories each time. */
const SEED = 20261129;

/**
 * After a korttids stay, a request that has been declined, or a cause that another huvudman has given;
 * specs of their own live through it.
 */
const RARE = ['stay-on', 'record-ivo-decision', 'comment-delay-cause'];

describe('the histories', () => {
  it('are rich: every command, every refusal, several receivers, both ends', () => {
    const reached = new Set<string>();
    for (const [first, taken] of fc.sample(fc.tuple(opening, choices), {
      numRuns: 700,
      seed: SEED,
    })) {
      const history = new History(first);
      for (const each of taken) {
        const answer = history.next(each);
        if (answer === undefined || !('kind' in answer)) continue;
        reached.add(answer.kind === 'refused' ? `refused: ${answer.because}` : answer.event.type);
      }
      const { closedAt, machines } = history.stay.state;
      if (closedAt !== null) reached.add('closed');
      reached.add(`${Object.keys(machines).length} machines`);
    }
    const wanted = [
      ...discharge.commands.map(({ name }) => name).filter((name) => !RARE.includes(name)),
      ...[CONFIRM, DISPUTE],
      ...['role', 'state', 'payload', 'rule'].map((because) => `refused: ${because}`),
      ...['closed', '1 machines', '2 machines', '3 machines', '4 machines', '5 machines'],
    ];
    expect(wanted.filter((each) => !reached.has(each))).toEqual([]);
  });
});

describe('whatever happens to a case', () => {
  it('its duties, timers, owners and its closing keep to the rules after every step', () => {
    forHistories((history, taken) => {
      const invariants = new Invariants();
      expect(invariants.after(history.stay.last)).toEqual([]);
      for (const each of taken) {
        const { last } = history.stay;
        history.next(each);
        if (history.stay.last !== last) expect(invariants.after(history.stay.last)).toEqual([]);
      }
    });
  });

  it('no step writes into the state it was given, and a refused one changes nothing', () => {
    forHistories((history, taken) => {
      for (const each of taken) {
        const before = deepFreeze(history.stay.state);
        const events = history.stay.log.length;
        const answer = history.next(each);
        if (history.stay.log.length === events) expect(history.stay.state).toBe(before);
        if (answer !== undefined && 'kind' in answer && answer.kind === 'refused') {
          expect(history.stay.log.length).toBe(events);
        }
      }
    });
  });

  it('the log alone gives the same state, duties and due times again', () => {
    forHistories((history, taken) => {
      const state = lived(history, taken);
      const log = JSON.parse(JSON.stringify(history.stay.log)) as typeof history.stay.log;
      const again = log.reduce<CaseState | null>((before, event) => {
        const result = step(discharge, before, event, vasterbottenAssumed);
        if (result.kind !== 'accepted') throw new Error(`event ${event.seq} is not possible`);
        return result.state;
      }, null);
      expect(again).toEqual(state);
    });
  });

  it('the version is the number of events, which have no gap', () => {
    forHistories((history, taken) => {
      const state = lived(history, taken);
      expect(history.stay.log.map(({ seq }) => seq)).toEqual(
        Array.from({ length: state.seq }, (_, index) => index + 1),
      );
    });
  });

  it('a timer with another step or another due time is refused', () => {
    forHistories((history, taken) => {
      const state = lived(history, taken);
      for (const timer of timersOf(state)) {
        const late = plusMs(timer.fireAt, 90 * DAY_MINUTES * 60_000);
        const { duty, due, step: rung } = timer;
        for (const wrong of [
          { duty, step: 'other', due },
          { duty, step: rung, due: late },
        ]) {
          const event = { ...ladderEvent(state, timer, late), payload: wrong };
          expect(step(discharge, state, event)).toEqual({
            kind: 'not-possible',
            reason: 'stale-timer',
          });
        }
      }
    });
  });

  it('after a long silence every duty speaks once and stands at the top of its ladder', () => {
    forHistories((history, taken) => {
      lived(history, taken);
      const waiting = timersOf(history.stay.state).length;
      const fired = history.stay.sweep(plusMs(history.now, 90 * DAY_MINUTES * 60_000));
      expect(fired.map(({ effects }) => effects.length)).toEqual(Array(waiting).fill(1));
      const { state } = history.stay;
      for (const duty of state.duties.filter(({ due }) => due !== null)) {
        expect(duty.passed ?? 0).toBe(declarationOf(state, duty).ladder.length);
      }
      expect(timersOf(state)).toEqual([]);
    });
  });

  it.each([
    ['a death', 'register-death', 'lapsed'],
    ['a transfer to another region', 'transfer-to-region', 'lapsed'],
    ['striking the case', 'makulera-case', 'withdrawn'],
  ])('%s ends everything at once, on every side', (_what, type, outcome) => {
    forHistories((history, taken) => {
      const before = lived(history, taken);
      const event = systemEvent(before, type, history.now);
      const result = step(discharge, before, event);
      if (result.kind !== 'accepted') return;
      expectNothingButLastWords(result.state, before, history.now);
      const left = result.state.duties.map(({ id }) => id);
      const ended = before.duties.map(({ id }) => id).filter((id) => !left.includes(id));
      expect(new Set(result.closed.map(({ id }) => id))).toEqual(new Set(ended));
      expect(new Set(result.closed.map(({ outcome }) => outcome))).toEqual(
        new Set(ended.length === 0 ? [] : [outcome]),
      );
    });
  });

  it('a readmission after the patient has left ends everything at once, on every side', () => {
    forHistories((history, taken) => {
      const before = lived(history, taken);
      const event = systemEvent(before, 'patient-readmitted', history.now);
      const result = step(discharge, before, event);
      if (result.kind !== 'accepted') return;
      expect(dischargeContext(before).leftAt).not.toBeNull();
      expectNothingButLastWords(result.state, before, history.now);
      expect(discharge.summary(result.state).endedAt).toBe(discharge.summary(before).endedAt);
    });
  });
});
