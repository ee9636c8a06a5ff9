import { addDays } from '@hemgang/kernel';
import { patient, socialNeeds, Stay } from '../stay.testing';
import { staffOf } from '../units.testing';
import { judged, notice, physician, told, type Case, type RefusalRow } from './situations.testing';

const NEVER =
  'Ingen har underrättats om att patienten är utskrivningsklar: det finns inga dygn att ange orsak för.';
const OUTSIDE =
  'Alla dagar ska vara dygn då patienten väntade som utskrivningsklar, utan uppehåll. Dagen då patienten lämnade avdelningen räknas inte, och inte en dag som inte är slut.';
const NO_LIST = 'Orsaken finns inte i den lista som gällde de dagarna.';
const NO_SUCH = 'Det finns ingen angiven orsak med den beteckningen, eller så är den makulerad.';
const OWN =
  'Er egen huvudman har angett orsaken. Ange den på nytt om den ska ändras; den andra huvudmannen kommenterar.';

const WAITED = { firstDay: '2026-02-27', lastDay: '2026-03-01', cause: 'beslut-ej-klart' };

/** Told the day before, ready from ten on. */
const readyOn = (day: string) => {
  const before = addDays(day, -1);
  return new Stay()
    .give(`${before} 08:00`, 'admit', { patient, needs: socialNeeds, physician })
    .give(`${before} 09:00`, 'send-inskrivningsmeddelande', notice(['umea-bistand']))
    .give(`${day} 10:00`, 'mark-utskrivningsklar', judged(`${day} 09:00`));
};

/** By noon of 2 March three days have been waited. */
const waiting = () => readyOn('2026-02-27');

/** Ready since before the first list, which begins with 2026. */
const waitingLong = () => readyOn('2025-12-30');

/** The municipality has given a cause by `o4`. */
const set = () =>
  waiting().give(
    '2026-03-01 09:00',
    'set-delay-cause',
    { ...WAITED, lastDay: '2026-02-28' },
    {
      by: staffOf('umea-bistand'),
    },
  );

const days = (firstDay: string, lastDay: string, stay = waiting): Case => ({
  stay,
  payload: { ...WAITED, firstDay, lastDay },
});
const comment = (setting: string, by: string, stay = set): Case => ({
  stay,
  payload: { setting, comment: 'Beslutet var fattat då.' },
  by: staffOf(by),
});

const right: Case = { stay: waiting, payload: WAITED };
const left = () => waiting().give('2026-03-01 14:00', 'discharge');
const struck = () =>
  set().give('2026-03-01 10:00', 'makulera-event', { event: 4, reason: 'Fel orsak.' });
const withdrawn = () =>
  waiting()
    .give('2026-02-28 08:00', 'withdraw-utskrivningsklar', { reason: 'Feber i natt.' })
    .give('2026-03-01 08:00', 'mark-utskrivningsklar', judged('2026-03-01 07:30'));

export const delayRefusals: readonly RefusalRow[] = [
  ['set-delay-cause', NEVER, { stay: told, payload: WAITED }, right],
  // The day before the notice; the day of leaving; a day that is not over; one that was withdrawn.
  ['set-delay-cause', OUTSIDE, days('2026-02-26', '2026-02-28'), right],
  [
    'set-delay-cause',
    OUTSIDE,
    days('2026-03-01', '2026-03-01', left),
    days('2026-02-28', '2026-02-28', left),
  ],
  ['set-delay-cause', OUTSIDE, days('2026-03-02', '2026-03-02'), right],
  [
    'set-delay-cause',
    OUTSIDE,
    days('2026-02-27', '2026-03-01', withdrawn),
    days('2026-03-01', '2026-03-01', withdrawn),
  ],
  [
    'set-delay-cause',
    NO_LIST,
    days('2025-12-31', '2026-01-01', waitingLong),
    days('2026-01-01', '2026-01-02', waitingLong),
  ],
  ['comment-delay-cause', NO_SUCH, comment('o3', 'nus-medicin-2'), comment('o4', 'nus-medicin-2')],
  [
    'comment-delay-cause',
    NO_SUCH,
    comment('o4', 'nus-medicin-2', struck),
    comment('o4', 'nus-medicin-2'),
  ],
  ['comment-delay-cause', OWN, comment('o4', 'umea-bistand'), comment('o4', 'nus-medicin-2')],
];
