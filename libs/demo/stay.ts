import { Directory, type Assignment, type Role, type Unit } from '@hemgang/directory';
import { DEMO_COUNTY } from './county';
import { Draw } from './draw';
import { livingOutside, receiversOutside, type AdmittedPatient } from './outsiders';
import { demoPatient, type DemoPatient } from './people';
import { proposedReceivers, type PatientNeeds } from './recipients';
import { reasonFor, type StayReason } from './stay-reasons';
import type { Turns } from './turns';

/** Where an invented stay may lead. */
export type StayDestination = 'own-home' | 'relatives-home' | 'korttids' | 'sabo';

/** One stay of a plan: everything else about it follows from this. */
export interface PlannedStay {
  /** The patient's number. */
  readonly n: number;
  /** 0 for the patient's first stay in the plan, 1 for the next. */
  readonly visit: number;
  readonly ward: string;
  /** A ward of another hospital. */
  readonly movesTo: string | null;
  readonly turns: Turns;
}

/** A ward and who answers for the patient there. */
export interface Team {
  readonly ward: string;
  readonly physician: Assignment;
  readonly nurse: Assignment;
}

/** What is true of an invented stay whenever it takes place. */
export interface Stay {
  /** Seeds everything about the stay that falls by chance. */
  readonly name: string;
  readonly team: Team;
  /** Where the patient is moved; null when she stays where she is. */
  readonly nextTeam: Team | null;
  readonly turns: Turns;
  readonly patient: AdmittedPatient;
  readonly reason: StayReason;
  /** Null when nobody judges a need for anything after the stay. */
  readonly needs: PatientNeeds | null;
  /** Whether the need is judged at the admission already. */
  readonly isNeedPlain: boolean;
  /** The units that are told, rightly. */
  readonly receivers: readonly string[];
  /** Where the patient goes, when the ward knows it at once. */
  readonly destination: StayDestination | null;
  /** A unit that is told by mistake in the place of one of the receivers. */
  readonly mistake: { readonly unit: string; readonly insteadOf: string } | null;
}

/** Of those who meet no other turn: about 8 of 100 in all. */
const SHARE_WITHOUT_NEED = 0.12;
/** 2:1: what people who need anything need, most often more than one thing. */
const SHARE_SOCIAL = 0.8;
const SHARE_HEALTH = 0.55;
const SHARE_OPEN_CARE = 0.6;
const SHARE_NEED_PLAIN = 0.6;

/** Each with the share of those who do not go where the ones before them go. */
const DESTINATIONS: readonly (readonly [StayDestination, number])[] = [
  ['korttids', 0.1],
  ['sabo', 0.09],
  ['relatives-home', 0.03],
  ['own-home', 0.6],
];

const directory = new Directory(DEMO_COUNTY);

/** A planned stay, always the same for the same plan. */
export function stayOf({ n, visit, ward, movesTo, turns }: PlannedStay): Stay {
  const name = visit === 0 ? `${n}` : `${n} again ${visit}`;
  const draw = new Draw(`stay ${name}`);
  const resident = demoPatient(n);
  const reason = reasonFor(ward, draw);
  const needs = needsOf(reason, turns, draw);
  const { patient, receivers } = turns.outsider
    ? outside(resident, needs)
    : { patient: resident, receivers: receiversOf(resident, needs, reason, ward) };
  const mistake = turns.felsant && !turns.outsider ? mistakeFor(receivers, draw) : null;
  return {
    name,
    team: teamOf(ward, draw),
    nextTeam: movesTo === null || needs === null ? null : teamOf(movesTo, draw),
    turns,
    patient,
    reason,
    needs,
    isNeedPlain: needs !== null && draw.happens(SHARE_NEED_PLAIN),
    receivers,
    destination: destinationOf(name),
    mistake,
  };
}

function teamOf(ward: string, draw: Draw): Team {
  return {
    ward,
    physician: somebodyAt(ward, ['physician'], draw),
    nurse: somebodyAt(ward, ['ward-staff'], draw),
  };
}

/** Who lives outside lives there at every stay. */
function outside(resident: DemoPatient, needs: PatientNeeds | null) {
  const { patient, home } = livingOutside(resident, new Draw(`outside ${resident.number}`));
  return { patient, receivers: needs === null ? [] : receiversOutside(home, needs) };
}

/** Units that carry out help in the municipality of a municipal unit; none outside the county. */
export function executorsNear(unit: string): string[] {
  const { municipality } = unitOf(unit);
  return directory.unitsOfKind('home-care', municipality ?? '').map(({ id }) => id);
}

/** A draw of its own: what else a stay is like must not change with it. */
function destinationOf(name: string): StayDestination | null {
  const draw = new Draw(`destination ${name}`);
  const at = DESTINATIONS.findIndex(([, share]) => draw.happens(share));
  return DESTINATIONS[at]?.[0] ?? null;
}

/** One of the unit's staff with one of the roles. @throws RangeError when there is nobody */
export function somebodyAt(unit: string, roles: readonly Role[], draw: Draw): Assignment {
  const able = directory
    .assignmentsOf(unit)
    .filter((assignment) => roles.some((role) => assignment.roles.includes(role)));
  return draw.of(able);
}

export function staffName({ staff }: Assignment): string {
  return directory.staff(staff)?.name ?? staff;
}

/** A unit of the demo county. @throws Error when it has no such unit */
export function unitOf(id: string): Unit {
  const unit = directory.unit(id);
  if (unit === undefined) throw new Error(`The demo county has no unit ${id}.`);
  return unit;
}

function needsOf({ palliative }: StayReason, turns: Turns, draw: Draw): PatientNeeds | null {
  if (palliative) return { socialServices: true, municipalHealthCare: true, openCare: true };
  if (isOrdinary(turns) && draw.happens(SHARE_WITHOUT_NEED)) return null;
  const needs = {
    socialServices: draw.happens(SHARE_SOCIAL),
    municipalHealthCare: draw.happens(SHARE_HEALTH),
    openCare: draw.happens(SHARE_OPEN_CARE),
  };
  const isAny = needs.socialServices || needs.municipalHealthCare || needs.openCare;
  return isAny ? needs : { ...needs, openCare: true };
}

/** Every turn is about receivers; who needs nothing meets none. */
function isOrdinary({ ending, ...turns }: Turns): boolean {
  return ending === 'planned' && !Object.values(turns).includes(true);
}

function receiversOf(
  patient: DemoPatient,
  needs: PatientNeeds | null,
  { palliative }: StayReason,
  ward: string,
): string[] {
  if (needs === null) return [];
  const units = proposedReceivers(patient, needs);
  return palliative ? [...units, palliativeTeamNear(ward)] : units;
}

/** Each of the three hospitals has a palliative team; the sjukstugor belong to Lycksele's. */
function palliativeTeamNear(ward: string): string {
  if (ward.startsWith('nus-')) return 'umea-palliativt-team';
  return ward.startsWith('skelleftea-') ? 'skelleftea-palliativt-team' : 'lycksele-palliativt-team';
}

/** Another unit of the county, of the same kind as the first receiver: district or list mixed up. */
function mistakeFor(receivers: readonly string[], draw: Draw): Stay['mistake'] {
  const [insteadOf] = receivers;
  if (insteadOf === undefined) return null;
  const others = directory
    .unitsOfKind(unitOf(insteadOf).kind)
    // Whose very name is kept from others: they could not say which handover is meant.
    .filter(({ id, external, sensitive }) => {
      const isKnown = external === null && !sensitive;
      return isKnown && !receivers.includes(id);
    });
  return { unit: draw.of(others).id, insteadOf };
}
