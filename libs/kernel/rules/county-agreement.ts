import type { RuleEntry } from './rule';
import { everyParty, everyReceiver, inpatientCare, municipality, openCare } from './who';

/** Of rules that are assumed, whose and why. */
export const ASSUMED = {
  source: 'Antagande. Länets överenskommelse från 2022 har inte kunnat läsas; länet ska bekräfta.',
  confidence: 'assumption',
} as const;

/**
 * What the law leaves to the county. Västerbotten's agreement of 2022 could not be read, so every
 * entry is our assumption about practice; the time limits themselves stand in the agreement data.
 */
export const countyAgreement = {
  'avtal kvittens': {
    ...ASSUMED,
    title: { sv: 'Kvittera meddelanden', en: 'Acknowledge messages' },
    text: {
      sv:
        'Den som får ett meddelande kvitterar att den har tagit del av det. Kvittensen betyder ' +
        'inte att man är överens.',
      en:
        'Whoever receives a message acknowledges having read it. The kvittens does not mean ' +
        'agreement.',
    },
    appliesTo: everyReceiver,
  },
  'avtal svar': {
    ...ASSUMED,
    title: { sv: 'Svara på inskrivningsmeddelandet', en: 'Answer the notice of admission' },
    text: {
      sv:
        'Mottagaren svarar om personen är känd, och med vilka insatser, eller om meddelandet ' +
        'har kommit fel.',
      en:
        'The receiver answers whether the person is known, and with which measures, or whether ' +
        'the notice went to the wrong place.',
    },
    appliesTo: everyReceiver,
  },
  'avtal planering': {
    ...ASSUMED,
    title: { sv: 'Besvara planeringsunderlaget', en: 'Answer the planning' },
    text: {
      sv:
        'Varje enhet påbörjar sin planering och lämnar besked om sina insatser inom den tid ' +
        'parterna har kommit överens om.',
      en:
        'Each unit starts its planning and tells its measures within the time the parties have ' +
        'agreed on.',
    },
    appliesTo: everyReceiver,
  },
  'avtal hemgangsklar': {
    ...ASSUMED,
    title: { sv: 'Allt praktiskt klart för hemgång', en: 'Everything ready for going home' },
    text: {
      sv: 'Varje part markerar när dess del är ordnad. Det hindrar inte att patienten skrivs ut.',
      en:
        'Each party marks when its part is arranged. This does not stop the patient from being ' +
        'discharged.',
    },
    appliesTo: everyParty,
  },
  'avtal rehabilitering': {
    ...ASSUMED,
    title: { sv: 'Väntan på rehabilitering', en: 'Waiting for rehabilitation' },
    text: {
      sv:
        'Vårdgarantin binder regionen; för kommunens rehabilitering finns ingen. Dagarna för remiss, bedömning ' +
        'och första åtgärd registreras så att länet kan se hur länge patienter väntar.',
      en:
        'The guarantee of care binds the region; the rehabilitation of municipalities has none. The days of referral, ' +
        'assessment and first measure are registered so that the county sees how long patients wait.',
    },
    appliesTo: everyParty,
  },
  'avtal fordrojning': {
    ...ASSUMED,
    title: { sv: 'Orsaker till att patienten väntade', en: 'Why the patient waited' },
    text: {
      sv:
        'För varje dygn som en patient väntar som utskrivningsklar anger parterna en orsak ur en ' +
        'gemensam lista. Den ena parten anger och den andra kommenterar; länets grupp analyserar.',
      en:
        'For each day that a patient waits as utskrivningsklar the parties give a cause from a ' +
        'list they share. One party gives it and the other comments; the county’s group analyses.',
    },
    appliesTo: everyParty,
  },
  'avtal overtagande': {
    ...ASSUMED,
    title: { sv: 'Bekräfta att hjälpen har börjat', en: 'Confirm that help has started' },
    text: {
      sv:
        'Den mottagande enheten bekräftar efter utskrivningen att insatserna verkligen har ' +
        'börjat.',
      en: 'After discharge the receiving unit confirms that the measures have really started.',
    },
    appliesTo: everyReceiver,
  },
  'avtal samlat-svar': {
    ...ASSUMED,
    title: { sv: 'Kommunens samlade svar', en: "The municipality's joint answer" },
    text: {
      sv:
        'Kommunen utser i ärendet en enhet som samordnar dess svar. Den får fråga de andra ' +
        'enheterna men bestämmer inte åt dem.',
      en:
        'In each case the municipality names a unit that coordinates its answer. It may ask the ' +
        'other units but does not decide for them.',
    },
    appliesTo: everyReceiver,
  },
  'avtal larm': {
    ...ASSUMED,
    title: { sv: 'Ingen kom till patienten', en: 'Nobody came to the patient' },
    text: {
      sv:
        'Kommer ingen hjälp till den som har skrivits ut larmas den mottagande enheten, dess ' +
        'chef och den avdelning som skrev ut, och hjälp ordnas genast.',
      en:
        'When no help comes to somebody who has been discharged, the receiving unit, its manager ' +
        'and the ward are alarmed, and help is arranged at once.',
    },
    appliesTo: everyReceiver,
  },
  'avtal kontakt': {
    ...ASSUMED,
    title: { sv: 'Avtalad kontakt i öppen vård', en: 'Agreed contact in open care' },
    text: {
      sv:
        'Den öppna vården bokar en kontakt med patienten efter utskrivningen och svarar samma ' +
        'dag om den blev av.',
      en:
        'Open care books a contact with the patient after the discharge and answers the same ' +
        'day whether it took place.',
    },
    appliesTo: openCare,
  },
  'avtal korttids': {
    ...ASSUMED,
    title: { sv: 'Hem efter korttids', en: 'Home after a short-term stay' },
    text: {
      sv:
        'Den kommun som har tagit emot patienten på ett korttidsboende planerar hemgången ' +
        'därifrån och bekräftar att hjälpen i hemmet har börjat.',
      en:
        'The municipality that has received the patient at a short-term home plans the way home ' +
        'from there and confirms that the help at home has started.',
    },
    appliesTo: municipality,
  },
  'avtal utforare': {
    ...ASSUMED,
    title: { sv: 'Uppdrag till en utförare', en: 'Assignment to an executor' },
    text: {
      sv:
        'En kommunal enhet kan ge en utförare i samma kommun uppdraget, också en privat. ' +
        'Utföraren får veta det som uppdraget kräver och inget annat.',
      en:
        'A municipal unit may give the assignment to an executor in the same municipality, also ' +
        'a private one, which learns what the assignment demands and nothing else.',
    },
    appliesTo: municipality,
  },
  'avtal destination': {
    ...ASSUMED,
    title: { sv: 'Vart patienten ska', en: 'Where the patient goes' },
    text: {
      sv:
        'Avdelningen meddelar mottagarna om patienten ska hem, till en närstående, till ' +
        'korttids eller till ett särskilt boende, och när det ändras.',
      en:
        'The ward tells the receivers whether the patient goes home, to a relative, to a ' +
        'short-term home or to special housing, and when that changes.',
    },
    appliesTo: inpatientCare,
  },
  'avtal beredskap': {
    ...ASSUMED,
    title: { sv: 'Någon svarar även när enheten är stängd', en: 'Somebody answers when closed' },
    text: {
      sv:
        'En enhet som är stängd har en utsedd beredskap som tar emot det som inte kan vänta. ' +
        'Processen pågår alla dagar i veckan.',
      en:
        'A unit that is closed has a named watch for what cannot wait. The process runs on ' +
        'every day of the week.',
    },
    appliesTo: everyParty,
  },
  'avtal felsant': {
    ...ASSUMED,
    title: { sv: 'Felsänt meddelande', en: 'Message to the wrong unit' },
    text: {
      sv:
        'Den som får ett meddelande som hör hemma någon annanstans skickar tillbaka det med ' +
        'orsak. Avsändaren skickar det till rätt enhet.',
      en:
        'Whoever gets a message that belongs elsewhere returns it with a reason. The sender ' +
        'sends it to the right unit.',
    },
    appliesTo: everyParty,
  },
  'avtal mottagare': {
    ...ASSUMED,
    title: { sv: 'Mottagare som kommer till eller lämnar', en: 'Receivers that join or leave' },
    text: {
      sv:
        'Vilka som tar emot patienten kan ändras på vägen. Den som kommer till får allt som ' +
        'gäller, den som inte längre behövs får veta det, och den som lämnar säger varför så att ' +
        'avdelningen kan avgöra om någon annan behövs.',
      en:
        'Who receives the patient may change on the way. Whoever joins gets all that is in ' +
        'force, whoever is no longer needed is told, and whoever leaves says why, so that the ' +
        'ward can decide whether somebody else is needed.',
    },
    appliesTo: everyParty,
  },
  'avtal externt': {
    ...ASSUMED,
    title: { sv: 'Mottagare utanför länet', en: 'Receivers outside the county' },
    text: {
      sv:
        'En mottagare som saknar konto får allt per telefon, brev eller säker e-post. Avdelningen ' +
        'antecknar till vem, hur och när, och registrerar kvittens och svar åt mottagaren.',
      en:
        'A receiver without an account gets everything by phone, letter or secure mail. The ward ' +
        'notes to whom, how and when, and registers kvittens and answers for the receiver.',
    },
    appliesTo: inpatientCare,
  },
  'avtal flytt': {
    ...ASSUMED,
    title: { sv: 'Patienten byter avdelning', en: 'The patient changes ward' },
    text: {
      sv:
        'Byter patienten avdelning eller sjukhus i regionen behåller den förra enheten ansvaret ' +
        'tills den nya har tagit över. Vårdtillfället fortsätter.',
      en:
        'When the patient changes ward or hospital within the region, the former unit stays ' +
        'responsible until the new one has taken over. The stay goes on.',
    },
    appliesTo: inpatientCare,
  },
  'avtal flytt-region': {
    ...ASSUMED,
    title: {
      sv: 'Patienten flyttas till en annan region',
      en: 'The patient goes to another region',
    },
    text: {
      sv:
        'När patienten flyttas till ett sjukhus i en annan region slutar vårdtillfället här, och ' +
        'med det kommunens betalningsansvar. Den andra regionen börjar om.',
      en:
        'When the patient is moved to a hospital of another region the stay here ends, and with ' +
        "it the municipality's liability to pay. The other region begins anew.",
    },
    appliesTo: inpatientCare,
  },
  'avtal permission': {
    ...ASSUMED,
    title: { sv: 'Permission under vårdtillfället', en: 'Leave of absence during the stay' },
    text: {
      sv:
        'Den som har permission är inte utskriven. Tider löper vidare, och dygnet räknas som ' +
        'vårddygn om länet inte bestämmer annat.',
      en:
        'A patient on leave is not discharged. Times run on, and the day counts as a day of care ' +
        'unless the county decides otherwise.',
    },
    appliesTo: inpatientCare,
  },
  'avtal oppenvard': {
    ...ASSUMED,
    title: { sv: 'Klarlägg den öppna vården', en: 'Clarify the open care' },
    text: {
      sv:
        'Regionens öppna vård lämnar besked om de insatser som patienten behöver därifrån är ' +
        'klara till utskrivningen.',
      en:
        "The region's open care says whether the measures the patient needs from it are ready " +
        'for the discharge.',
    },
    appliesTo: openCare,
  },
  'avtal orsak': {
    ...ASSUMED,
    title: { sv: 'Orsak till fördröjd hemgång', en: 'Cause of a delayed discharge' },
    text: {
      sv: 'När en utskrivningsklar patient är kvar anges orsaken. Den andra parten kan kommentera.',
      en:
        'When a patient who is utskrivningsklar stays on, the cause is stated. The other party ' +
        'may comment.',
    },
    appliesTo: everyParty,
  },
  'avtal avvikelse': {
    ...ASSUMED,
    title: { sv: 'Avvikelse i samverkan', en: 'Deviation in the collaboration' },
    text: {
      sv: 'En avvikelse rapporteras till den part den rör, som tar hand om den och svarar.',
      en: 'A deviation is reported to the party it concerns, which handles it and answers.',
    },
    appliesTo: everyParty,
  },
  'avtal aterinskrivning': {
    ...ASSUMED,
    title: { sv: 'Återinskrivning', en: 'Readmission' },
    text: {
      sv:
        'Skrivs patienten in igen inom de överenskomna dagarna är det ett nytt vårdtillfälle, som ' +
        'hör ihop med det förra. Det som skulle börja efter det förra ställs in.',
      en:
        'When the patient is admitted again within the agreed days it is a new stay, linked to ' +
        'the one before. What was to start after that one is called off.',
    },
    appliesTo: everyParty,
  },
  'avtal atagande': {
    ...ASSUMED,
    title: { sv: 'Åtagande utan regel', en: 'A commitment without a rule' },
    text: {
      sv:
        'Parterna kan åta sig sådant som ingen regel kräver, eller föreslå det för varandra, med ' +
        'en tid då det ska vara klart. Den som föreslår svarar för det tills den andra har sagt ja.',
      en:
        'The parties may take on what no rule asks for, or propose it to each other, with a time ' +
        'by which it is to be done. Whoever proposes answers for it until the other has said yes.',
    },
    appliesTo: everyParty,
  },
  'avtal meddelande': {
    ...ASSUMED,
    title: { sv: 'Meddelanden mellan parterna', en: 'Messages between the parties' },
    text: {
      sv:
        'Parterna kan skriva till varandra i ärendet. Den som får ett meddelande kvitterar eller ' +
        'besvarar det, ett akut inom den kortare tiden. Det kan skickas vidare inom den egna ' +
        'huvudmannen.',
      en:
        'The parties may write to each other in the case. Whoever gets a message acknowledges or ' +
        'answers it, an acute one within the shorter time. It may be forwarded within the same ' +
        'region or municipality.',
    },
    appliesTo: everyParty,
  },
  'avtal reservrutin': {
    ...ASSUMED,
    title: { sv: 'Reservrutin vid driftstopp', en: 'Reserve routine at downtime' },
    text: {
      sv:
        'Det som har lämnats på annat sätt under ett driftstopp registreras i efterhand med ' +
        'sätt och mottagare angivna, och räknas från när det lämnades. Mottagaren kan bestrida ' +
        'det; då räknas det från registreringen.',
      en:
        'What was passed on in another way during downtime is entered afterwards, naming the ' +
        'channel and the receiver, and counts from when it was passed on. The receiver may dispute ' +
        'it; then it counts from the entry.',
    },
    appliesTo: everyParty,
  },
} as const satisfies Record<string, RuleEntry>;
