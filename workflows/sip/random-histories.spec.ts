import { step, type CaseState } from '@hemgang/engine';
import { sipAssumed } from '@workflows/agreement';
import fc from 'fast-check';
import { countSips } from './counts';
import { histories, History, type Choice } from './history.testing';
import { mayDisclose, participantWord, sip, sipContext } from './index';

/** Histories for each promise, other ones in every run. */
const RUNS = process.env['HEMGANG_FULL'] === '1' ? 120 : 40;
/** Any seed would do; a fixed one makes the same histories each time. */
const SEED = 20260327;

function forHistories(check: (history: History, choices: readonly Choice[]) => void): void {
  fc.assert(
    fc.property(histories, ([opening, choices]) => check(new History(opening), choices)),
    { numRuns: RUNS },
  );
}

const count = (history: History) => countSips([history.life.log], sipAssumed.sundayRuleForKallelse);

const CHOOSING = 'times to choose from';
const SETTLED = 'a booked meeting that need not be answered';

/** A meeting has just been booked, and somebody's yes to its time counts for it. */
function isSettled({ life: { log, state } }: History): boolean {
  const words = sipContext(state).participants.flatMap(({ participant }) => {
    const machine = state.machines[participant];
    return machine === undefined ? [] : [participantWord(machine)];
  });
  return log.at(-1)?.type === 'book-meeting' && words.includes('attends');
}

/** Freezes everything inside, so that a write throws. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

describe('the histories', () => {
  it('are rich: every command, every fact, every word', () => {
    const reached = new Set<string>();
    for (const [opening, choices] of fc.sample(histories, { numRuns: 130, seed: SEED })) {
      const history = new History(opening);
      for (const choice of choices) {
        history.next(choice);
        reached.add(`word ${history.life.word}`);
        if (sipContext(history.life.state).proposed !== undefined) reached.add(CHOOSING);
        if (isSettled(history)) reached.add(SETTLED);
      }
      for (const { type } of history.life.log) reached.add(type);
    }
    const wanted = [
      ...sip.commands.map(({ name }) => name),
      ...sip.facts.map(({ name }) => name),
      ...sip.words.map((word) => `word ${word}`),
      ...['makulera-event', CHOOSING, SETTLED],
    ];
    expect(wanted.filter((each) => !reached.has(each))).toEqual([]);
  });
});

describe('whatever happens to a SIP', () => {
  it('nothing is handed out on the basis of a consent that there is not', () => {
    forHistories((history, choices) => {
      for (const choice of choices) {
        if (!history.next(choice)) continue;
        if (!mayDisclose(sipContext(history.life.state))) {
          expect(history.life.disclosed).toEqual([]);
        }
      }
    });
  });

  it('the call of the law goes away only by a call, a no, a death, or a stay that is none', () => {
    const ends = [
      ...['call', 'decline-sip', 'refuse-sip', 'register-death', 'makulera-sip', 'stay-ended'],
      'makulera-event',
    ];
    forHistories((history, choices) => {
      for (const choice of choices) {
        if (!history.next(choice)) continue;
        const ended = history.life.last.closed.filter(({ key }) => key === 'kallelse');
        if (ended.length > 0) expect(ends).toContain(history.life.log.at(-1)?.type);
      }
    });
  });

  it('every duty has an owner who takes part, and it closes when nothing is owed', () => {
    forHistories((history, choices) => {
      for (const choice of choices) {
        history.next(choice);
        const { state, last } = history.life;
        const joined = last.joined.map(({ unit, machine }) => `${unit} ${machine}`);
        expect(joined).toEqual([...new Set(joined)]);
        const parties = Object.values(state.machines).map(({ context }) => context['unit']);
        const { stay } = sipContext(state);
        for (const { unit } of state.duties) expect([...parties, stay?.caller]).toContain(unit);
        if (state.closedAt !== null) expect(state.duties).toEqual([]);
      }
    });
  });

  it('no step writes into the state it was given, and the log gives the same state again', () => {
    forHistories((history, choices) => {
      for (const choice of choices) {
        const before = deepFreeze(history.life.state);
        if (!history.next(choice)) expect(history.life.state).toBe(before);
      }
      const log = JSON.parse(JSON.stringify(history.life.log)) as typeof history.life.log;
      const again = log.reduce<CaseState | null>((state, { machine, ...event }) => {
        const { told: _told, moved: _moved, ...plain } = event;
        const result = step(sip, state, { ...plain, ...(machine && { machine }) }, sipAssumed);
        if (result.kind !== 'accepted') throw new Error(`event ${event.seq} is not possible`);
        return result.state;
      }, null);
      expect(again).toEqual(history.life.state);
    });
  });

  it('what the duties say of the calls is what a recount of the raw log says', () => {
    forHistories((history, choices) => {
      for (const choice of choices) history.next(choice);
      if (history.life.word === 'makulerad') return;
      const kallelser = history.life.steps
        .flatMap(({ closed }) => closed)
        .filter(({ key, outcome }) => key === 'kallelse' && outcome === 'fulfilled');
      const inTime = kallelser.filter(({ due, closedAt }) => due === null || closedAt <= due);
      expect(count(history)).toMatchObject({
        kallelser: kallelser.length,
        kallelserInTime: inTime.length,
      });
    });
  });
});
