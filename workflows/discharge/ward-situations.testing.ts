import {
  acknowledgeBoth,
  admitted,
  informed,
  left,
  physician,
  planning,
  ready,
  receiversReady,
  told,
} from './courses.testing';
import type { Situation } from './situations.testing';
import { at, patient, Stay } from './stay.testing';

const lycksele = { unit: 'lycksele-medicin' };
const weekend = { from: at('2026-03-07 09:00'), until: at('2026-03-08 18:00') };

/** What happens on the ward besides the straight way home. */
export const wardSituations: readonly Situation[] = [
  {
    words: 'Flytt till Lycksele begärd, Lycksele har inte svarat',
    stay: () => receiversReady().give('2026-03-04 10:00', 'request-move', lycksele),
    asked: '2026-03-04 11:00',
  },
  {
    words: 'Patienten kan flyttas, Lycksele är sent med svaret',
    stay: () =>
      receiversReady()
        .give('2026-03-04 10:00', 'request-move', lycksele)
        .give('2026-03-04 11:00', 'mark-ready-for-transfer'),
    asked: '2026-03-04 20:00',
  },
  {
    words: 'Patienten ligger nu i Lycksele, mottagarna är klara',
    stay: () =>
      receiversReady()
        .give('2026-03-04 10:00', 'request-move', lycksele)
        .give('2026-03-04 15:00', 'accept-move'),
    asked: '2026-03-04 16:00',
  },
  {
    words: 'Utskrivningen blev inte av, ny tid i morgon',
    stay: () =>
      informed().give('2026-03-05 13:00', 'report-discharge-not-carried-out', {
        reason: 'Transporten kom inte.',
        expectedDischargeAt: at('2026-03-06 10:00'),
      }),
    asked: '2026-03-05 13:20',
  },
  {
    words: 'Patienten har permission över helgen, kommunen planerar',
    stay: () => planning().give('2026-03-04 09:00', 'note-permission', weekend),
    asked: '2026-03-07 15:00',
  },
  {
    words: 'Patienten har inte kommit tillbaka från permissionen',
    stay: () =>
      new Stay()
        .give('2026-03-02 08:00', 'admit', { patient })
        .give('2026-03-04 09:00', 'note-permission', weekend),
    asked: '2026-03-08 20:00',
  },
  {
    words: 'Läkaren har bedömt att inget behov finns',
    stay: () => planning().give('2026-03-04 09:00', 'no-need', { physician }),
    asked: '2026-03-04 10:00',
  },
  {
    words: 'Öppen tvångsvård är beslutad, beslutet är inte kvitterat',
    stay: () =>
      ready(
        receiversReady().give('2026-03-04 10:00', 'note-compulsory-care', { law: 'lpt' }),
        '2026-03-05 09:00',
        { basis: 'open-compulsory-care' },
      ),
    asked: '2026-03-05 09:20',
  },
  {
    words: 'Patienten lämnade sjukhuset mot läkares råd, informationen är inte skickad',
    stay: () =>
      acknowledgeBoth(
        planning().give('2026-03-04 02:00', 'discharge', { ending: 'left-against-advice' }),
        '2026-03-04 07:00',
      )
        .give('2026-03-04 08:00', 'take-over', {}, { handover: 'h2-1' })
        .give('2026-03-04 08:10', 'take-over', {}, { handover: 'h2-2' }),
    asked: '2026-03-04 09:00',
  },
  {
    words: 'Patienten avvek innan någon hade fått veta något',
    stay: () => admitted().give('2026-03-02 09:00', 'discharge', { ending: 'absconded' }),
    asked: '2026-03-02 10:00',
  },
  {
    words: 'Patienten lämnade avdelningen mot läkares råd utan bedömt behov',
    stay: () =>
      new Stay()
        .give('2026-03-02 08:00', 'admit', { patient })
        .give('2026-03-02 11:00', 'discharge', { ending: 'left-against-advice' }),
    asked: '2026-03-02 12:00',
  },
  {
    words: 'Patienten har flyttats till Sunderbyn i Norrbotten',
    stay: () =>
      planning().give('2026-03-04 09:00', 'transfer-to-region', {
        region: '25',
        hospital: 'Sunderby sjukhus',
      }),
    asked: '2026-03-04 10:00',
  },
  {
    words: 'Ärendet öppnades av misstag',
    stay: () => told().give('2026-03-02 11:00', 'makulera-case', { reason: 'Fel patient.' }),
    asked: '2026-03-02 12:00',
  },
  {
    words: 'Patienten dog hemma innan hjälpen hade börjat',
    stay: () => left().give('2026-03-05 23:00', 'register-death'),
    asked: '2026-03-06 08:00',
  },
];
