import { at, patient, socialNeeds, Stay } from './stay.testing';
import { staffOf, WARD } from './units.testing';

const physician = 'Karin Åström';
const reason = 'Fel tid i journalen.';
const LULEA = 'lulea-bistand';

/** Luleå has no account: it was rung at eleven, and answered at twelve. */
const answered = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: socialNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: [LULEA],
      expectedDischargeAt: at('2026-03-06 12:00'),
    })
    .give('2026-03-02 11:00', 'report-sent')
    .give('2026-03-02 12:00', 'answer', { answer: 'not-known' });

const unsent = ({ state }: Stay) => state.machines['x2-1']?.context['unsent'];

describe('a rättelse where a receiver has no account', () => {
  it('is carried by the ward to who was told, once', () => {
    const stay = answered().give('2026-03-02 13:00', 'correct', {
      event: 2,
      expectedDischargeAt: at('2026-03-07 12:00'),
      reason,
    });
    expect(unsent(stay)).toEqual([{ entry: 'rattelse', since: at('2026-03-02 13:00') }]);
    expect(stay.duty('skicka-externt').unit).toBe(WARD);
    stay.give('2026-03-02 14:00', 'report-sent');
    expect(unsent(stay)).toEqual([]);
  });

  it('is carried also when no time is corrected', () => {
    const stay = answered()
      .give('2026-03-02 12:30', 'send-utskrivningsinformation', { way: 'here', text: 'Rollator.' })
      .give('2026-03-02 12:40', 'report-sent')
      .give('2026-03-02 13:00', 'makulera-event', { event: 5, reason });
    expect(unsent(stay)).toEqual([{ entry: 'makulering', since: at('2026-03-02 13:00') }]);
  });

  it('is not carried to who was told nothing of it', () => {
    const admittedAt = at('2026-03-02 07:30');
    const stay = answered().give('2026-03-02 13:00', 'correct', { event: 1, admittedAt, reason });
    expect(unsent(stay)).toEqual([]);
  });

  it('may be made by the ward of what it registered for the receiver', () => {
    const stay = answered();
    stay.give('2026-03-02 13:00', 'makulera-event', { event: 4, reason }, { by: staffOf(WARD) });
    expect(stay.duty('svar').unit).toBe(LULEA);
  });

  it('may be made by nobody else', () => {
    const asked = { name: 'makulera-event', payload: { event: 4, reason } };
    const by = staffOf('umea-bistand');
    expect(answered().ask({ ...asked, by, recordedAt: at('2026-03-02 13:00') })).toMatchObject({
      kind: 'refused',
      because: 'role',
    });
  });
});
