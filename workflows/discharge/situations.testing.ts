import { systemEvent } from './history.testing';
import {
  acknowledgeBoth,
  acknowledged,
  admitted,
  answered,
  clarified,
  contact,
  everybodyReady,
  informed,
  left,
  physician,
  planning,
  ready,
  receiversReady,
  text,
  told,
  toldUmea,
  umeaReturned,
} from './courses.testing';
import { allNeeds, at, patient, Stay } from './stay.testing';
import { personSituations } from './person-situations.testing';
import { startSituations } from './start-situations.testing';
import { wardSituations } from './ward-situations.testing';
import { staffOf } from './units.testing';

/** A situation on the ward in Swedish words, and the real history that leads to it. */
export interface Situation {
  readonly words: string;
  readonly stay: () => Stay;
  /** When somebody asks why the patient is still here, as a Swedish clock shows it. */
  readonly asked: string;
}

/** Some forty situations of a stay, in the order of its life; README.md shows what is told. */
export const situations: readonly Situation[] = [
  {
    words: 'Nyss inskriven, ingen läkare har bedömt något behov',
    stay: () => new Stay().give('2026-03-02 08:00', 'admit', { patient }),
    asked: '2026-03-02 08:10',
  },
  {
    words: 'Inskriven med bedömt behov, meddelandet är inte skickat än',
    stay: admitted,
    asked: '2026-03-02 09:14',
  },
  {
    words: 'Det är fyra timmar kvar till meddelandet ska ha gått',
    stay: admitted,
    asked: '2026-03-03 04:00',
  },
  { words: 'Meddelandet skulle ha gått i morse', stay: admitted, asked: '2026-03-03 11:00' },
  {
    words: 'Behovet bedömdes först dagen efter inskrivningen',
    stay: () =>
      new Stay()
        .give('2026-03-02 08:00', 'admit', { patient })
        .give('2026-03-03 10:30', 'judge-need', { needs: allNeeds, physician }),
    asked: '2026-03-03 12:00',
  },
  {
    words: 'Meddelandet är just skickat till kommunen och hälsocentralen',
    stay: told,
    asked: '2026-03-02 10:14',
  },
  {
    words: 'Kommunen har kvitterat men inte hälsocentralen',
    stay: () => told().give('2026-03-02 11:00', 'acknowledge', {}, { handover: 'h2-1' }),
    asked: '2026-03-02 12:00',
  },
  { words: 'Ingen har kvitterat på ett dygn', stay: told, asked: '2026-03-03 10:45' },
  {
    words: 'Alla har kvitterat men ingen har svarat',
    stay: acknowledged,
    asked: '2026-03-02 12:00',
  },
  {
    words: 'Kommunen har svarat, hälsocentralen är sen med svaret',
    stay: () =>
      acknowledged().give(
        '2026-03-02 13:00',
        'answer',
        { answer: 'not-known' },
        { handover: 'h2-1' },
      ),
    asked: '2026-03-03 13:00',
  },
  {
    words: 'Alla har svarat, hälsocentralen har inte klarlagt sina insatser',
    stay: answered,
    asked: '2026-03-02 16:00',
  },
  {
    words: 'Hälsocentralen säger att insatserna saknas',
    stay: () =>
      answered().give(
        '2026-03-03 09:00',
        'clarify-open-care',
        { available: false },
        { handover: 'h2-2' },
      ),
    asked: '2026-03-04 12:00',
  },
  {
    words: 'Insatserna är klarlagda, ingen har börjat planera',
    stay: clarified,
    asked: '2026-03-03 09:30',
  },
  { words: 'Planeringen är försenad', stay: clarified, asked: '2026-03-04 15:00' },
  { words: 'Båda planerar, ingen är klar att ta emot', stay: planning, asked: '2026-03-03 15:00' },
  {
    words: 'Kommunen är klar, hälsocentralen planerar',
    stay: () =>
      contact(planning(), '2026-03-03 11:00').give(
        '2026-03-04 09:00',
        'report-ready',
        {},
        { handover: 'h2-1' },
      ),
    asked: '2026-03-04 10:00',
  },
  {
    words: 'Båda är klara men ingen fast vårdkontakt är utsedd',
    stay: () =>
      planning()
        .give('2026-03-04 09:00', 'report-ready', {}, { handover: 'h2-1' })
        .give('2026-03-04 09:30', 'report-ready', {}, { handover: 'h2-2' }),
    asked: '2026-03-04 10:00',
  },
  {
    words: 'Alla mottagare är klara, patienten är inte utskrivningsklar',
    stay: receiversReady,
    asked: '2026-03-04 10:00',
  },
  {
    words: 'Den beräknade utskrivningen har passerat utan ny tid',
    stay: receiversReady,
    asked: '2026-03-07 09:00',
  },
  {
    words: 'Utskrivningen är framflyttad till måndag',
    stay: () =>
      acknowledgeBoth(
        receiversReady().give('2026-03-05 09:00', 'change-expected-discharge', {
          expectedDischargeAt: at('2026-03-09 12:00'),
        }),
        '2026-03-05 09:30',
      ),
    asked: '2026-03-05 10:00',
  },
  {
    words: 'Den nya tiden är inte kvitterad',
    stay: () =>
      receiversReady().give('2026-03-05 09:00', 'change-expected-discharge', {
        expectedDischargeAt: at('2026-03-09 12:00'),
      }),
    asked: '2026-03-05 10:00',
  },
  {
    words: 'Utskrivningsklar, sekretess hindrar underrättelsen',
    stay: () => ready(receiversReady(), '2026-03-05 09:00', { secrecyHinders: true }),
    asked: '2026-03-05 13:00',
  },
  {
    words: 'Utskrivningsklar, underrättelsen är inte kvitterad',
    stay: () => ready(receiversReady(), '2026-03-05 09:00'),
    asked: '2026-03-05 09:20',
  },
  {
    words: 'Utskrivningsklar i förtid, kommunen planerar ännu',
    stay: () => acknowledgeBoth(ready(planning(), '2026-03-04 09:00'), '2026-03-04 10:00'),
    asked: '2026-03-04 12:00',
  },
  {
    words: 'Utskrivningsklar, kommunen har inte börjat planera',
    stay: () => acknowledgeBoth(ready(clarified(), '2026-03-04 09:00'), '2026-03-04 10:00'),
    asked: '2026-03-04 10:30',
  },
  {
    words: 'Kommunens tid är ute och den har inte ens börjat planera',
    stay: () => acknowledgeBoth(ready(clarified(), '2026-03-04 09:00'), '2026-03-04 10:00'),
    asked: '2026-03-07 09:00',
  },
  {
    words: 'Utskrivningsklar efter tolv: en dag till innan kommunen betalar',
    stay: () => acknowledgeBoth(ready(planning(), '2026-03-04 12:30'), '2026-03-04 13:00'),
    asked: '2026-03-04 14:00',
  },
  {
    words: 'Kommunens tid är ute och den är inte klar',
    stay: () => acknowledgeBoth(ready(planning(), '2026-03-04 09:00'), '2026-03-04 10:00'),
    asked: '2026-03-07 09:00',
  },
  {
    words: 'Allt är klart utom utskrivningsinformationen',
    stay: everybodyReady,
    asked: '2026-03-05 09:45',
  },
  {
    words: 'Informationen är skickad men inte kvitterad',
    stay: () => everybodyReady().give('2026-03-05 10:00', 'send-utskrivningsinformation', text),
    asked: '2026-03-05 10:10',
  },
  {
    words: 'Patienten har inte fått sin sammanfattning',
    stay: () =>
      acknowledgeBoth(
        everybodyReady().give('2026-03-05 10:00', 'send-utskrivningsinformation', text),
        '2026-03-05 10:30',
      ),
    asked: '2026-03-05 10:40',
  },
  { words: 'Allt är klart, patienten är kvar', stay: informed, asked: '2026-03-05 12:00' },
  {
    words: 'Patienten blev sämre, utskrivningsklar är återtaget',
    stay: () =>
      acknowledgeBoth(
        informed().give('2026-03-05 12:00', 'withdraw-utskrivningsklar', { reason: 'Feber.' }),
        '2026-03-05 12:30',
      ),
    asked: '2026-03-05 13:00',
  },
  {
    words: 'Kommunen skickade tillbaka meddelandet som felsänt',
    stay: umeaReturned,
    asked: '2026-03-02 14:00',
  },
  { words: 'Ingen ny mottagare på fem timmar', stay: umeaReturned, asked: '2026-03-02 18:00' },
  {
    words: 'Rätt kommun har fått meddelandet',
    stay: () =>
      umeaReturned()
        .give('2026-03-02 14:00', 'acknowledge', {}, { handover: 'h2-2' })
        .give('2026-03-02 14:30', 'readdress', { replaces: 'h2-1', unit: 'vannas-bistand' }),
    asked: '2026-03-02 15:00',
  },
  { words: 'Patienten har åkt hem, ingen har tagit över', stay: left, asked: '2026-03-05 15:00' },
  {
    words: 'Patienten är hemma, kommunen har tagit över men inte hälsocentralen',
    stay: () => left().give('2026-03-05 17:00', 'take-over', {}, { handover: 'h2-1' }),
    asked: '2026-03-06 09:00',
  },
  {
    words: 'Ett dygn hemma utan att kommunen har bekräftat',
    stay: left,
    asked: '2026-03-06 15:30',
  },
  {
    words: 'Patienten åkte hem utan utsedd fast vårdkontakt',
    stay: () => ready(planning(), '2026-03-05 09:00').give('2026-03-05 13:00', 'discharge'),
    asked: '2026-03-05 14:00',
  },
  ...startSituations,
  {
    words: 'Alla har tagit över',
    stay: () =>
      left()
        .give('2026-03-05 17:00', 'take-over', {}, { handover: 'h2-1' })
        .give('2026-03-06 10:00', 'take-over', {}, { handover: 'h2-2' }),
    asked: '2026-03-06 11:00',
  },
  {
    words: 'Hem utan behov av insatser',
    stay: () =>
      new Stay()
        .give('2026-03-02 08:00', 'admit', { patient })
        .give('2026-03-03 11:00', 'discharge'),
    asked: '2026-03-03 12:00',
  },
  {
    words: 'Patienten har avlidit',
    stay: () => told().give('2026-03-03 05:00', 'register-death'),
    asked: '2026-03-03 06:00',
  },
  {
    words: 'Kommunen har tagit över men har inte gjort det som den åtog sig',
    stay: () =>
      left()
        .give(
          '2026-03-05 14:00',
          'take-on',
          { text: 'Hämta hjälpmedlen.', dueDate: '2026-03-07', dueTime: '12:00' },
          { by: staffOf('umea-bistand') },
        )
        .give('2026-03-05 17:00', 'take-over', {}, { handover: 'h2-1' })
        .give('2026-03-06 10:00', 'take-over', {}, { handover: 'h2-2' }),
    asked: '2026-03-06 11:00',
  },
  {
    words: 'Avdelningen väntar på svar på ett förslag, allt annat är klart',
    stay: () =>
      left()
        .give('2026-03-05 14:00', 'propose-atagande', {
          unit: 'hc-mariehem',
          text: 'Ringa på måndag.',
          dueDate: '2026-03-09',
        })
        .give('2026-03-05 17:00', 'take-over', {}, { handover: 'h2-1' })
        .give('2026-03-06 10:00', 'take-over', {}, { handover: 'h2-2' }),
    asked: '2026-03-06 11:00',
  },
  {
    words: 'Alla har tagit över, ett meddelande är inte kvitterat',
    stay: () =>
      left()
        .give('2026-03-05 14:00', 'send-message', {
          to: ['umea-bistand'],
          category: 'hjalpmedel',
          priority: 'ordinary',
          text: 'Rullatorn står kvar här.',
        })
        .give('2026-03-05 17:00', 'take-over', {}, { handover: 'h2-1' })
        .give('2026-03-06 10:00', 'take-over', {}, { handover: 'h2-2' }),
    asked: '2026-03-06 11:00',
  },
  {
    words: 'Patienten är inskriven igen',
    stay: () => {
      const again = left();
      const event = systemEvent(again.state, 'patient-readmitted', at('2026-03-06 02:00'));
      again.happen(event);
      return again;
    },
    asked: '2026-03-06 08:00',
  },
  {
    words: 'En enda mottagare, allt kvitterat samma minut',
    stay: () => toldUmea().give('2026-03-02 10:00', 'acknowledge'),
    asked: '2026-03-02 10:00',
  },
  ...wardSituations,
  ...personSituations,
];
