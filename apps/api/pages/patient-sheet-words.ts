import type { PatientSheet, SheetReceiver } from '@hemgang/cases';
import type { Text } from '@hemgang/kernel';

/** Where the patient goes, as people say it. */
export const PLACES: Readonly<Record<NonNullable<PatientSheet['destination']>, Text>> = {
  'own-home': { sv: 'Hem till dig', en: 'Home' },
  'relatives-home': { sv: 'Hem till en närstående', en: 'To the home of somebody close to you' },
  korttids: {
    sv: 'Till ett korttidsboende. Där bor du en tid.',
    en: 'To a short-term home. You live there for a while.',
  },
  sabo: {
    sv: 'Till ett boende med personal dygnet runt',
    en: 'To a home with staff day and night',
  },
  other: {
    sv: 'Dit som du och avdelningen har bestämt',
    en: 'Where you and the ward have decided',
  },
};

/** What a unit gives, by its kind. */
export const HELP: Readonly<Record<string, Text>> = {
  'municipal-social': { sv: 'Hjälp från kommunen', en: 'Help from the municipality' },
  'municipal-health': { sv: 'Sjukvård från kommunen', en: 'Health care from the municipality' },
  halsocentral: { sv: 'Din hälsocentral', en: 'Your health centre' },
  'specialist-open-care': { sv: 'Din mottagning', en: 'Your clinic' },
  homecoming: {
    sv: 'Hjälp när du lämnar korttidsboendet',
    en: 'Help when you leave the short-term home',
  },
};

/** How far the help has come, where no time says it. */
export const COURSE_WORDS: Readonly<Record<Exclude<SheetReceiver['course'], 'awaited'>, Text>> = {
  arrives: { sv: 'De tar emot dig när du kommer.', en: 'They meet you when you arrive.' },
  started: { sv: 'Det har börjat.', en: 'It has begun.' },
  'nobody-came': {
    sv: 'Ingen har kommit ännu. Ring avdelningen eller dem som skulle komma.',
    en: 'Nobody has come yet. Call the ward, or those who were to come.',
  },
};

/** What the patient sees to herself before she goes. */
export const OWN_LIST: Readonly<Record<string, Text>> = {
  medicines: { sv: 'Jag har mina mediciner med mig.', en: 'I have my medicines with me.' },
  aids: {
    sv: 'De hjälpmedel som jag behöver finns på plats.',
    en: 'The aids that I need are in place.',
  },
  transport: { sv: 'Jag vet hur jag åker.', en: 'I know how I travel.' },
  key: { sv: 'Jag har min nyckel.', en: 'I have my key.' },
  food: { sv: 'Det finns mat hemma.', en: 'There is food at home.' },
  information: {
    sv: 'Jag har fått veta vad som händer nu. Mina närstående vet det också.',
    en: 'I have been told what happens now. Those close to me know it, too.',
  },
};

export const PATIENT_WORDS = {
  ward: { sv: 'Avdelning', en: 'Ward' },
  where: { sv: 'Vart', en: 'Where' },
  left: { sv: 'Du åkte från avdelningen {time}.', en: 'You left the ward on {time}.' },
  planned: {
    sv: 'Planen är {time}. Tiden kan ändras. Då säger avdelningen till dig.',
    en: 'The plan is {time}. It may change. Then the ward tells you.',
  },
  notWhen: {
    sv: 'Vi vet inte ännu när du åker. Fråga på avdelningen.',
    en: 'We do not know yet when you leave. Ask on the ward.',
  },
  notWhere: {
    sv: 'Vi vet inte ännu vart du åker. Fråga på avdelningen.',
    en: 'We do not know yet where you go. Ask on the ward.',
  },
  nobodyKnown: {
    sv: 'Vi vet inte ännu vem som kommer. Fråga på avdelningen.',
    en: 'We do not know yet who comes. Ask on the ward.',
  },
  comes: { sv: 'Kommer till dig', en: 'Comes to you' },
  visit: { sv: 'Första besöket är {time}.', en: 'The first visit is {time}.' },
  appointment: { sv: 'Din tid är {time}.', en: 'Your appointment is {time}.' },
  notWhenVisit: {
    sv: 'Vi vet inte ännu vilken tid. Fråga på avdelningen.',
    en: 'We do not know the time yet. Ask on the ward.',
  },
  notWhenVisitLeft: {
    sv: 'Vi vet inte ännu vilken tid. Ring dem och fråga.',
    en: 'We do not know the time yet. Call them and ask.',
  },
  callWard: {
    sv: 'Ring avdelningen om något är oklart eller om du blir orolig. Du har legat på {ward}.',
    en: 'Call the ward when something is unclear or worries you. You have been at {ward}.',
  },
  answersAlways: { sv: 'Avdelningen svarar dygnet runt.', en: 'The ward answers day and night.' },
  nobodyComes: {
    sv: 'Har tiden gått och ingen har kommit? Ring avdelningen: {phone}.',
    en: 'Has the time passed and nobody has come? Call the ward: {phone}.',
  },
  sayThis: {
    sv: 'Säg vad du heter och att ingen har kommit. Den som svarar ser vem som skulle komma och larmar.',
    en: 'Say your name and that nobody has come. Whoever answers sees who was to come and raises the alarm.',
  },
  callThem: {
    sv: 'Du kan också ringa dem som skulle komma. Deras nummer står ovanför.',
    en: 'You can also call those who were to come. Their numbers stand above.',
  },
  isDone: { sv: 'Klart.', en: 'Done.' },
  contactIs: {
    sv: 'En fast vårdkontakt är en person som håller ihop din vård. Ring henne eller honom när du undrar något.',
    en: 'A fast vårdkontakt is a person who keeps your care together. Call her or him when you wonder about something.',
  },
  noContact: {
    sv: 'Vi vet inte ännu vem som är din fasta vårdkontakt. Fråga på avdelningen.',
    en: 'We do not know yet who your fast vårdkontakt is. Ask on the ward.',
  },
  sipOffered: {
    sv: 'Regionen och kommunen kan göra en plan tillsammans med dig. Den heter samordnad individuell plan. Du bestämmer själv om du vill.',
    en: 'The region and the municipality can make a plan together with you. It is called a samordnad individuell plan. You decide whether you want one.',
  },
  sipCalled: {
    sv: 'Regionen och kommunen gör en plan tillsammans med dig. Den heter samordnad individuell plan. De har kallats till ett möte. Fråga din fasta vårdkontakt när det är.',
    en: 'The region and the municipality make a plan together with you. It is called a samordnad individuell plan. They have been called to a meeting. Ask your fast vårdkontakt when it is.',
  },
  promised: { sv: '{unit} gör det här senast {time}.', en: '{unit} does this by {time}.' },
  wardWrote: {
    sv: 'Det här har avdelningen skrivit till dem som hjälper dig nu. Fråga om något är svårt att förstå.',
    en: 'This is what the ward has written to those who help you now. Ask when something is hard to understand.',
  },
  wardWroteNothing: {
    sv: 'Här står inget ännu. Du har rätt att få veta vilken vård du har fått. Fråga på avdelningen.',
    en: 'Nothing stands here yet. You have a right to know which care you have had. Ask on the ward.',
  },
  wardWroteProtected: {
    sv: 'Dina uppgifter är skyddade. Därför står det inte här. Fråga på avdelningen.',
    en: 'Your identity is protected. That is why it does not stand here. Ask on the ward.',
  },
} as const satisfies Readonly<Record<string, Text>>;
