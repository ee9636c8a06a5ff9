import { step, type Accepted, type CaseEvent, type NotPossible } from '@hemgang/engine';
import { systemEvent } from './history.testing';
import { discharge, dischargeContext } from './index';
import { allNeeds, at, patient, Stay } from './stay.testing';
import { staffOf, WARD } from './units.testing';

const physician = 'Karin Åström';
const FRESH = '0d6cf1f5-4f2a-4a6e-8f5c-6f1d5f6f7a01';

/** Two receivers have been told; the patient leaves on the fifth. */
const stay = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand', 'hc-mariehem'],
      expectedDischargeAt: at('2026-03-05 12:00'),
    })
    .give('2026-03-05 09:00', 'mark-utskrivningsklar', {
      physician,
      judgedAt: at('2026-03-05 08:30'),
    });

const home = () => stay().give('2026-03-05 13:00', 'discharge');

/** What the new stay tells at a time; `given` says whether the old case is closed. */
function readmit(of: Stay, when: string, given: CaseEvent['given'] = {}): Accepted | NotPossible {
  const event = systemEvent(of.state, 'patient-readmitted', at(when));
  return of.happen({ ...event, payload: { case: FRESH, seq: 1 }, given });
}

const entries = ({ effects }: Accepted) =>
  effects.map((effect) => effect.type === 'disclose' && [effect.entry, effect.units]);

describe('when the patient is admitted again', () => {
  it('everything that was to start is called off in one step and everybody is told', () => {
    const old = home();
    const open = old.state.duties.map(({ id }) => id);
    const result = readmit(old, '2026-03-05 19:00');
    if (result.kind !== 'accepted') throw new Error(result.reason);
    expect(open.length).toBeGreaterThan(5);
    expect(result.closed.map(({ id }) => id).sort()).toEqual([...open].sort());
    expect(new Set(result.closed.map(({ outcome }) => outcome))).toEqual(new Set(['lapsed']));
    expect(old.state.closedAt).toBe(at('2026-03-05 19:00'));
    expect(entries(result)).toEqual([['aterinskriven', ['umea-bistand', 'hc-mariehem']]]);
    expect(dischargeContext(old.state).readmission).toEqual({
      case: FRESH,
      at: at('2026-03-05 19:00'),
    });
  });

  it('a second one to say so adds only what it knows', () => {
    const old = home();
    readmit(old, '2026-03-05 19:00');
    const second = readmit(old, '2026-03-05 20:00');
    expect(second).toMatchObject({ kind: 'accepted', effects: [], closed: [], opened: [] });
    expect(dischargeContext(old.state).readmission?.at).toBe(at('2026-03-05 19:00'));
  });

  it('no other municipality is asked to take over the stay that is called off', () => {
    const ask = (of: Stay) =>
      of.ask({
        name: 'request-municipal-transfer',
        payload: { unit: 'vannas-bistand', reason: 'Flyttar till sin dotter.' },
        recordedAt: at('2026-03-05 20:00'),
        by: staffOf('umea-bistand'),
      });
    const old = home();
    readmit(old, '2026-03-05 19:00');
    const before = old.state;
    expect(ask(old)).toMatchObject({ kind: 'refused', because: 'state' });
    expect(old.state).toBe(before);
    expect(ask(home())).toMatchObject({ kind: 'played' });
  });

  it('a closed case notes it and tells nobody', () => {
    const old = home();
    const result = readmit(old, '2026-03-05 19:00', { closed: true });
    expect(result).toMatchObject({ kind: 'accepted', effects: [] });
  });

  it('a case whose patient is still there takes no notice', () => {
    const old = stay();
    const before = old.state;
    expect(readmit(old, '2026-03-05 19:00').kind).toBe('not-possible');
    expect(old.state).toBe(before);
  });

  it('the new stay tells the one before it, and only when there is one', () => {
    const person = { number: 'personnummer', is: 'known', municipality: '2480' };
    const admitted = (more: CaseEvent['given']) => {
      const given = { person, ...more };
      const actor = { person: 'p-1', unit: WARD, assignment: 'a-1' };
      const now = at('2026-03-05 19:00');
      const times = { seq: 1, occurredAt: now, recordedAt: now };
      const result = step(discharge, null, { type: 'admit', payload: {}, given, actor, ...times });
      return result.kind === 'accepted' ? result.effects : [];
    };
    const previous = { case: FRESH, endedAt: at('2026-03-05 13:00') };
    expect(admitted({ previous })).toEqual([
      { type: 'tell-case', cases: [FRESH], fact: 'patient-readmitted', payload: {} },
    ]);
    expect(admitted({})).toEqual([]);
  });
});
