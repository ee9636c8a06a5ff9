import type { Purpose } from '../purpose';
import { NOTHING_SHOWN, type FieldGroup, type Mask } from './field-group';
import type { Relation } from './relation';

/** What one purpose may do with cases of a type, by the relation of its unit to the case. */
export interface PurposeRow {
  /** Relations that are not named are shown nothing. */
  readonly shows: Readonly<Partial<Record<Relation, Mask>>>;
  /** Relations that give commands at all; which ones, the declarations say. */
  readonly commands: readonly Relation[];
}

type CaseRows = Readonly<Record<Purpose, PurposeRow>>;

const mask = (...groups: readonly FieldGroup[]): Mask => new Set(groups);

/** What is left of a case for a unit that should never have known of it: why, and its own part. */
const STUB = mask('frame', 'part');

/** An assignment as whoever carries it out needs it. */
const ASSIGNMENT = mask('frame', 'part', 'plan', 'patient', 'contents', 'hints');

/** A case that is worked with, without what one authority keeps to itself. */
const WORK = mask('frame', 'part', 'plan', 'process', 'patient', 'contents', 'hints');

/** Opened in an emergency (PDL 4:4-4:5): to be read, by whoever gives care. */
const EMERGENCY = mask('frame', 'part', 'plan', 'process', 'patient', 'contents');

/** How it went, without whom it was about and what was written (PDL 2:4 p. 4-5, 4:1). */
const COURSE: PurposeRow = {
  shows: { party: mask('frame', 'part', 'plan', 'process'), executor: STUB, stranger: STUB },
  commands: [],
};

/** Cases about a patient: the people who help her work with them, others see how it went. */
const OF_PATIENT: CaseRows = {
  care: {
    shows: {
      party: new Set([...WORK, 'confidential']),
      executor: ASSIGNMENT,
      stranger: STUB,
      emergency: EMERGENCY,
    },
    commands: ['party', 'executor'],
  },
  'social-services': {
    shows: { party: WORK, executor: ASSIGNMENT, stranger: STUB },
    commands: ['party', 'executor'],
  },
  administration: COURSE,
  'follow-up': COURSE,
};

const NOBODY: PurposeRow = { shows: {}, commands: [] };

/** Cases about money: who settles works with them; whoever treats has no business there. */
const OF_MONEY: CaseRows = {
  care: NOBODY,
  'social-services': NOBODY,
  administration: {
    shows: { party: mask('frame', 'part', 'process', 'contents', 'money', 'hints') },
    commands: ['party'],
  },
  'follow-up': { shows: { party: mask('frame', 'part', 'process', 'money') }, commands: [] },
};

/** How one side handles what went wrong: whoever meets it, and whoever heads or follows up the unit. */
const HANDLING: PurposeRow = {
  shows: { party: mask('frame', 'part', 'process', 'contents', 'hints') },
  commands: ['party'],
};

/**
 * Avvikelser, which are about the collaboration and name no patient: administrators handle them as those who
 * treat do (PDL 2:4 p. 4). Whoever only follows up reads no words.
 */
const OF_COOPERATION: CaseRows = {
  care: HANDLING,
  'social-services': HANDLING,
  administration: HANDLING,
  'follow-up': { shows: { party: mask('frame', 'part', 'process') }, commands: [] },
};

/** Plans that nobody only carries out, and that nobody is called to by mistake. */
const OF_PLAN: CaseRows = {
  care: onlyParties(OF_PATIENT.care),
  'social-services': onlyParties(OF_PATIENT['social-services']),
  administration: onlyParties(COURSE),
  'follow-up': onlyParties(COURSE),
};

function onlyParties({ shows: { party, emergency }, commands }: PurposeRow): PurposeRow {
  return {
    shows: { ...(party && { party }), ...(emergency && { emergency }) },
    commands: commands.filter((relation) => relation === 'party'),
  };
}

/** Types of case with rows of their own; every other type is about a patient. */
const ROWS: ReadonlyMap<string, CaseRows> = new Map([
  ['sip', OF_PLAN],
  ['settlement', OF_MONEY],
  ['avvikelse', OF_COOPERATION],
]);

/** What a purpose may do with cases of a type. */
export function purposeRow(type: string, purpose: Purpose): PurposeRow {
  return (ROWS.get(type) ?? OF_PATIENT)[purpose];
}

/** What a reader of this relation and purpose is shown of a case. */
export function maskOf(type: string, relation: Relation, purpose: Purpose): Mask {
  return purposeRow(type, purpose).shows[relation] ?? NOTHING_SHOWN;
}

/** What a reading beside the case itself needs: a page, a list, a computation. */
export const BESIDE_ROWS = {
  /** Everything that is read of the case itself: timeline, disclosures, its line in a list. */
  case: { needs: 'frame', relations: ['party', 'executor', 'stranger', 'emergency'] },
  /** How it stood before: for whoever takes part in it, an emergency needs it as it stands now. */
  history: { needs: 'frame', relations: ['party', 'executor'] },
  /** The page that is sent on paper: the patient's facts and what the ward wrote. */
  notice: { needs: 'contents', relations: ['party', 'executor'] },
  /** What the person is given on paper herself: for those who work with her case and may hand it out. */
  'patient-sheet': { needs: 'contents', relations: ['party'] },
  /** Whom the ward sends to next: for whoever may give the commands that do. */
  receivers: { needs: 'hints', relations: ['party'] },
  /** A file of a message, for whoever was told of it. */
  attachment: { needs: 'contents', relations: ['party', 'emergency'] },
  /** What is written of a SIP's next plan, by those who make it together. */
  'plan-draft': { needs: 'contents', relations: ['party'] },
  /** The stays that a SIP can be linked to: a search among the patient's own cases. */
  'stays-of-sip': { needs: 'patient', relations: ['party'] },
  /** The process of the stay before: whoever took part, and the controller that had the patient. */
  'previous-stay': { needs: 'process', relations: ['party', 'controller'] },
  /** Whether a SIP of the stay can be opened. */
  'sip-of-stay': { needs: 'frame', relations: ['party'] },
  /** The days of a stay and who pays: the ward's side and the municipality that pays. */
  payment: { needs: 'process', relations: ['party'] },
  /** A computation of a settlement, and whose a row of it is. */
  settled: { needs: 'money', relations: ['party'] },
} as const satisfies Record<
  string,
  { readonly needs: FieldGroup; readonly relations: readonly Relation[] }
>;

export type Reading = keyof typeof BESIDE_ROWS;
