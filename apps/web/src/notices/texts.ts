import { inBoth, type Words } from '../in-both';
import { useLanguage, type Text } from '../language';
import { pageNames } from '../page-names';

/** Texts about notices by e-mail and SMS. */
const texts = {
  mine: pageNames.notices,
  mineLead: {
    sv: 'I Hemgång får du allt direkt. Här väljer du vad som också kommer som e-post och SMS. Där står aldrig något om en patient.',
    en: 'In Hemgång you have everything at once. Choose here what also comes by e-mail and SMS. Nothing about a patient ever stands there.',
  },
  latest: { sv: 'Senaste till enheten', en: 'Latest to the unit' },
  outside: { sv: 'E-post och SMS', en: 'E-mail and SMS' },
  noneTold: {
    sv: 'Inget än. Här kommer det som andra skickar till enheten, nya uppgifter att göra och påminnelser om det som väntar.',
    en: 'Nothing yet. What others send to the unit comes here, with new duties and reminders of what waits.',
  },
  unseen: { sv: 'Ingen på enheten har sett det än.', en: 'Nobody at the unit has seen it yet.' },
  leftCase: {
    sv: 'Enheten är inte längre med i ärendet.',
    en: 'The unit no longer takes part in the case.',
  },
  mail: { sv: 'E-postadress', en: 'E-mail address' },
  phone: { sv: 'Mobilnummer (+46701740605)', en: 'Mobile number (+46701740605)' },
  mailFor: { sv: 'E-post för', en: 'E-mail for' },
  smsFor: { sv: 'SMS för', en: 'SMS for' },
  forAll: { sv: 'allt', en: 'everything' },
  forAcute: { sv: 'bara brådskande', en: 'urgent only' },
  forNothing: { sv: 'ingenting', en: 'nothing' },
  digest: {
    sv: 'Samla det som inte brådskar till hela klockslag (till exempel 8, 13; tomt: direkt)',
    en: 'Gather what is not urgent at whole hours (8, 13 for example; empty: at once)',
  },
  digestFault: {
    sv: 'Skriv hela timmar från 0 till 23, högst sex, med komma emellan.',
    en: 'Write whole hours from 0 to 23, six at most, with commas between.',
  },
  quietFrom: { sv: 'Tyst från', en: 'Quiet from' },
  quietUntil: { sv: 'Tyst till', en: 'Quiet until' },
  quietHint: {
    sv: 'Brådskande kommer ändå, dygnet runt.',
    en: 'What is urgent comes all the same, day and night.',
  },
  language: { sv: 'Språk', en: 'Language' },
  save: { sv: 'Spara', en: 'Save' },
  saved: { sv: 'Sparat.', en: 'Saved.' },
  told: { sv: 'Avisering', en: 'Notice' },
  toldLead: {
    sv: 'Det här väntade på dig eller din enhet.',
    en: 'This waited for you or your unit.',
  },
  notHere: {
    sv: 'Aviseringen är inte till dig. Logga in som den som fick den.',
    en: 'This notice is not for you. Sign in as whoever got it.',
  },
  toRead: { sv: 'Nytt att läsa', en: 'Something new to read' },
  isDone: { sv: 'Redan gjort', en: 'Done already' },
  otherUnit: {
    sv: 'Gäller ditt uppdrag på {unit}. Byt uppdrag först.',
    en: 'For your assignment at {unit}. Change assignment first.',
  },
  change: { sv: 'Byt uppdrag', en: 'Change assignment' },
  acknowledged: { sv: 'Kvitterat.', en: 'Acknowledged.' },
  openCase: { sv: 'Öppna ärendet', en: 'Open the case' },
  toWorklist: { sv: 'Till att göra-listan', en: 'To the worklist' },
  deliveries: { sv: 'Utskick', en: 'Deliveries' },
  deliveriesLead: {
    sv: 'E-post och SMS till er personal, de senaste först. Här står inget om någon patient.',
    en: 'E-mail and SMS to your staff, the latest first. Nothing about any patient stands here.',
  },
  notYours: {
    sv: 'Sidan är för er förvaltare av behörigheter.',
    en: 'This page is for whoever manages your permissions.',
  },
  show: { sv: 'Visa', en: 'Show' },
  all: { sv: 'alla', en: 'all' },
  none: { sv: 'Inga utskick.', en: 'No deliveries.' },
  again: { sv: 'Skicka igen', en: 'Send again' },
  to: { sv: 'Till', en: 'To' },
  what: { sv: 'Vad', en: 'What' },
  by: { sv: 'Sätt', en: 'By' },
  result: { sv: 'Resultat', en: 'Result' },
  atCase: { sv: 'Visa aviseringar', en: 'Show notices' },
  noneAtCase: {
    sv: 'Ingen har fått e-post eller SMS om ärendet.',
    en: 'Nobody has got an e-mail or SMS about this case.',
  },
  somebody: { sv: 'någon på enheten', en: 'somebody at the unit' },
  more: { sv: 'Visa fler', en: 'Show more' },
  back: { sv: 'Till behörigheter', en: 'To permissions' },
  urgent: { sv: 'Brådskande', en: 'Urgent' },
} as const satisfies Record<string, Text>;

