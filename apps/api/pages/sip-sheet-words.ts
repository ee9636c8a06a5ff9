import type { SipSheet } from '@hemgang/cases';
import type { Text } from '@hemgang/kernel';

/** Where a measure stands. */
export const STATUSES: Readonly<Record<string, Text>> = {
  planned: { sv: 'Ska göras', en: 'To be done' },
  ongoing: { sv: 'Pågår', en: 'Under way' },
  done: { sv: 'Klart', en: 'Done' },
  'not-done': { sv: 'Blev inte av', en: 'Was not done' },
};

/** What a named contact is. */
export const CONTACTS: Readonly<Record<string, Text>> = {
  vardkontakt: { sv: 'Din fasta vårdkontakt', en: 'Your fast vårdkontakt' },
  lakarkontakt: { sv: 'Din fasta läkarkontakt', en: 'Your doctor' },
  omsorgskontakt: { sv: 'Din fasta omsorgskontakt', en: 'Your contact in home care' },
};

export const WAYS: Readonly<Record<string, Text>> = {
  home: { sv: 'hemma hos dig', en: 'at your home' },
  video: { sv: 'på video', en: 'by video' },
  phone: { sv: 'på telefon', en: 'by telephone' },
  hospital: { sv: 'på sjukhuset', en: 'at the hospital' },
  'other-place': { sv: 'på en annan plats', en: 'somewhere else' },
};

/** What the person has said of a plan; nothing where she has not been asked or not answered. */
export const CONSENT_WORDS: Readonly<Record<SipSheet['consent'], Text | null>> = {
  open: null,
  given: {
    sv: 'Planen görs för att du har sagt ja. Du kan ändra dig när du vill. Säg det till {unit}.',
    en: 'The plan is made because you have said yes. You can change your mind at any time. Tell {unit}.',
  },
  'spoken-for': {
    sv: 'Planen görs efter vad vi vet om din vilja.',
    en: 'The plan is made by what we know of your will.',
  },
  withdrawn: {
    sv: 'Du har sagt att du inte vill ha planen längre. Vi lämnar inte ut något nytt om dig. Du kan ändra dig när du vill.',
    en: 'You have said that you no longer want the plan. We tell nothing new about you. You can change your mind at any time.',
  },
  declined: {
    sv: 'Det görs ingen plan nu. Du kan ändra dig när du vill.',
    en: 'No plan is made now. You can change your mind at any time.',
  },
};

export const WRITTEN: Readonly<Record<SipSheet['written'], Text>> = {
  none: { sv: 'Planen är inte skriven ännu.', en: 'The plan has not been written yet.' },
  draft: {
    sv: 'Det här är ett utkast. Planen gäller inte ännu.',
    en: 'This is a draft. The plan does not hold yet.',
  },
  holds: { sv: 'Planen gäller.', en: 'The plan holds.' },
};

export const SIP_WORDS = {
  sip: {
    sv: 'Planen heter samordnad individuell plan. Regionen och kommunen gör den tillsammans med dig.',
    en: 'The plan is called a samordnad individuell plan. The region and the municipality make it together with you.',
  },
  vardplan: {
    sv: 'Planen heter samordnad vårdplan. Den gäller vården när du inte längre bor på sjukhuset.',
    en: 'The plan is called a samordnad vårdplan. It is about your care when you no longer live at the hospital.',
  },
  answersFor: { sv: 'Svarar för planen', en: 'Answers for the plan' },
  notHere: {
    sv: 'Den som skrev ut bladet har inte planens text. Fråga {unit}.',
    en: 'Whoever printed the sheet does not have the text of the plan. Ask {unit}.',
  },
  protected: {
    sv: 'Dina uppgifter är skyddade. Därför står planens text inte här. Fråga {unit}.',
    en: 'Your identity is protected. That is why the text of the plan does not stand here. Ask {unit}.',
  },
  otherMeasures: {
    sv: 'Det här hör inte till ett visst mål.',
    en: 'This does not belong to one goal.',
  },
  by: { sv: 'Klart senast {day}.', en: 'Done by {day}.' },
  noDay: { sv: 'Ingen dag är bestämd.', en: 'No day has been set.' },
  status: { sv: 'Läge', en: 'State' },
  meeting: { sv: 'Mötet är {time}, {way}.', en: 'The meeting is {time}, {way}.' },
  followUp: { sv: 'Vi följer upp planen {day}.', en: 'We follow the plan up on {day}.' },
  noTime: {
    sv: 'Vi vet inte ännu när vi ses. Fråga {unit}.',
    en: 'We do not know yet when we meet. Ask {unit}.',
  },
} as const satisfies Readonly<Record<string, Text>>;
