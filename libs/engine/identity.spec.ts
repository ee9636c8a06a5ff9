import { errand, happening, running } from './errand.testing';
import { EngineFault } from './fault';
import { step } from './step';

describe('ids come from events', () => {
  it('a duty is named after its machine, its key and the event that opened it', () => {
    expect(running().duties).toEqual(['desk.finish.2', 'p2-1.reply.2', 'p2-2.reply.2']);
  });

  it('a duty that opens again is another one', () => {
    const errands = running()
      .give('accept', {}, { machine: 'p2-1' })
      .give('read')
      .give('decline', {}, { machine: 'p2-2' });
    expect(errands.duty('read').id).toBe('desk.read.5');
  });

  it('a machine whose id is taken is never opened again', () => {
    const { state } = running();
    const { ['p2-1']: taken, ...machines } = state.machines;
    const asked = { ...state, seq: 1, machines: { ...machines, ['p2-1']: taken! } };
    const back = {
      ...asked,
      machines: {
        ...asked.machines,
        desk: { ...machines['desk']!, value: { errand: 'asked', mail: 'clear', bill: 'open' } },
      },
    };
    expect(() => step(errand, back, happening(back, 'send-out', { helpers: ['anna'] }))).toThrow(
      new EngineFault('machine "p2-1" is there already'),
    );
  });

  it('the version of a case is the number of its events', () => {
    expect(running().state.seq).toBe(2);
    expect(running().give('cancel').state.seq).toBe(3);
  });
});
