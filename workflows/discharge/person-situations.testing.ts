import { admitted, physician, told } from './courses.testing';
import type { Situation } from './situations.testing';
import { patient, Stay, unknown } from './stay.testing';
import { staffOf } from './units.testing';

const reason = 'Flyttar till sin dotter i Vännäs.';

const asked = () =>
  told().give(
    '2026-03-02 11:00',
    'request-municipal-transfer',
    { unit: 'vannas-bistand', reason },
    { by: staffOf('umea-bistand') },
  );

/** When it is not plain who the patient is or who is responsible. */
export const personSituations: readonly Situation[] = [
  {
    words: 'Okänd patient, behovet är bedömt och meddelandet inte skickat',
    stay: () =>
      new Stay().give('2026-03-02 08:00', 'admit', {
        patient: unknown,
        needs: { socialServices: true, municipalHealthCare: false, openCare: false },
        physician,
      }),
    asked: '2026-03-02 20:00',
  },
  {
    words: 'Ärendet gällde fel person och är flyttat, rätt mottagare är inte meddelade',
    stay: () =>
      told().give('2026-03-02 15:00', 'move-wrong-person', {
        patient: { ...patient, number: '19350704-9821' },
        reason: 'Fel rad i listan.',
      }),
    asked: '2026-03-03 10:00',
  },
  {
    words: 'Umeå har bett Vännäs ta över ärendet, svaret är sent',
    stay: () =>
      ['h2-1', 'h2-2'].reduce(
        (stay, handover) => stay.give('2026-03-02 12:00', 'acknowledge', {}, { handover }),
        asked(),
      ),
    asked: '2026-03-05 11:30',
  },
  {
    words: 'Vännäs har tagit över ärendet från Umeå',
    stay: () =>
      asked().give(
        '2026-03-03 09:00',
        'accept-municipal-transfer',
        { from: '2026-03-05' },
        { by: staffOf('vannas-bistand') },
      ),
    asked: '2026-03-03 12:00',
  },
  {
    words: 'Ärendet är struket: fel person',
    stay: () => admitted().give('2026-03-02 09:00', 'strike-wrong-person', { reason: 'Fel rad.' }),
    asked: '2026-03-02 10:00',
  },
];
