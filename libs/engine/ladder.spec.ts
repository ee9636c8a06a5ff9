import type { CaseState } from './case-state';
import { deskDuties } from './errand-machines.testing';
import { accepted, at, errand, happening, running } from './errand.testing';
import { climb, nextTimer } from './ladder';
import { step } from './step';

const finish = deskDuties['finish']!;
const until = at('12:00');

/** `finish` is due at 12:00; its rungs are soon 11:50, due 12:00, late 12:30. */
const errands = () => running().give('extend', { until });

function ladder(state: CaseState, payload: Record<string, unknown>, recordedAt: string) {
  const named = { duty: 'desk.finish.2', step: 'soon', due: until, ...payload };
  return step(errand, state, happening(state, 'ladder', named, { recordedAt }));
}

const passed = ({ duties }: CaseState) => duties.find(({ key }) => key === 'finish')?.passed;

describe('the timer of a duty', () => {
  it('is its next rung', () => {
    const duty = errands().duty('finish');
    const timer = { duty: 'desk.finish.2', due: until };
    expect(nextTimer(duty, finish)).toEqual({ ...timer, step: 'soon', fireAt: at('11:50') });
    expect(nextTimer({ ...duty, passed: 1 }, finish)).toEqual({
      ...timer,
      step: 'due',
      fireAt: at('12:00'),
    });
    expect(nextTimer({ ...duty, passed: 2 }, finish)).toEqual({
      ...timer,
      step: 'late',
      fireAt: at('12:30'),
    });
  });

  it('is none after the last rung or without a due time', () => {
    const duty = errands().duty('finish');
    expect(nextTimer({ ...duty, passed: 3 }, finish)).toBeNull();
    expect(nextTimer({ ...duty, due: null }, finish)).toBeNull();
    expect(climb({ ...duty, due: null }, finish, at('23:00'))).toBeNull();
  });
});

describe('a rung that is reached', () => {
  it('reminds, is remembered and moves no machine', () => {
    const { state } = errands();
    const climbed = accepted(ladder(state, {}, at('11:50')));
    expect(climbed.effects).toEqual([
      {
        type: 'remind',
        duty: 'desk.finish.2',
        step: 'soon',
        audience: 'owner',
        unit: 'desk-north',
        due: until,
        isAcute: true,
      },
    ]);
    expect(climbed.state).toEqual({
      ...state,
      seq: state.seq + 1,
      duties: state.duties.map((duty) =>
        duty.id === 'desk.finish.2' ? { ...duty, passed: 1 } : duty,
      ),
    });
    expect(climbed.state.machines).toBe(state.machines);
    expect([climbed.opened, climbed.closed]).toEqual([[], []]);
  });

  it('after downtime passes all rungs and acts once, as the highest', () => {
    const climbed = accepted(ladder(errands().state, {}, at('14:00')));
    expect(climbed.effects.map((effect) => effect.type === 'remind' && effect.step)).toEqual([
      'late',
    ]);
    expect(passed(climbed.state)).toBe(3);
  });

  it('passes no more rungs than opening hours allow', () => {
    const climbed = accepted(ladder(errands().state, { reached: 'due' }, at('14:00')));
    expect(climbed.effects).toMatchObject([{ step: 'due', audience: 'owner' }]);
    expect(passed(climbed.state)).toBe(2);
  });

  it('after a move to a time that has passed acts once, too', () => {
    const moved = errands().give('extend', { until: at('09:00') });
    const climbed = accepted(ladder(moved.state, { due: at('09:00') }, at('09:10')));
    expect(climbed.effects).toMatchObject([{ step: 'due', due: at('09:00') }]);
    expect(passed(climbed.state)).toBe(2);
  });

  it('carries on from where the ladder stands', () => {
    const once = accepted(ladder(errands().state, {}, at('11:50'))).state;
    const twice = accepted(ladder(once, { step: 'due' }, at('12:00')));
    expect(twice.effects).toMatchObject([{ step: 'due' }]);
    expect(passed(twice.state)).toBe(2);
  });
});

describe('a rung is refused', () => {
  it.each([
    ['that is not the next one', { step: 'due' }, at('12:00')],
    ['that the ladder does not have', { step: 'never' }, at('23:00')],
    ['up to one that the ladder does not have', { reached: 'never' }, at('23:00')],
    ['of a due time that has moved', { due: at('11:00') }, at('23:00')],
    ['before its time', {}, at('11:49')],
    ['of a duty that has ended', { duty: 'desk.send-out.1' }, at('23:00')],
    ['of no duty', { duty: undefined }, at('23:00')],
  ])('%s', (_which, payload, recordedAt) => {
    expect(ladder(errands().state, payload, recordedAt)).toEqual({
      kind: 'not-possible',
      reason: 'stale-timer',
    });
  });

  it('a second time', () => {
    const once = accepted(ladder(errands().state, {}, at('11:50'))).state;
    expect(ladder(once, {}, at('11:51'))).toEqual({ kind: 'not-possible', reason: 'stale-timer' });
  });
});
