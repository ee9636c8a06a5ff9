import { dischargeContext } from './index';
import { at, patient, socialNeeds, Stay } from './stay.testing';

const physician = 'Karin Åström';

/** Entered an hour after it happened. */
const late = { occurredAt: at('2026-03-02 10:00') };

const told = (more = {}) =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: socialNeeds, physician })
    .give(
      '2026-03-02 11:00',
      'send-inskrivningsmeddelande',
      { receivers: ['umea-bistand'], expectedDischargeAt: at('2026-03-06 12:00') },
      more,
    );

describe('what happened earlier than it was entered', () => {
  it('ends a duty of the ward when it happened', () => {
    expect(told(late).last.closed).toMatchObject([
      { key: 'inskrivningsmeddelande', closedAt: at('2026-03-02 10:00') },
    ]);
  });

  it('is a notice to the others only from when it was entered', () => {
    const stay = told(late);
    expect(dischargeContext(stay.state).noticeSentAt).toBe(at('2026-03-02 11:00'));
    expect(stay.duty('beraknad-utskrivning').since).toBe(at('2026-03-02 11:00'));
    expect(stay.duty('svar').since).toBe(at('2026-03-02 11:00'));
    expect(stay.duty('kvittens').since).toBe(at('2026-03-02 11:00'));
  });

  it('starts the days of payment when the notice was entered, whenever the judgement was made', () => {
    const { state } = told().give(
      '2026-03-02 12:30',
      'mark-utskrivningsklar',
      { physician, judgedAt: at('2026-03-02 10:30') },
      { occurredAt: at('2026-03-02 11:30') },
    );
    expect(dischargeContext(state).utskrivningsklar).toEqual({
      judgedAt: at('2026-03-02 10:30'),
      sentAt: at('2026-03-02 12:30'),
    });
  });

  it('moves the patient out when it happened', () => {
    const stay = told()
      .give('2026-03-02 12:30', 'mark-utskrivningsklar', {
        physician,
        judgedAt: at('2026-03-02 12:00'),
      })
      .give('2026-03-02 16:00', 'discharge', {}, { occurredAt: at('2026-03-02 14:00') });
    expect(stay.duty('overtagande')).toMatchObject({
      since: at('2026-03-02 14:00'),
      due: at('2026-03-03 14:00'),
    });
  });
});

describe('a kvittens is owed since the oldest message', () => {
  it('that is not acknowledged', () => {
    const stay = told().give('2026-03-02 15:00', 'change-expected-discharge', {
      expectedDischargeAt: at('2026-03-09 12:00'),
    });
    expect(stay.duty('kvittens').since).toBe(at('2026-03-02 11:00'));
    stay.give('2026-03-02 16:00', 'acknowledge', { messages: ['m2'] });
    expect(stay.duty('kvittens').since).toBe(at('2026-03-02 15:00'));
  });
});
