import { errand, ErrandCase, accepted, at, happening, running } from './errand.testing';
import { EngineFault } from './fault';
import { step } from './step';
import type { WorkflowDefinition } from './workflow';

/** The errand with another `finish` duty. */
function withFinish(over: Record<string, unknown>): WorkflowDefinition {
  return {
    ...errand,
    machines: errand.machines.map((definition) => {
      const { finish } = definition.duties;
      return finish === undefined
        ? definition
        : { ...definition, duties: { ...definition.duties, finish: { ...finish, ...over } } };
    }),
  };
}

describe('a duty is open exactly while its state is active', () => {
  it('opens with the case', () => {
    const { last } = new ErrandCase();
    expect(last.opened).toEqual([
      {
        id: 'desk.send-out.1',
        key: 'send-out',
        machine: 'desk',
        unit: 'desk-north',

        since: at('08:00'),
        due: at('09:00'),
      },
    ]);
    expect(last.state.duties).toEqual(last.opened);
  });

  it('opens and closes with the transitions, in the machines they belong to', () => {
    const { last } = running();
    expect(last.closed.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['desk.send-out.1', 'fulfilled'],
    ]);
    expect(last.opened.map(({ id, unit }) => [id, unit])).toEqual([
      ['desk.finish.2', 'desk-north'],
      ['p2-1.reply.2', 'anna'],
      ['p2-2.reply.2', 'bo'],
    ]);
  });

  it('ends as its outcome for the event says, also when a message of another machine ends it', () => {
    const { last } = running().give('cancel');
    expect(last.closed.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['desk.finish.2', 'lapsed'],
      ['p2-1.reply.2', 'lapsed'],
      ['p2-2.reply.2', 'lapsed'],
    ]);
  });

  it('is refused an end that its outcomes do not name', () => {
    const { state } = running(withFinish({ outcomes: { cancel: 'lapsed' } }));
    expect(() => step(withFinish({ outcomes: {} }), state, happening(state, 'finish'))).toThrow(
      new EngineFault('"finish" ends duty "finish" without a declared outcome'),
    );
  });
});

describe('a list is mirrored by one duty', () => {
  const mail = running()
    .give('accept', {}, { machine: 'p2-1', recordedAt: at('08:10') })
    .give('decline', {}, { machine: 'p2-2', recordedAt: at('08:20') });

  it('that is due from the oldest item, however many there are', () => {
    expect(mail.duty('read')).toMatchObject({
      id: 'desk.read.3',
      since: at('08:10'),
      due: at('08:15'),
    });
    expect(mail.last.opened).toEqual([]);
  });

  it('that moves to the next item when the oldest is gone', () => {
    const { last } = new ErrandCase(errand).give('send-out', { helpers: ['anna'] });
    expect(last.moved).toEqual([]);
    const read = accepted(step(errand, mail.state, happening(mail.state, 'read', { ids: ['w3'] })));
    expect(read.moved.map(({ before, after }) => [before.due, after.due, after.id])).toEqual([
      [at('08:15'), at('08:25'), 'desk.read.3'],
    ]);
    expect(read.closed).toEqual([]);
  });

  it('that ends when the list is empty', () => {
    const read = accepted(step(errand, mail.state, happening(mail.state, 'read')));
    expect(read.closed.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['desk.read.3', 'fulfilled'],
    ]);
  });
});
