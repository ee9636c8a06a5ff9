import type { Me } from '../api/types';
import type { Text } from '../language';

/** One thing to try, and the page where it is tried. */
export interface Step {
  readonly title: Text;
  readonly how: Text;
  readonly at: string;
}

const worklist: Step = {
  title: { sv: 'Se vad som väntar på er', en: 'See what waits for you' },
  how: {
    sv: 'Att göra visar allt som din enhet ska göra, det mest brådskande först. Öppna en rad med Enter eller genom att trycka på namnet. Med ? ser du alla tangenter.',
    en: 'To do shows everything that your unit has to do, the most urgent first. Open a row with Enter or by pressing its name. Press ? for all keys.',
  },
  at: '/',
};

const clock: Step = {
  title: { sv: 'Flytta tiden framåt', en: 'Move the time forward' },
  how: {
    sv: 'Uppe i övningsbandet flyttar du klockan en timme, ett dygn eller tre dygn, för alla i övningen. Se hur det som inte blev gjort blir försenat, och vem som påminns.',
    en: 'In the training band you move the clock by an hour, a day or three days, for everybody in the training. See how what was not done becomes overdue, and who is reminded.',
  },
  at: '/',
};

const ward: readonly Step[] = [
  worklist,
  {
    title: { sv: 'Skriv in en påhittad patient', en: 'Admit an invented patient' },
    how: {
      sv: 'Använd provnumret 19121212-1212 och vilket namn du vill. Kryssa i vad patienten behöver efter sjukhuset och vem som har bedömt det.',
      en: 'Use the test number 19121212-1212 and any name. Tick what the patient needs after hospital and who has judged it.',
    },
    at: '/arenden/ny',
  },
  {
    title: { sv: 'Skicka inskrivningsmeddelande', en: 'Send the admission notice' },
    how: {
      sv: 'Öppna patienten. Mottagarna är föreslagna med skäl; du bestämmer. Innan du skickar ser du vem som får veta vad. Meddelandet ska ha gått inom 24 timmar.',
      en: 'Open the patient. Receivers are proposed with reasons; you decide. Before you send you see who is told what. The notice must leave within 24 hours.',
    },
    at: '/arenden',
  },
  {
    title: { sv: 'Märk patienten utskrivningsklar', en: 'Mark the patient ready for discharge' },
    how: {
      sv: 'Läkaren har bedömt; du anger när. Underrättelsen startar kommunens klocka, och den står i betalningsdelen dag för dag.',
      en: 'The physician has judged; you say when. The notice starts the clock of the municipality, and the payment part shows it day by day.',
    },
    at: '/arenden',
  },
  clock,
];

const municipality: readonly Step[] = [
  worklist,
  {
    title: { sv: 'Kvittera', en: 'Acknowledge' },
    how: {
      sv: 'Öppna ett ärende som du inte har sett, läs det och kvittera. Avdelningen ser genast att någon har tagit del av det. I listan kvitterar e det som du har läst.',
      en: 'Open a case that you have not seen, read it and acknowledge. The ward sees at once that somebody has taken it in. In the list, e acknowledges what you have read.',
    },
    at: '/',
  },
  {
    title: { sv: 'Svara om patienten', en: 'Answer about the patient' },
    how: {
      sv: 'Säg om patienten är känd hos er och vilka insatser som finns i dag. Er kommuns samlade svar syns för avdelningen.',
      en: 'Say whether you know the patient and which measures there are today. The joint answer of your municipality shows to the ward.',
    },
    at: '/arenden',
  },
  {
    title: { sv: 'Lägg en uppgift på en kollega', en: 'Give a duty to a colleague' },
    how: {
      sv: 'Markera rader med x och välj ett namn. Du kan ångra. Uppgiften är fortfarande enhetens: blir den inte gjord påminns alla.',
      en: 'Select rows with x and choose a name. You can undo. The duty is still the unit’s: if it is not done, all are reminded.',
    },
    at: '/',
  },
  clock,
];

const primaryCare: readonly Step[] = [
  worklist,
  {
    title: { sv: 'Starta en SIP', en: 'Begin a SIP' },
    how: {
      sv: 'Välj en patient som behöver både region och kommun. Erbjud SIP och skriv ned samtycket: utan det får ingen kallas.',
      en: 'Choose a patient who needs both region and municipality. Offer a SIP and write down the consent: without it nobody may be called.',
    },
    at: '/sip',
  },
  {
    title: { sv: 'Kalla till mötet', en: 'Call to the meeting' },
    how: {
      sv: 'Kalla de enheter som ska vara med, senast tre dagar efter att patienten blev utskrivningsklar. Alla får mötet i sin kalender.',
      en: 'Call the units that shall take part, within three days after the patient was ready for discharge. All get the meeting in their calendar.',
    },
    at: '/sip',
  },
  {
    title: { sv: 'Skriv planen', en: 'Write the plan' },
    how: {
      sv: 'Mål i patientens egna ord, insatser med vem och när. Varje huvudman godkänner eller reserverar sig.',
      en: 'Goals in the patient’s own words, measures with who and when. Each authority approves or makes a reservation.',
    },
    at: '/sip',
  },
  clock,
];

const administrator: readonly Step[] = [
  {
    title: { sv: 'Öppna en avräkning', en: 'Open a settlement' },
    how: {
      sv: 'Välj kommun och månad. Varje dag har sin regel och sina händelser; bestrid en rad eller skriv under.',
      en: 'Choose municipality and month. Each day has its rule and its events; dispute a row or sign.',
    },
    at: '/avrakningar',
  },
  {
    title: { sv: 'Se vad som inte kom fram', en: 'See what was not delivered' },
    how: {
      sv: 'Utskick visar varje notis och dess väg. Det som fastnade kan skickas om.',
      en: 'Deliveries shows each notice and its way. What got stuck can be sent again.',
    },
    at: '/utskick',
  },
  {
    title: { sv: 'Kontrollera loggen', en: 'Follow up the log' },
    how: {
      sv: 'Välj ut rader och bedöm var och en: befogad, frågas om eller incident.',
      en: 'Pick lines and judge each: justified, questioned or an incident.',
    },
    at: '/loggkontroll',
  },
  clock,
];

/** What somebody of these roles tries first. */
export function courseOf({ may }: Me): readonly Step[] {
  if (may.read.includes('settlements')) return administrator;
  if (may.open.includes('discharges')) return ward;
  return may.open.includes('sips') ? primaryCare : municipality;
}
