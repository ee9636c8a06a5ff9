import { step, UNIT_REPLACED, withUnitReplaced, type CaseState } from '@hemgang/engine';
import { systemEvent } from './history.testing';
import { discharge, dischargeContext } from './index';
import { allNeeds, at, patient, Stay } from './stay.testing';
import { staffOf } from './units.testing';

const told = (receivers: string[]) =>
  new Stay()
    .give('2026-03-06 08:00', 'admit', { patient, needs: allNeeds, physician: 'K. Å.' })
    .give('2026-03-07 09:00', 'send-inskrivningsmeddelande', {
      receivers,
      expectedDischargeAt: at('2026-03-10 12:00'),
    });

const appoint = (stay: Stay, handover: string) =>
  stay.give(
    '2026-03-07 10:00',
    'appoint-fast-vardkontakt',
    { name: 'M. Ö.', phone: '1' },
    { handover },
  );

describe('the fast vårdkontakt', () => {
  it('is there at receipt, on a Saturday too, where one is appointed for all who come', () => {
    const stay = told(['umea-bistand', 'hc-teg']);
    expect(stay.state.duties.some(({ key }) => key === 'fast-vardkontakt')).toBe(false);
    const contact = stay.last.closed.find(({ key }) => key === 'fast-vardkontakt');
    expect(contact).toMatchObject({ machine: 'h2-2', outcome: 'fulfilled' });
    expect(stay.state.machines['h2-2']?.context['fastVardkontakt']).toEqual({ staff: 'kim-berg' });
    expect(dischargeContext(stay.state).calling).toBe('h2-2');
  });

  it('is still owed where nobody is', () => {
    const stay = told(['umea-bistand', 'hc-mariehem']);
    expect(stay.duty('fast-vardkontakt')).toMatchObject({ unit: 'hc-mariehem' });
    expect(dischargeContext(stay.state).calling).toBeNull();
  });

  it('calls to the SIP when it is the first, until another one is marked', () => {
    const stay = told(['hc-mariehem', 'nus-geriatrik']);
    expect(dischargeContext(appoint(stay, 'h2-2').state).calling).toBe('h2-2');
    expect(dischargeContext(appoint(stay, 'h2-1').state).calling).toBe('h2-2');
    stay.give('2026-03-07 11:00', 'mark-calling-contact', {}, { handover: 'h2-1' });
    expect(dischargeContext(stay.state).calling).toBe('h2-1');
  });

  it('of a unit that gives the notice back calls nobody', () => {
    const stay = appoint(told(['hc-mariehem', 'nus-geriatrik']), 'h2-1');
    stay.give('2026-03-07 11:00', 'reject', { reason: 'Ej listad.' }, { handover: 'h2-1' });
    expect(dischargeContext(stay.state).calling).toBeNull();
  });
});

describe('the coordinating unit of a municipality', () => {
  it('is named by any of its units, and by the latest', () => {
    const stay = told(['umea-bistand', 'umea-hemsjukvard', 'hc-mariehem']);
    const by = staffOf('umea-bistand');
    stay.give('2026-03-07 10:00', 'name-coordinator', { unit: 'umea-hemsjukvard' }, { by });
    expect(dischargeContext(stay.state).coordinators).toEqual({
      'kommun-2480': 'umea-hemsjukvard',
    });
    stay.give('2026-03-07 11:00', 'name-coordinator', { unit: 'umea-bistand' }, { by });
    expect(dischargeContext(stay.state).coordinators).toEqual({ 'kommun-2480': 'umea-bistand' });
    expect(stay.last.effects).toContainEqual(
      expect.objectContaining({ type: 'disclose', entry: 'samordnare' }),
    );
  });
});

describe('a unit that is closed', () => {
  const closing = (state: CaseState) => ({
    ...systemEvent(state, UNIT_REPLACED, at('2026-03-08 00:00')),
    payload: { from: 'umea-bistand', into: 'umea-hemsjukvard' },
  });

  it('hands every duty with its history to its successor in one event', () => {
    const stay = told(['umea-bistand', 'hc-mariehem']);
    const before = stay.state;
    const result = step(discharge, before, closing(before));
    if (result.kind !== 'accepted') throw new Error(result.reason);
    const { state, moved, opened, closed, joined } = result;
    const dues = ({ duties }: CaseState) => new Map(duties.map(({ id, due }) => [id, due]));
    expect(dues(state)).toEqual(dues(before));
    expect(state.duties.some(({ unit }) => unit === 'umea-bistand')).toBe(false);
    expect(moved.map(({ after }) => after.unit)).toEqual(moved.map(() => 'umea-hemsjukvard'));
    expect(moved.length).toBeGreaterThan(0);
    expect([opened, closed]).toEqual([[], []]);
    expect(joined).toEqual([
      { machine: 'h2-1', unit: 'umea-hemsjukvard', kind: 'municipal-social' },
    ]);
    expect(dischargeContext(state).receivers[0]?.unit).toBe('umea-hemsjukvard');
  });

  it('leaves the same case whatever order its storage keeps', () => {
    const { state } = told(['umea-bistand', 'hc-mariehem']);
    const machines = Object.fromEntries(Object.entries(state.machines).reverse());
    const stored = step(discharge, { ...state, machines }, closing(state));
    expect(stored).toEqual(step(discharge, state, closing(state)));
  });

  it('that has no part in a case changes nothing of it', () => {
    const { state } = told(['hc-mariehem', 'nus-geriatrik']);
    expect(step(discharge, state, closing(state))).toEqual({
      kind: 'not-possible',
      reason: 'not-in-this-state',
    });
  });

  it('is replaced wherever it stands and nowhere else', () => {
    const context = { unit: 'a', list: ['a', 'b'], by: { k: 'a' }, text: 'ab', none: null, n: 1 };
    expect(withUnitReplaced(context, 'a', 'c')).toEqual({
      unit: 'c',
      list: ['c', 'b'],
      by: { k: 'c' },
      text: 'ab',
      none: null,
      n: 1,
    });
    expect(withUnitReplaced(context, 'x', 'c')).toBe(context);
  });
});
