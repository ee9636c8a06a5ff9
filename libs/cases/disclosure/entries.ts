import type { LegalBasis } from '@hemgang/engine';
import type { Text } from '@hemgang/kernel';

/** What an entry carries beside that something happened, and which grounds can carry that. */
export interface EntryKind {
  readonly carries: Text;
  /** As what the workflows hand it out; more than one where the situation decides. */
  readonly as: readonly LegalBasis[];
}

const MINIMUM = ['STATUTORY_MIN'] as const;
const NOTICE = ['STATUTORY_NOTICE'] as const;
const CONTENT = ['CONSENT_OR_EXCEPTION'] as const;

const FOUR_FACTS: Text = {
  sv: 'namn, personnummer, folkbokföringsadress och beräknad utskrivning (2017:612 2:2); inte avdelningen',
  en: 'name, number, registered address and expected discharge (2017:612 2:2); not the ward',
};
const TIME: Text = {
  sv: 'tidpunkten och vem som har bedömt',
  en: 'the time, and who has judged',
};
const CONTACTS: Text = {
  sv: 'närstående och vad de får veta',
  en: 'people close to the patient and what they may be told',
};
const WORDS: Text = { sv: 'fria ord om vad som ska göras', en: 'free words of what is to be done' };
const PLAN: Text = { sv: 'planens innehåll', en: 'what the plan says' };
const AVVIKELSE: Text = {
  sv: 'fria ord om vad som gick fel och vad som har gjorts',
  en: 'free words of what went wrong and what has been done',
};
const CHILD: Text = {
  sv: 'om ett barn och dess vårdnadshavare',
  en: 'of a child and its guardians',
};

/**
 * Every entry that carries more than the course of the case. Those that are not here say who did
 * what and when, with at most a reason in words (`PROCESS`).
 */
export const ENTRIES: Readonly<Record<string, EntryKind>> = {
  inskrivningsmeddelande: { carries: FOUR_FACTS, as: MINIMUM },
  identitet: { carries: FOUR_FACTS, as: MINIMUM },
  'identitet-rattad': { carries: FOUR_FACTS, as: MINIMUM },
  folkbokforing: { carries: FOUR_FACTS, as: MINIMUM },
  'andrad-beraknad-utskrivning': {
    carries: { sv: 'den nya tidpunkten (2:4)', en: 'the new time (2:4)' },
    as: MINIMUM,
  },
  utskrivningsklar: { carries: TIME, as: NOTICE },
  'utskrivningsklar-aterkallad': { carries: TIME, as: NOTICE },
  'utebliven-utskrivning': { carries: TIME, as: NOTICE },
  'sip-kallelse': {
    carries: {
      sv: 'vem, när och var; till en planering efter ett vårdtillfälle enligt 4:3, annars med samtycke',
      en: 'who, when and where; to a planning after a stay by 4:3, otherwise with consent',
    },
    as: [...NOTICE, ...CONTENT],
  },
  'sip-mote': {
    carries: {
      sv: 'när och var; ändras tiden med en kallelse av fler lämnas den som kallelsen',
      en: 'when and where; a time that a call of others changes goes as the call does',
    },
    as: ['PROCESS', ...NOTICE, ...CONTENT],
  },
  utskrivningsinformation: {
    carries: {
      sv: 'det som mottagaren behöver för insatserna (3:2)',
      en: 'what the receiver needs for its measures (3:2)',
    },
    as: CONTENT,
  },
  kontakt: { carries: CONTACTS, as: CONTENT },
  'kontakt-avslutad': { carries: CONTACTS, as: CONTENT },
  kontakter: { carries: CONTACTS, as: CONTENT },
  kommunikation: {
    carries: { sv: 'språk, hörsel och syn', en: 'language, hearing and sight' },
    as: CONTENT,
  },
  svar: {
    carries: { sv: 'nuvarande insatser och beslut', en: 'present measures and decisions' },
    as: CONTENT,
  },
  uppdrag: {
    carries: { sv: 'vem uppdraget gäller', en: 'whom the assignment is about' },
    as: CONTENT,
  },
  'overflyttning-begard': {
    carries: { sv: 'vem det gäller och varför', en: 'whom it is about and why' },
    as: CONTENT,
  },
  atagande: { carries: WORDS, as: CONTENT },
  'atagande-foreslaget': { carries: WORDS, as: CONTENT },
  'atagande-avbojt': { carries: WORDS, as: CONTENT },
  'atagande-aterkallat': { carries: WORDS, as: CONTENT },
  'avvikelse-rapporterad': { carries: AVVIKELSE, as: CONTENT },
  'avvikelse-besvarad': { carries: AVVIKELSE, as: CONTENT },
  'avvikelse-tillbaka': { carries: AVVIKELSE, as: CONTENT },
  meddelande: {
    carries: { sv: 'fria ord från en part till andra', en: 'free words of one party to others' },
    as: CONTENT,
  },
  fordrojningsorsak: {
    carries: { sv: 'fria ord om varför patienten väntade', en: 'free words of why she waited' },
    as: CONTENT,
  },
  fordrojningskommentar: {
    carries: { sv: 'fria ord om en angiven orsak', en: 'free words of a cause that was given' },
    as: CONTENT,
  },
  'meddelande-vidarebefordrat': {
    carries: { sv: 'vem meddelandet gäller', en: 'whom the message is about' },
    as: CONTENT,
  },
  'sip-samtycke': {
    carries: { sv: 'vad samtycket gäller och inte', en: 'what the consent covers and not' },
    as: CONTENT,
  },
  'sip-installning': {
    carries: { sv: 'personens inställning', en: 'how the person stands to it' },
    as: CONTENT,
  },
  'sip-inbjudan': { carries: { sv: 'vem som är inbjuden', en: 'who is invited' }, as: CONTENT },
  'sip-utkast': { carries: PLAN, as: CONTENT },
  'sip-upprattad': { carries: PLAN, as: CONTENT },
  'sip-justerad': { carries: PLAN, as: CONTENT },
  'sip-insats': { carries: PLAN, as: CONTENT },
  'sip-uppfoljd': { carries: PLAN, as: CONTENT },
  'sip-fast-kontakt': {
    carries: { sv: 'vem som är fast kontakt', en: 'who the named contact is' },
    as: CONTENT,
  },
  'sip-vardnad': { carries: CHILD, as: CONTENT },
  'sip-barnet-hort': { carries: CHILD, as: CONTENT },
  'sip-beslut-om-insats': { carries: CHILD, as: CONTENT },
};
