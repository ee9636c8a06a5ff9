import { dischargeContext, delaySlices, delayStretches } from './index';
import { at, patient, allNeeds, Stay } from './stay.testing';
import { staffOf, WARD } from './units.testing';

const physician = 'Karin Åström';
const CAUSE = { firstDay: '2026-03-03', lastDay: '2026-03-04', cause: 'beslut-ej-klart' };
const umea = { by: staffOf('umea-bistand') };
const ward = { by: staffOf(WARD) };

/** Umeå is h2-1, Mariehem h2-2; ready since Tuesday 3 March. */
const ready = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand', 'hc-mariehem'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    })
    .give('2026-03-03 09:00', 'mark-utskrivningsklar', {
      physician,
      judgedAt: at('2026-03-03 08:30'),
    });

/** The municipality says why, by `o4`, and the ward answers. */
const commented = () =>
  ready()
    .give('2026-03-05 09:00', 'set-delay-cause', { ...CAUSE, note: 'Nämnden.' }, umea)
    .give('2026-03-05 10:00', 'comment-delay-cause', { setting: 'o4', comment: 'Nej.' }, ward);

const slicesAt = ({ state }: Stay, today: string) => {
  const context = dischargeContext(state);
  return delaySlices(delayStretches(context, today), context.delayCauses ?? []).map(
    ({ firstDay, lastDay, days, set }) => [firstDay, lastDay, days, set?.cause ?? null],
  );
};
const owed = ({ state }: Stay) => state.duties.map(({ id, due }) => `${id} ${due}`).sort();

describe('why the patient waited', () => {
  it('is said by a party and told to the others; nothing is owed more, less or later', () => {
    const stay = ready();
    const before = owed(stay);
    stay.give('2026-03-05 09:00', 'set-delay-cause', { ...CAUSE, note: 'Nämnden.' }, umea);
    expect(stay.last).toMatchObject({
      ...{ opened: [], closed: [], moved: [] },
      effects: [{ type: 'disclose', entry: 'fordrojningsorsak', units: [WARD, 'hc-mariehem'] }],
    });
    expect(owed(stay)).toEqual(before);
    expect(JSON.stringify(stay.log)).not.toContain('Nämnden');
    expect(slicesAt(stay, '2026-03-06')).toEqual([
      ['2026-03-03', '2026-03-04', 2, 'beslut-ej-klart'],
      ['2026-03-05', '2026-03-05', 1, null],
    ]);
  });

  it('is commented by another huvudman, beside the cause that stays', () => {
    const stay = commented();
    expect(stay.last.effects).toMatchObject([
      { entry: 'fordrojningskommentar', units: ['umea-bistand', 'hc-mariehem'] },
    ]);
    expect(dischargeContext(stay.state).delayCauses).toEqual([
      {
        ...CAUSE,
        event: 4,
        unit: 'umea-bistand',
        huvudman: 'kommun-2480',
        at: at('2026-03-05 09:00'),
        comments: [{ event: 5, unit: WARD, at: at('2026-03-05 10:00') }],
      },
    ]);
  });

  it('stands as it stood before when it is struck, and so does a comment', () => {
    const one = commented().give('2026-03-05 11:00', 'makulera-event', {
      event: 5,
      reason: 'Fel.',
    });
    expect(dischargeContext(one.state).delayCauses?.[0]).not.toHaveProperty('comments');
    one.give('2026-03-05 12:00', 'makulera-event', { event: 4, reason: 'Fel.' });
    expect(dischargeContext(one.state)).not.toHaveProperty('delayCauses', expect.anything());
    expect(slicesAt(one, '2026-03-05')).toEqual([['2026-03-03', '2026-03-04', 2, null]]);
  });

  it('may be said after the case is closed, which stays closed', () => {
    const stay = ready()
      .give('2026-03-05 09:00', 'register-death')
      .give('2026-03-09 09:00', 'set-delay-cause', CAUSE, umea)
      .give('2026-03-09 10:00', 'comment-delay-cause', { setting: 'o5', comment: 'Ja.' }, ward);
    expect(stay.state.closedAt).toBe(at('2026-03-05 09:00'));
    expect(stay.state.duties).toEqual([]);
    expect(slicesAt(stay, '2026-03-20')).toEqual([
      ['2026-03-03', '2026-03-04', 2, 'beslut-ej-klart'],
    ]);
  });

  it('counts what was waited before a withdrawn notice, and not a notice that was struck', () => {
    const again = (stay: Stay) =>
      stay.give('2026-03-08 09:00', 'mark-utskrivningsklar', {
        physician,
        judgedAt: at('2026-03-08 08:30'),
      });
    const withdrawn = ready().give('2026-03-05 09:00', 'withdraw-utskrivningsklar', {
      reason: 'Feber i natt.',
    });
    expect(slicesAt(again(withdrawn), '2026-03-09')).toEqual([
      ['2026-03-03', '2026-03-04', 2, null],
      ['2026-03-08', '2026-03-08', 1, null],
    ]);
    const struck = ready().give('2026-03-05 09:00', 'makulera-event', {
      event: 3,
      reason: 'Fel patient.',
    });
    expect(slicesAt(again(struck), '2026-03-09')).toEqual([['2026-03-08', '2026-03-08', 1, null]]);
  });

  it('is a waiting of nobody when no need is left, or it was somebody else', () => {
    const stay = commented().give('2026-03-05 11:00', 'no-need', { physician });
    expect(slicesAt(stay, '2026-03-09')).toEqual([]);
    expect(dischargeContext(stay.state).delayCauses).toBeUndefined();
  });
});
