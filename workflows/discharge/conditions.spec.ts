import { dischargeContext } from './index';
import { at, patient, socialNeeds, Stay } from './stay.testing';

const physician = 'Karin Åström';
const weekend = { from: at('2026-03-07 09:00'), until: at('2026-03-08 18:00') };

const told = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: socialNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });

const dueTimes = ({ state }: Stay) => state.duties.map(({ id, due }) => `${id} ${due}`).sort();

describe('a leave of absence', () => {
  it('is told to the receivers and moves neither state nor clock', () => {
    const stay = told();
    const { machines } = stay.state;
    const before = dueTimes(stay);
    stay.give('2026-03-06 09:00', 'note-permission', weekend);
    expect(dischargeContext(stay.state).permission).toEqual(weekend);
    expect(stay.last).toMatchObject({
      opened: [],
      closed: [],
      moved: [],
      effects: [{ type: 'disclose', entry: 'permission', units: ['umea-bistand'] }],
    });
    expect(dueTimes(stay)).toEqual(before);
    expect(stay.state.machines['discharge']?.value).toEqual(machines['discharge']?.value);
  });

  it('may be noted anew with other times, and ends when the patient is back', () => {
    const stay = told()
      .give('2026-03-06 09:00', 'note-permission', weekend)
      .give('2026-03-07 08:00', 'note-permission', { ...weekend, from: at('2026-03-07 12:00') });
    expect(dischargeContext(stay.state).permission?.from).toBe(at('2026-03-07 12:00'));
    stay.give('2026-03-08 17:00', 'end-permission');
    expect(dischargeContext(stay.state).permission).toBeUndefined();
    expect(stay.last.effects).toMatchObject([{ entry: 'permission-avslutad' }]);
  });

  it('that would end before it begins is no leave', () => {
    const { from, until } = weekend;
    const backwards = { name: 'note-permission', payload: { from: until, until: from } };
    const stay = told();
    expect(stay.ask({ ...backwards, recordedAt: at('2026-03-06 09:00') })).toMatchObject({
      because: 'payload',
    });
  });

  it('is over when the stay is', () => {
    const stay = told()
      .give('2026-03-06 09:00', 'note-permission', weekend)
      .give('2026-03-07 20:00', 'discharge', { ending: 'absconded' });
    expect(dischargeContext(stay.state).permission).toBeUndefined();
  });
});

describe('compulsory care', () => {
  const held = () => told().give('2026-03-02 11:00', 'note-compulsory-care', { law: 'lrv' });
  const judgement = { physician: 'Åsa Lind', judgedAt: at('2026-03-03 13:00') };
  const decision = { ...judgement, basis: 'open-compulsory-care' };

  it('is told to nobody when it is noted', () => {
    expect(held().last).toMatchObject({ effects: [], opened: [], closed: [] });
    expect(dischargeContext(held().state).compulsory).toBe('lrv');
  });

  it('lets the decision on open care be the notice: clock and duties as after any other (20)', () => {
    const stay = held().give('2026-03-03 13:10', 'mark-utskrivningsklar', decision);
    expect(dischargeContext(stay.state).utskrivningsklar).toEqual({
      judgedAt: at('2026-03-03 13:00'),
      sentAt: at('2026-03-03 13:10'),
      basis: 'open-compulsory-care',
    });
    expect(stay.last.effects).toMatchObject([
      { entry: 'utskrivningsklar', legalBasis: 'STATUTORY_NOTICE', units: ['umea-bistand'] },
    ]);
    stay.give('2026-03-03 14:00', 'start-planning');
    // After twelve on Tuesday: from Saturday.
    expect(stay.duty('beredskap').due).toBe(at('2026-03-07 00:00'));
  });

  it('does not hinder an ordinary judgement', () => {
    const stay = held().give('2026-03-03 13:10', 'mark-utskrivningsklar', judgement);
    expect(dischargeContext(stay.state).utskrivningsklar?.basis).toBeUndefined();
  });

  it('that has ended is no ground for such a decision', () => {
    const stay = held().give('2026-03-03 09:00', 'note-compulsory-care', { law: 'none' });
    expect(
      stay.ask({
        name: 'mark-utskrivningsklar',
        payload: decision,
        recordedAt: at('2026-03-03 13:10'),
      }),
    ).toMatchObject({ because: 'rule' });
  });
});
