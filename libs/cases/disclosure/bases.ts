import type { Citation, Text } from '@hemgang/kernel';

/**
 * Grounds that whoever hands content out may name in a command (OSL 10 kap., 25 kap., 26 kap.).
 * `NONE`: there is none, so the content stays where it is.
 */
export const NAMED_BASES = [
  'CONSENT',
  'NO_HARM',
  'OSL_25_12',
  'OSL_25_13',
  'OSL_26_9',
  'OSL_10_2',
  'PSL_6_12',
  'NONE',
] as const;

export type NamedBasis = (typeof NAMED_BASES)[number];

/** Grounds that follow from who hands out what to whom: nobody names them. */
export type GivenBasis =
  | 'STATUTORY_MIN'
  | 'STATUTORY_NOTICE'
  | 'PROCESS'
  | 'SAME_CONTROLLER'
  | 'SAME_REGION_CARE'
  | 'SAME_MUNICIPALITY_CARE';

/** On what a copy of content lies with a controller. */
export type Basis = GivenBasis | Exclude<NamedBasis, 'NONE'>;

/** A ground in words, and the rule it stands on; null where no rule of secrecy is touched. */
export interface BasisWords {
  readonly text: Text;
  readonly rule: Citation | null;
}

export const BASES: Readonly<Record<Basis, BasisWords>> = {
  STATUTORY_MIN: {
    text: {
      sv: 'Uppgifter som lagen kräver (2017:612 2 kap.)',
      en: 'Facts that the law requires (2017:612 ch. 2)',
    },
    rule: 'OSL 10:28',
  },
  STATUTORY_NOTICE: {
    text: {
      sv: 'Underrättelse som lagen kräver (2017:612 3 och 4 kap.)',
      en: 'Notice that the law requires (2017:612 ch. 3 and 4)',
    },
    rule: 'OSL 10:28',
  },
  PROCESS: {
    text: {
      sv: 'Uppgift om ärendets gång, utan känsligt innehåll',
      en: 'Course of the case, no sensitive content',
    },
    rule: null,
  },
  SAME_CONTROLLER: {
    text: { sv: 'Samma myndighet eller vårdgivare', en: 'The same authority or provider' },
    rule: 'PDL 4:1',
  },
  SAME_REGION_CARE: {
    text: { sv: 'Vård i samma region', en: 'Health care of the same region' },
    rule: 'OSL 25:11',
  },
  SAME_MUNICIPALITY_CARE: {
    text: { sv: 'Vård i samma kommun', en: 'Health care of the same municipality' },
    rule: 'OSL 25:11',
  },
  CONSENT: {
    text: { sv: 'Patienten samtycker', en: 'The patient consents' },
    rule: 'OSL 10:1',
  },
  NO_HARM: {
    text: {
      sv: 'Det står klart att ingen lider men (menprövning)',
      en: 'It is clear that nobody is harmed',
    },
    rule: 'OSL 25:1',
  },
  OSL_25_12: {
    text: {
      sv: 'Nödvändigt: barn, missbruk, tvångsvård eller väntat barn (från vården)',
      en: 'Necessary: child, abuse, compulsory care or unborn child (from health care)',
    },
    rule: 'OSL 25:12',
  },
  OSL_25_13: {
    text: {
      sv: 'Patienten kan inte samtycka och behöver det (från vården)',
      en: 'The patient cannot consent and needs it (from health care)',
    },
    rule: 'OSL 25:13',
  },
  OSL_26_9: {
    text: {
      sv: 'Nödvändigt: barn, missbruk eller väntat barn (från socialtjänsten)',
      en: 'Necessary: child, abuse or unborn child (from social services)',
    },
    rule: 'OSL 26:9',
  },
  OSL_10_2: {
    text: {
      sv: 'Nödvändigt för den egna verksamheten',
      en: 'Necessary for the authority’s own work',
    },
    rule: 'OSL 10:2',
  },
  PSL_6_12: {
    text: {
      sv: 'Inte obehörigt röjande (privat vårdgivare)',
      en: 'Not a disclosure without right (private provider)',
    },
    rule: 'PSL 6:12',
  },
};

/** Copies from before grounds were told apart keep the name that they were written with. */
const FORMER: Readonly<Record<string, Text>> = {
  CONSENT_OR_EXCEPTION: {
    sv: 'Patientens samtycke eller undantag i sekretesslagen',
    en: "The patient's consent or an exception in the secrecy act",
  },
};

/** The words of a ground as stored; a name that nobody knows stands for itself. */
export function basisText(basis: string): Text {
  const known = isBasis(basis) ? BASES[basis].text : FORMER[basis];
  return known ?? { sv: basis, en: basis };
}

/** The rule of a ground as stored; null when there is none. */
export function basisRule(basis: string): Citation | null {
  return isBasis(basis) ? BASES[basis].rule : null;
}

function isBasis(basis: string): basis is Basis {
  return Object.hasOwn(BASES, basis);
}
