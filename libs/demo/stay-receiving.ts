import type { Role, Unit, UnitKind } from '@hemgang/directory';
import { addDays, instantAt, later, localDate, type Instant } from '@hemgang/kernel';
import type { Draw } from './draw';
import { FAMILY_NAMES, YOUNGER_NAMES } from './names';
import { somebodyAt, staffName, unitOf, type Team } from './stay';
import { hoursAfter, type StayCourse } from './stay-course';
import { unitStep, type NamedMachine, type StayStep } from './stay-step';
import { CURRENT_MEASURES, NOT_KNOWN_COMMENTS, OPEN_CARE_MISSING_COMMENTS } from './stay-texts';
import { NURSING_HOURS, OFFICE_HOURS, whenAtWork, type WorkingHours } from './working-hours';

/** What a receiving unit does before the patient comes. */
export interface Preparations {
  /** Only worth doing while the patient is on the ward. */
  readonly beforeLeaving: readonly StayStep[];
  /** Done sooner or later in any case. */
  readonly anyTime: readonly StayStep[];
  readonly readyAt: Instant;
}

/** A receiving unit: who acts for it, when it works, when it was told. */
export interface Receiving {
  readonly unit: string;
  readonly kind: UnitKind;
  readonly toldAt: Instant;
  /** A sjukstuga is ward and open care: it neither acknowledges nor answers itself. */
  readonly isOwnWard: boolean;
  /** Nobody there has an account: the ward registers what it says. */
  readonly isOutside: boolean;
  readonly draw: Draw;
  step(
    at: Instant,
    command: string,
    payload?: StayStep['payload'],
    machine?: NamedMachine,
  ): StayStep;
  /** From `min` to `max` hours later, but when somebody is at work. */
  after(from: Instant, min: number, max: number): Instant;
}

/** From and to, in hours. */
export type Hours = readonly [number, number];

/** Who acts at units of each kind. */
const ROLE: Readonly<Partial<Record<UnitKind, Role>>> = {
  'municipal-social': 'municipal-coordinator',
  'municipal-health': 'municipal-nurse',
  halsocentral: 'primary-care-nurse',
  'specialist-open-care': 'specialist-nurse',
};

const SHARE_KNOWN: Readonly<Partial<Record<UnitKind, number>>> = {
  'municipal-social': 0.6,
  'municipal-health': 0.4,
  halsocentral: 0.95,
  'specialist-open-care': 0.8,
};

const SHARE_LATE = 0.14;
/** In July and August there are fewer who do the work. */
const SHARE_LATE_IN_SUMMER = 0.22;
const SUMMER_MONTHS = ['07', '08'];
const SHARE_READY_LATE = 0.12;
const SHARE_SAYS_WHEN = 0.3;
const SHARE_READY_FROM_LATER = 0.4;
const SHARE_OPEN_CARE_MISSING = 0.08;

/**
 * A unit that has been told of a patient.
 * @param team who answers for the patient on the ward at a time
 */
export function receiving(
  id: string,
  team: (at: Instant) => Team,
  toldAt: Instant,
  draw: Draw,
): Receiving {
  const unit = unitOf(id);
  const { kind, ownWard, external } = unit;
  const hours: WorkingHours = kind === 'municipal-health' ? NURSING_HOURS : OFFICE_HOURS;
  const isOutside = external !== null;
  return {
    unit: id,
    kind,
    toldAt,
    isOwnWard: ownWard === team(toldAt).ward,
    isOutside,
    draw,
    step: isOutside ? registeredSteps(unit, team, draw) : ownSteps(unit, draw),
    after: (from, min, max) => whenAtWork(hoursAfter(from, min, max, draw), hours, draw),
  };
}

function ownSteps({ id, kind }: Unit, draw: Draw): Receiving['step'] {
  const person = somebodyAt(id, [ROLE[kind] ?? 'municipal-coordinator'], draw);
  return (at, command, payload, machine = 'handover') =>
    unitStep(at, person, command, { id, machine }, payload);
}

/** The ward has somebody there on the telephone, and writes down what she says. */
function registeredSteps({ id }: Unit, team: (at: Instant) => Team, draw: Draw): Receiving['step'] {
  const name = strangerName(draw);
  return (at, command, payload = {}, machine = 'handover') => {
    const registered = { name, channel: 'phone', at };
    return unitStep(at, team(at).nurse, command, { id, machine }, { ...payload, registered });
  };
}

function strangerName(draw: Draw): string {
  return `${draw.of(YOUNGER_NAMES.female)} ${draw.of(FAMILY_NAMES)}`;
}

