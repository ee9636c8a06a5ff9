import { errand, happening, running } from './errand.testing';
import { EngineFault } from './fault';
import { step } from './step';

const take = (duty: string) => ['take', { duty }] as const;

describe('a duty belongs to a unit, and to a person while one has it in hand', () => {
  it('the person who takes it is named, the unit stays', () => {
    const errands = running().give(...take('desk.finish.2'));
    expect(errands.duty('finish')).toMatchObject({ unit: 'desk-north', person: 'clerk-1' });
    expect(errands.last).toMatchObject({ opened: [], closed: [], effects: [] });
    expect(errands.last.moved.map(({ before, after }) => [before.person, after.person])).toEqual([
      [undefined, 'clerk-1'],
    ]);
  });

  it('released, it belongs to the unit alone', () => {
    const errands = running()
      .give(...take('desk.finish.2'))
      .give('release', { duty: 'desk.finish.2' });
    expect(errands.duty('finish').person).toBeUndefined();
  });

  it('a new owning unit has nobody on it', () => {
    const errands = running()
      .give(...take('desk.finish.2'))
      .give('move', { unit: 'desk-south' });
    const { id, unit, person } = errands.duty('finish');
    expect([id, unit, person]).toEqual(['desk.finish.2', 'desk-south', undefined]);
  });

  it('a step that changes nothing about the duty leaves the person', () => {
    const errands = running()
      .give(...take('desk.finish.2'))
      .give('accept', {}, { machine: 'p2-1' });
    expect(errands.duty('finish').person).toBe('clerk-1');
    expect(errands.last.moved).toEqual([]);
  });

  it('a closed duty tells who had it', () => {
    const { last } = running()
      .give(...take('p2-1.reply.2'))
      .give('accept', {}, { machine: 'p2-1' });
    expect(last.closed[0]).toMatchObject({ id: 'p2-1.reply.2', person: 'clerk-1' });
  });

  it.each([
    ['taken that is not open', 'take', { duty: 'desk.read.2' }, 'unknown-duty'],
    ['taken without being named', 'take', {}, 'unknown-duty'],
    ['released that nobody has', 'release', { duty: 'desk.finish.2' }, 'not-in-this-state'],
  ])('no duty is %s', (_what, type, payload, reason) => {
    const { state } = running();
    expect(step(errand, state, happening(state, type, payload))).toEqual({
      kind: 'not-possible',
      reason,
    });
  });

  it('the system takes no duty', () => {
    const { state } = running();
    const event = happening(state, 'take', { duty: 'desk.finish.2' }, { actor: { system: 's' } });
    expect(step(errand, state, event)).toEqual({
      kind: 'not-possible',
      reason: 'not-in-this-state',
    });
  });

  it.each(['', undefined])('no duty is without an owner: %p', (unit) => {
    const { state } = running();
    expect(() => step(errand, state, happening(state, 'move', { unit }))).toThrow(
      new EngineFault('duty "finish" of "desk" has no owner'),
    );
  });
});
