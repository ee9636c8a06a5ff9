import type { LegalBasis } from '@hemgang/engine';
import type { Citation, Text } from '@hemgang/kernel';
import type { Basis, NamedBasis } from './bases';

/** Who hands out, or gets: what secrecy asks of a unit and of whom it belongs to. */
export interface Holder {
  readonly controller: string;
  readonly huvudman: string;
  readonly level: 'region' | 'municipality';
  /** Secrecy binds authorities; private providers are silent by PSL 6:12. */
  readonly form: 'authority' | 'private';
  /** Under 25 kap. OSL, or under 26 kap.; `other`: neither, as payment administration. */
  readonly branch: 'care' | 'social' | 'other';
}

/**
 * What the person has said to that content is handed out. `unknown`: it is not noted in the case.
 * `cannot`: she cannot say, and how she stands to it is noted.
 */
export const CONSENTS = ['unknown', 'in-force', 'cannot', 'withdrawn', 'declined'] as const;

export type Consent = (typeof CONSENTS)[number];

/**
 * Whether the person's identity is protected: `marked` is a warning that harm is to be expected,
 * `protected` stands for protected registration and for a new identity.
 */
export const PROTECTIONS = ['none', 'marked', 'protected'] as const;

export type Protection = (typeof PROTECTIONS)[number];

/**
 * What a command that names no ground means when nothing else carries its content: `assumed`: that
 * its giver has judged that there is one, as its consequence says; `withheld`: that there is none.
 */
export type Unnamed = 'assumed' | 'withheld';

/** May this content go from here to there? */
export interface BasisQuestion {
  /** What sort of entry it is, as the workflow says. */
  readonly entry: LegalBasis;
  readonly from: Holder;
  readonly to: Holder;
  readonly consent: Consent;
  readonly protection: Protection;
  /** Absent: the giver named none. */
  readonly named?: NamedBasis | undefined;
  readonly unnamed: Unnamed;
}

/** The one ground it goes on, or why it stays. */
export type BasisAnswer =
  | { readonly basis: Basis; readonly assumed: boolean }
  | { readonly basis: null; readonly why: Withheld; readonly rule: Citation };

/** Why content stays with whoever has it. */
export type Withheld = 'no-basis-named' | 'no-basis' | 'consent-refused' | 'not-possible';

export const WITHHELD_WORDS: Readonly<Record<Withheld, Text>> = {
  'no-basis-named': {
    sv: 'Ingen grund för att lämna ut innehållet är angiven.',
    en: 'No ground for handing the content out was named.',
  },
  'no-basis': {
    sv: 'Det finns ingen grund för att lämna ut innehållet: sekretess hindrar.',
    en: 'There is no ground for handing the content out: secrecy hinders.',
  },
  'consent-refused': {
    sv: 'Personen har sagt nej till att innehållet lämnas ut.',
    en: 'The person has refused that the content is handed out.',
  },
  'not-possible': {
    sv: 'Den grund som angavs finns inte mellan de här verksamheterna.',
    en: 'The ground that was named does not exist between these organisations.',
  },
};

/**
 * On which ground an entry goes to a receiver. The minimum set and the notices of 2017:612 go by law
 * (OSL 10:28) whatever the person says; of the course of a case there is nothing to hand out.
 * Content needs a ground: none between care authorities of one region or municipality (25:11),
 * otherwise the one that its giver names, or a consent in force. Pure.
 */
export function basisFor(question: BasisQuestion): BasisAnswer {
  const { entry, from, to, named, consent } = question;
  if (entry !== 'CONSENT_OR_EXCEPTION') return going(entry);
  if (from.controller === to.controller) return going('SAME_CONTROLLER');
  const same = sameCare(from, to);
  if (same !== null) return going(same);
  if (named !== undefined) return judged(named, question);
  if (consent === 'in-force') return going('CONSENT');
  if (consent === 'withdrawn' || consent === 'declined') return staying('consent-refused', from);
  return unnamed(question);
}

/** Which grounds a giver could name for content between the two, in the order of the list. */
export function possibleBases(question: Omit<BasisQuestion, 'named'>): readonly NamedBasis[] {
  return (Object.keys(CARRIES) as Exclude<NamedBasis, 'NONE'>[]).filter((basis) =>
    CARRIES[basis](question),
  );
}

type Unasked = Omit<BasisQuestion, 'named'>;

const isAuthority = ({ from }: Unasked) => from.form === 'authority';
const isCare = ({ from }: Unasked) => from.form === 'authority' && from.branch === 'care';
const toAuthority = ({ to }: Unasked) => to.form === 'authority';

/** When a ground that is named carries content. */
const CARRIES: Readonly<Record<Exclude<NamedBasis, 'NONE'>, (question: Unasked) => boolean>> = {
  CONSENT: ({ consent }) => consent === 'unknown' || consent === 'in-force',
  // A protected identity says that harm is to be expected.
  NO_HARM: (question) => isAuthority(question) && question.protection === 'none',
  OSL_25_12: (question) => isCare(question) && toAuthority(question),
  OSL_25_13: (question) => isCare(question) && question.consent !== 'in-force',
  OSL_26_9: (question) =>
    isAuthority(question) && question.from.branch === 'social' && toAuthority(question),
  OSL_10_2: isAuthority,
  PSL_6_12: ({ from }) => from.form === 'private',
};

function judged(named: NamedBasis, question: BasisQuestion): BasisAnswer {
  const { from, consent } = question;
  if (named === 'NONE') return staying('no-basis', from);
  if (CARRIES[named](question)) return going(named);
  const isRefused = named === 'CONSENT' && (consent === 'withdrawn' || consent === 'declined');
  return staying(isRefused ? 'consent-refused' : 'not-possible', from);
}

/** Nothing is assumed of somebody whose identity is protected. */
function unnamed({ from, consent, protection, unnamed: meaning }: BasisQuestion): BasisAnswer {
  if (meaning === 'withheld' || protection !== 'none') return staying('no-basis-named', from);
  if (consent !== 'cannot') return { basis: 'CONSENT', assumed: true };
  if (from.form === 'private') return { basis: 'PSL_6_12', assumed: true };
  return { basis: from.branch === 'care' ? 'OSL_25_13' : 'NO_HARM', assumed: true };
}

/** OSL 25:11 is of health care alone: social services of the same municipality are outside it. */
function sameCare(from: Holder, to: Holder): Basis | null {
  const both = [from, to];
  const isCareOfOne =
    from.huvudman === to.huvudman &&
    both.every(({ form, branch }) => form === 'authority' && branch === 'care');
  if (!isCareOfOne) return null;
  return from.level === 'region' ? 'SAME_REGION_CARE' : 'SAME_MUNICIPALITY_CARE';
}

function going(basis: Basis): BasisAnswer {
  return { basis, assumed: false };
}

/** It stays with whoever has it, by the secrecy that binds her. */
export function staying(why: Withheld, { form, branch }: Holder): BasisAnswer {
  if (form === 'private') return { basis: null, why, rule: 'PSL 6:12' };
  return { basis: null, why, rule: branch === 'care' ? 'OSL 25:1' : 'OSL 26:1' };
}
