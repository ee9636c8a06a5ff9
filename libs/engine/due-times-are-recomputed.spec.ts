import { accepted, at, errand, ErrandCase, happening, running } from './errand.testing';
import { EngineFault } from './fault';
import { step } from './step';

describe('a due time is computed anew after every transition', () => {
  it('a difference is a move of the same duty', () => {
    const errands = running().give('extend', { until: at('12:00') });
    expect(errands.last.moved.map(({ before, after }) => [before.due, after.due])).toEqual([
      [null, at('12:00')],
    ]);
    expect(errands.last.opened).toEqual([]);
    expect(errands.duty('finish').id).toBe('desk.finish.2');
  });

  it('the same time is no move, and the duty is the very same', () => {
    const errands = running().give('extend', { until: at('12:00') });
    const before = errands.duty('finish');
    errands.give('extend', { until: at('12:00') });
    expect(errands.last.moved).toEqual([]);
    expect(errands.duty('finish')).toBe(before);
  });

  it('the county agreement that the case opened with decides', () => {
    const opened = accepted(step(errand, null, happening(null, 'ask'), { replyMinutes: 40 }));
    const { state } = opened;
    const asked = accepted(step(errand, state, happening(state, 'send-out', { helpers: ['bo'] })));
    expect(asked.state.duties.find(({ key }) => key === 'reply')?.due).toBe(at('08:40'));
    expect(asked.state.agreement).toEqual({ replyMinutes: 40 });
  });

  it('a due time that is no time is refused, and names the duty', () => {
    const opened = accepted(step(errand, null, happening(null, 'ask'), { replyMinutes: 'soon' }));
    const { state } = opened;
    const asking = () => step(errand, state, happening(state, 'send-out', { helpers: ['bo'] }));
    expect(asking).toThrow(EngineFault);
    expect(asking).toThrow('"due" of duty "reply" of "p2-1" is no time');
    expect(() => running().give('extend', { until: 'tomorrow' })).toThrow(
      '"due" of duty "finish" of "desk" is no time',
    );
  });

  it('a new due time has a ladder of its own, an unchanged one keeps its place on it', () => {
    const climbed = running()
      .give('extend', { until: at('09:00') })
      .give(
        'ladder',
        { duty: 'desk.finish.2', step: 'soon', due: at('09:00') },
        { recordedAt: at('08:50') },
      );
    expect(climbed.duty('finish').passed).toBe(1);
    expect(climbed.give('accept', {}, { machine: 'p2-1' }).duty('finish').passed).toBe(1);
    expect(climbed.give('extend', { until: at('10:00') }).duty('finish').passed).toBeUndefined();
  });
});

describe('two times', () => {
  it('a duty ends when it happened, not when it was recorded', () => {
    const { last } = new ErrandCase().give(
      'cancel',
      {},
      { occurredAt: at('08:30'), recordedAt: at('09:30') },
    );
    expect(last.closed[0]?.closedAt).toBe(at('08:30'));
    expect(last.state.closedAt).toBe(at('08:30'));
  });

  it("a receiver's time starts when it could see the message", () => {
    const errands = running().give(
      'accept',
      {},
      { machine: 'p2-1', occurredAt: at('08:01'), recordedAt: at('08:40') },
    );
    expect(errands.duty('read')).toMatchObject({ since: at('08:40'), due: at('08:45') });
  });
});
