import { Directory, type Assignment, type Role, type Unit } from '@hemgang/directory';
import { DEMO_COUNTY } from './county';
import { Draw } from './draw';
import { demoPatient, type DemoPatient } from './people';
import { proposedReceivers, type PatientNeeds } from './recipients';
import { reasonFor, type StayReason } from './stay-reasons';

/** Where an invented stay may lead. */
export type StayDestination = 'own-home' | 'relatives-home' | 'korttids' | 'sabo';

/** What is true of an invented stay whenever it takes place. */
export interface Stay {
  readonly n: number;
  readonly ward: string;
  readonly patient: DemoPatient;
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
  readonly physician: Assignment;
  readonly nurse: Assignment;
}

const SHARE_WITHOUT_NEED = 0.08;
/** 2:1: what people who need anything need, most often more than one thing. */
const SHARE_SOCIAL = 0.8;
const SHARE_HEALTH = 0.55;
const SHARE_OPEN_CARE = 0.6;
const SHARE_NEED_PLAIN = 0.6;
const SHARE_FELSANT = 0.03;

/** Each with the share of those who do not go where the ones before them go. */
const DESTINATIONS: readonly (readonly [StayDestination, number])[] = [
  ['korttids', 0.1],
  ['sabo', 0.09],
  ['relatives-home', 0.03],
  ['own-home', 0.6],
];

const directory = new Directory(DEMO_COUNTY);

/** The stay of the nth patient on a ward: always the same. */
export function stayOf(n: number, ward: string): Stay {
  const draw = new Draw(`stay ${n}`);
  const patient = demoPatient(n);
  const reason = reasonFor(ward, draw);
  const needs = needsOf(reason, draw);
  const receivers = needs === null ? [] : receiversOf(patient, needs, reason, ward);
  const mistake = draw.happens(SHARE_FELSANT) ? mistakeFor(receivers, draw) : null;
  return {
    n,
    ward,
    patient,
    reason,
    needs,
    isNeedPlain: needs !== null && draw.happens(SHARE_NEED_PLAIN),
    receivers,
    destination: destinationOf(n),
    mistake,
    physician: somebodyAt(ward, ['physician'], draw),
    nurse: somebodyAt(ward, ['ward-staff'], draw),
  };
}

/** Units that carry out help in the municipality of a municipal unit. @throws Error for none */
export function executorsNear(unit: string): string[] {
  const { municipality } = unitOf(unit);
  return directory.unitsOfKind('home-care', municipality ?? '').map(({ id }) => id);
}

/** A draw of its own: what else a stay is like must not change with it. */
function destinationOf(n: number): StayDestination | null {
  const draw = new Draw(`destination ${n}`);
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

function needsOf({ palliative }: StayReason, draw: Draw): PatientNeeds | null {
  if (palliative) return { socialServices: true, municipalHealthCare: true, openCare: true };
  if (draw.happens(SHARE_WITHOUT_NEED)) return null;
  const needs = {
    socialServices: draw.happens(SHARE_SOCIAL),
    municipalHealthCare: draw.happens(SHARE_HEALTH),
    openCare: draw.happens(SHARE_OPEN_CARE),
  };
  const isAny = needs.socialServices || needs.municipalHealthCare || needs.openCare;
  return isAny ? needs : { ...needs, openCare: true };
}

function receiversOf(
  patient: DemoPatient,
  needs: PatientNeeds,
  { palliative }: StayReason,
  ward: string,
): string[] {
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
    .filter(({ id, external }) => external === null && !receivers.includes(id));
  return { unit: draw.of(others).id, insteadOf };
}
