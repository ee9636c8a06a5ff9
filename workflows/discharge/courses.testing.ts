import { allNeeds, at, patient, socialNeeds, Stay } from './stay.testing';

/* How far a stay has come: real histories that the situations begin with. */

export const physician = 'Karin Åström';
const reason = 'Bor i Vännäs.';
export const text = { way: 'here', text: 'Går med rollator.' };

export const admitted = (needs = allNeeds) =>
  new Stay().give('2026-03-02 08:00', 'admit', { patient, needs, physician });

const send = (stay: Stay, when: string, receivers: string[], expected = '2026-03-06 12:00') =>
  stay.give(when, 'send-inskrivningsmeddelande', {
    receivers,
    expectedDischargeAt: at(expected),
  });

/** Umeå is h2-1 and Mariehem h2-2; told on Monday at ten, expected home on Friday at twelve. */
export const told = () => send(admitted(), '2026-03-02 10:00', ['umea-bistand', 'hc-mariehem']);
export const toldUmea = () => send(admitted(socialNeeds), '2026-03-02 10:00', ['umea-bistand']);

export const acknowledged = () =>
  told()
    .give('2026-03-02 11:00', 'acknowledge', {}, { handover: 'h2-1' })
    .give('2026-03-02 11:20', 'acknowledge', {}, { handover: 'h2-2' });

export const answered = () =>
  acknowledged()
    .give(
      '2026-03-02 13:00',
      'answer',
      { answer: 'known', currentMeasures: 'Hemtjänst.' },
      { handover: 'h2-1' },
    )
    .give('2026-03-02 14:00', 'answer', { answer: 'not-known' }, { handover: 'h2-2' });

export const clarified = () =>
  answered().give(
    '2026-03-03 09:00',
    'clarify-open-care',
    { available: true },
    { handover: 'h2-2' },
  );

export const planning = () =>
  clarified()
    .give('2026-03-03 10:00', 'start-planning', {}, { handover: 'h2-1' })
    .give('2026-03-03 10:30', 'start-planning', {}, { handover: 'h2-2' });

export const contact = (stay: Stay, when: string) =>
  stay.give(
    when,
    'appoint-fast-vardkontakt',
    { name: 'Maria Öberg', phone: '0980-319 217' },
    { handover: 'h2-2' },
  );

export const receiversReady = () =>
  contact(planning(), '2026-03-03 11:00')
    .give('2026-03-04 09:00', 'report-ready', {}, { handover: 'h2-1' })
    .give('2026-03-04 09:30', 'report-ready', {}, { handover: 'h2-2' });

export const ready = (stay: Stay, when: string, more = {}) =>
  stay.give(when, 'mark-utskrivningsklar', { physician, judgedAt: at(when), ...more });

export const acknowledgeBoth = (stay: Stay, when: string) =>
  stay
    .give(when, 'acknowledge', {}, { handover: 'h2-1' })
    .give(when, 'acknowledge', {}, { handover: 'h2-2' });

export const everybodyReady = () =>
  acknowledgeBoth(ready(receiversReady(), '2026-03-05 09:00'), '2026-03-05 09:30');

export const informed = () =>
  acknowledgeBoth(
    everybodyReady()
      .give('2026-03-05 10:00', 'send-utskrivningsinformation', text)
      .give('2026-03-05 10:05', 'give-patient-summary', text),
    '2026-03-05 10:30',
  );

export const left = () =>
  acknowledgeBoth(informed().give('2026-03-05 13:00', 'discharge'), '2026-03-05 13:30');

export const umeaReturned = () =>
  told().give('2026-03-02 13:00', 'reject', { reason }, { handover: 'h2-1' });
