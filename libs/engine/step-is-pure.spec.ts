import { deepFreeze } from './deep-freeze.testing';
import { errand, ErrandCase, happening, running, agreement, accepted } from './errand.testing';
import { step } from './step';

describe('a step', () => {
  it('leaves the state it was given as it was', () => {
    const { state } = running();
    const copy = structuredClone(state);
    const frozen = deepFreeze(state);
    for (const event of [
      happening(frozen, 'cancel'),
      happening(frozen, 'accept', {}, { machine: 'p2-1' }),
      happening(frozen, 'take', { duty: 'desk.finish.2' }),
      happening(frozen, 'read'),
    ]) {
      step(errand, frozen, deepFreeze(event));
    }
    expect(frozen).toEqual(copy);
  });

  it('gives the same again for the same, also from a state that has been stored', () => {
    const { state } = running();
    const stored = JSON.parse(JSON.stringify(state)) as typeof state;
    const event = happening(state, 'cancel');
    expect(step(errand, stored, event)).toEqual(step(errand, state, event));
  });

  it('that is not possible says only that', () => {
    const { state } = running();
    expect(step(errand, state, happening(state, 'send-out', { helpers: ['cy'] }))).toEqual({
      kind: 'not-possible',
      reason: 'not-in-this-state',
    });
  });

  it('restores only the machines that it touches', () => {
    const { state } = running();
    const broken = { ...state.machines['p2-2']!, value: 'gone' };
    const hurt = { ...state, machines: { ...state.machines, 'p2-2': broken } };
    const taken = accepted(
      step(errand, hurt, happening(hurt, 'extend', { until: '2027-01-01T00:00:00.000Z' })),
    );
    expect(taken.state.machines['p2-2']).toBe(broken);
    expect(() => step(errand, hurt, happening(hurt, 'cancel'))).toThrow(/"helper"/);
  });

  it('never asks a machine whose definition does not know the event', () => {
    const { state } = running();
    const broken = { ...state.machines['p2-1']!, value: 'gone' };
    const hurt = { ...state, machines: { ...state.machines, 'p2-1': broken } };
    expect(step(errand, hurt, happening(hurt, 'read', {}, { machine: 'p2-1' }))).toEqual({
      kind: 'not-possible',
      reason: 'not-in-this-state',
    });
  });

  it('opens a case with everything that the state of a case holds', () => {
    const { state, last } = new ErrandCase();
    expect(state).toEqual({
      type: 'errand',
      workflowVersion: 1,
      seq: 1,
      openedAt: '2026-03-02T08:00:00.000Z',
      closedAt: null,
      agreement,
      machines: state.machines,
      duties: state.duties,
    });
    expect(last.joined.map(({ machine }) => machine)).toEqual(['desk']);
    expect(running().last.joined.map(({ machine }) => machine)).toEqual(['p2-1', 'p2-2']);
  });
});

describe('what leaves a step', () => {
  it('is data: what is disclosed to whom on which basis', () => {
    expect(running().last.effects).toEqual([
      { type: 'disclose', entry: 'errand', legalBasis: 'PROCESS', units: ['anna', 'bo'] },
    ]);
  });

  it('leaves also when nothing changes but the log', () => {
    const before = running().state;
    const { state, last } = running().give('nudge').give('nudge');
    expect(last.effects).toEqual([
      { type: 'disclose', entry: 'nudge', legalBasis: 'PROCESS', units: ['desk-north'] },
    ]);
    expect(state.machines).toEqual(before.machines);
    expect(new Set(state.duties)).toEqual(new Set(before.duties));
    expect(state.seq).toBe(4);
  });

  it('is nothing when there is nobody to tell', () => {
    expect(new ErrandCase().give('send-out', { helpers: [] }).last.effects).toEqual([]);
  });
});