/** Answering, planning, getting ready; at a hälsocentral also the named contact and its measures. */
export function preparations(at: Receiving, course: StayCourse): Preparations {
  const { toldAt } = at;
  const answerAt = at.after(toldAt, ...lateOr(at, [26, 70], [0.7, 14]));
  const planningAt = at.after(answerAt, ...lateOr(at, [50, 90], [1, 24]));
  const ready = readySteps(at, later(answerAt, planningAt), course);
  const steps = [
    ...(at.isOwnWard ? [] : [at.step(answerAt, 'answer', answerOf(at))]),
    at.step(planningAt, 'start-planning'),
    ...saysWhen(at, planningAt),
    ...ready.steps,
  ];
  return {
    beforeLeaving: [...steps, ...(isOpenCare(at) ? openCareMeasures(at) : [])],
    anyTime: isOpenCare(at) ? [namedContact(at)] : [],
    readyAt: ready.readyAt,
  };
}

/** Every kvittens the unit gives: whoever opens the list acknowledges all that lies there. */
export function kvittenser(at: Receiving, receivedAt: readonly Instant[]): StayStep[] {
  if (at.isOwnWard) return [];
  const received = [at.toldAt, ...receivedAt.filter((sent) => sent > at.toldAt)];
  return collected(received, (sent) => at.after(sent, ...lateOr(at, [25, 60], [0.5, 9]))).map(
    (when) => at.step(when, 'acknowledge'),
  );
}

/** When somebody takes all that has come since the last time; each thing is waited for by itself. */
export function collected(
  cameAt: readonly Instant[],
  taken: (cameAt: Instant) => Instant,
): Instant[] {
  let cleared = '';
  return cameAt
    .map(taken)
    .sort()
    .filter((when) => {
      if (!cameAt.some((came) => came > cleared && came <= when)) return false;
      cleared = when;
      return true;
    });
}

/** Whether the unit belongs to the region's open care. */
export function isOpenCare({ kind }: Receiving): boolean {
  return kind === 'halsocentral' || kind === 'specialist-open-care';
}

/** How long something takes: mostly in time. */
export function lateOr({ draw, toldAt }: Receiving, late: Hours, inTime: Hours): Hours {
  const isSummer = SUMMER_MONTHS.includes(localDate(toldAt).slice(5, 7));
  return draw.happens(isSummer ? SHARE_LATE_IN_SUMMER : SHARE_LATE) ? late : inTime;
}

function answerOf({ kind, draw }: Receiving): StayStep['payload'] {
  const measures = CURRENT_MEASURES[kind] ?? [];
  return draw.happens(SHARE_KNOWN[kind] ?? 0)
    ? { answer: 'known', currentMeasures: draw.of(measures) }
    : { answer: 'not-known', comment: draw.of(NOT_KNOWN_COMMENTS) };
}

function saysWhen(at: Receiving, planningAt: Instant): StayStep[] {
  if (!at.draw.happens(SHARE_SAYS_WHEN)) return [];
  const when = at.after(planningAt, 2, 24);
  return [at.step(when, 'state-can-receive-from', { canReceiveFrom: daysLater(when, 2) })];
}

/** One report that all is ready, and a second one when the patient got worse in between. */
function readySteps(at: Receiving, earliest: Instant, { ready }: StayCourse) {
  const [first, again] = ready;
  const hours: Hours = at.draw.happens(SHARE_READY_LATE) ? [80, 130] : [-20, 44];
  const firstAt = at.after(later(hoursAfter(first.at, ...hours, at.draw), earliest), 0.5, 3);
  const steps = [readyStep(at, firstAt)];
  if (again === undefined || first.withdrawnAt === null || firstAt > first.withdrawnAt) {
    return { steps, readyAt: firstAt };
  }
  const secondAt = at.after(again.at, -2, 26);
  return { steps: [...steps, readyStep(at, secondAt)], readyAt: secondAt };
}

function readyStep(at: Receiving, when: Instant): StayStep {
  const payload = at.draw.happens(SHARE_READY_FROM_LATER)
    ? { canReceiveFrom: daysLater(when, 1) }
    : {};
  return at.step(when, 'report-ready', payload);
}

function daysLater(from: Instant, days: number): Instant {
  return instantAt(addDays(localDate(from), days), '13:00');
}

/** 5:5: usually there; otherwise said so first and put right later. */
function openCareMeasures(at: Receiving): StayStep[] {
  const when = at.after(at.toldAt, 4, 44);
  if (!at.draw.happens(SHARE_OPEN_CARE_MISSING)) {
    return [at.step(when, 'clarify-open-care', { available: true })];
  }
  const comment = at.draw.of(OPEN_CARE_MISSING_COMMENTS);
  return [
    at.step(when, 'clarify-open-care', { available: false, comment }),
    at.step(at.after(when, 10, 40), 'clarify-open-care', { available: true }),
  ];
}

/** 2:5: before the patient leaves, most often. */
function namedContact(at: Receiving): StayStep {
  const when = at.after(at.toldAt, ...lateOr(at, [80, 160], [4, 60]));
  const role = at.kind === 'halsocentral' ? 'primary-care-nurse' : 'specialist-nurse';
  const name = at.isOutside
    ? strangerName(at.draw)
    : staffName(somebodyAt(at.unit, [role], at.draw));
  const { phone } = unitOf(at.unit);
  return at.step(when, 'appoint-fast-vardkontakt', { name, phone });
}
