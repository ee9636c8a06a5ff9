import { waitingFor } from '@hemgang/engine';
import type { Text } from '@hemgang/kernel';
import { SIP_WORDS, sipWord, type SipWord } from '@workflows/sip';
import type { OwnWords } from '../shared-view';

const NOTHING_OWED: Text = {
  sv: 'Ingen har något att göra just nu.',
  en: 'Nobody has anything to do now.',
};

/** Why nothing is owed, where the state itself says it. */
const BECAUSE: Partial<Readonly<Record<SipWord, Text>>> = {
  declined: {
    sv: 'Personen har tackat nej till en SIP. Den kan erbjudas på nytt.',
    en: 'The person has declined a SIP. It may be offered anew.',
  },
  refused: {
    sv: 'Det görs ingen SIP, av det skäl som är antecknat. Den kan erbjudas på nytt.',
    en: 'No SIP is made, for the reason that is noted. It may be offered anew.',
  },
  withdrawn: {
    sv: 'Personen har återkallat samtycket. Inget nytt lämnas ut.',
    en: 'The person has withdrawn the consent. Nothing new is handed out.',
  },
  closed: { sv: 'SIP:en är avslutad.', en: 'The SIP is closed.' },
  makulerad: {
    sv: 'SIP:en är makulerad: den startades av misstag och gäller inte.',
    en: 'The SIP has been struck: it was started in error and does not count.',
  },
};

/** What a SIP says in words of its own. Who answers for it is `sip`, the unit that calls `sip-<unit>`. */
export const sipWords: OwnWords = {
  words: SIP_WORDS,
  why: (state, now, unit, workflow) =>
    waitingFor(workflow, state, now, unit) ?? BECAUSE[sipWord(state)] ?? NOTHING_OWED,
  mainParty: (state, unit) =>
    state.machines['sip']?.context['unit'] === unit ? 'sip' : `sip-${unit}`,
};