export const channelWords: Readonly<Record<string, Text>> = {
  mail: { sv: 'e-post', en: 'e-mail' },
  sms: { sv: 'SMS', en: 'SMS' },
};

export const statusWords: Readonly<Record<string, Text>> = {
  queued: { sv: 'väntar', en: 'waits' },
  sent: { sv: 'skickat', en: 'sent' },
  failed: { sv: 'misslyckades', en: 'failed' },
  held: { sv: 'hålls efter återställning', en: 'held after a restore' },
  needless: { sv: 'behövdes inte längre', en: 'no longer needed' },
};

export const trailWords: Readonly<Record<string, Text>> = {
  queued: { sv: 'i kö', en: 'queued' },
  sent: { sv: 'skickat', en: 'sent' },
  delivered: { sv: 'framme', en: 'delivered' },
  opened: { sv: 'öppnat', en: 'opened' },
  seen: { sv: 'sett på enheten', en: 'seen at the unit' },
  acted: { sv: 'åtgärdat', en: 'acted on' },
  failed: { sv: 'misslyckades', en: 'failed' },
};

/** Why something failed or waits; a server's own number is shown as it is. */
export const reasonWords: Readonly<Record<string, Text>> = {
  SMTP_UNREACHABLE: { sv: 'e-postservern svarar inte', en: 'the mail server does not answer' },
  SMTP_SLOW: { sv: 'e-postservern är för långsam', en: 'the mail server is too slow' },
  SMS_UNREACHABLE: { sv: 'SMS-leverantören svarar inte', en: 'the SMS provider does not answer' },
  SMS_SLOW: { sv: 'SMS-leverantören är för långsam', en: 'the SMS provider is too slow' },
  NOT_DELIVERED: { sv: 'telefonen nåddes inte', en: 'the telephone was not reached' },
  NO_ADDRESS: { sv: 'adress saknas', en: 'there is no address' },
  RESTORED: { sv: 'databasen återställdes', en: 'the database was restored' },
  AGAIN: { sv: 'skickas igen', en: 'sent again' },
  fulfilled: { sv: 'uppfyllt', en: 'fulfilled' },
  withdrawn: { sv: 'återkallat', en: 'withdrawn' },
  waived: { sv: 'behövdes inte', en: 'waived' },
  lapsed: { sv: 'bortfallet', en: 'lapsed' },
  hindered: { sv: 'hindrat av sekretess', en: 'hindered by secrecy' },
};

const words = inBoth(texts);

type NoticeTexts = Words<typeof texts>;

/** The texts in the reader's language. */
export function useNoticeTexts(): NoticeTexts {
  return words[useLanguage().language];
}
