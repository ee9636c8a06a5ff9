import type { Directory } from '@hemgang/directory';
import { CORRECT, DISPUTE, MAKULERA } from '@hemgang/engine';
import {
  addDays,
  daysBetween,
  daysFrom,
  localDate,
  MINUTE_MS,
  type Instant,
  type LocalDate,
} from '@hemgang/kernel';
import type { FigureCase, FigureDuty } from '@hemgang/store';
import {
  daysOf,
  delaySlices,
  delayStretches,
  dischargeContext,
  hasBeenReady,
  responsible,
  UNKNOWN_CAUSE,
  type DischargeContext,
} from '@workflows/discharge';
import { OPEN_CARE_KINDS } from '@workflows/handover';
import { sipContext } from '@workflows/sip';
import { factOf, standingLines, type StandingLine } from '../payment/log-line';
import { municipalityOf } from '../payment/places';
import { causeMeasure } from './causes';
import { crossingsOf } from './crossings';
import type { Part } from './measures';
import { rehabParts } from './rehab-parts';
import { COUNTY, inpatientPlaces, municipalityPlace, openCarePlace } from './places';

/** Days within which an admission counts as a return (Socialstyrelsen, öppna jämförelser). */
const RETURN_DAYS = 30;

/** A duty that is counted under a name of its own, beside all duties together. */
const COUNTED: Readonly<Record<string, Part['measure']>> = {
  inskrivningsmeddelande: 'notice-in-time',
  utskrivningsinformation: 'information-in-time',
  'fast-vardkontakt': 'contact-in-time',
  overtagande: 'taken-over-in-time',
  kallelse: 'kallelse-in-time',
};

/** What may happen in a SIP, and the share of SIPs in which it did. */
const OF_SIPS = {
  'offer-sip': 'sip-offered',
  'decline-sip': 'sip-declined',
  call: 'sip-called',
  'hold-meeting': 'sip-held',
  'follow-up': 'sip-followed-up',
} as const satisfies Readonly<Record<string, Part['measure']>>;

/** What says when the patient is expected to leave, for the first time or anew. */
const PLANS = [
  'send-inskrivningsmeddelande',
  'change-expected-discharge',
  'report-discharge-not-carried-out',
];

/** Types of events that parts are reckoned from, beside what is remembered in the case's state. */
export const FIGURE_EVENTS: readonly string[] = [
  ...[...PLANS, 'mark-utskrivningsklar', 'withdraw-utskrivningsklar'],
  ...['start-sip', ...Object.keys(OF_SIPS)],
  ...[CORRECT, MAKULERA, DISPUTE],
];

/** Whose figure it is: whose duties are kept in time is asked of their owner, all else of the stay. */
type PlacesOn = (day: LocalDate) => readonly string[];

/**
 * What a case is part of, reckoned from its log, its duties and what its machine remembers. Pure.
 * @param today the local day it is reckoned on, which is not over
 * @returns none for a case that was entered in error
 */
export function caseParts(
  { type, state, duties, lines, id }: FigureCase,
  directory: Directory,
  today: LocalDate,
): readonly Part[] {
  const ofDuties = duties.flatMap((duty) => dutyParts(duty, directory, today));
  const standing = standingLines({ case: id, lines });
  if (type === 'sip' && sipContext(state).closed !== 'struck') {
    return [...ofDuties, ...sipParts(standing, directory)];
  }
  if (type !== 'discharge') return ofDuties;
  const context = dischargeContext(state);
  if (context.ending === 'makulerad') return [];
  const placesOn = stayPlaces(context, directory);
  return [
    ...ofDuties,
    ...waitingParts(context, placesOn, today),
    ...causeParts(context, placesOn, today),
    ...endParts(context, standing, placesOn),
    ...judgementParts(standing, placesOn),
    ...changeParts(standing, placesOn),
    ...rehabParts(state, (unit) => ownerPlaces(unit, directory)),
  ];
}

function stayPlaces(context: DischargeContext, directory: Directory): PlacesOn {
  const openCare = context.receivers.find(({ unit }) => isOpenCare(directory, unit));
  const pays = responsible(context).filter(({ role }) => role === 'pays');
  return (day) => {
    const payer = pays.findLast(({ from }) => from <= day) ?? pays[0];
    const places = [
      COUNTY,
      ...inpatientPlaces(directory, context.unit),
      ...(payer?.municipality == null ? [] : [municipalityPlace(payer.municipality)]),
      ...(openCare === undefined ? [] : [openCarePlace(openCare.unit)]),
    ];
    return [...places, ...crossingsOf(places)];
  };
}

/** The unit's own place: a municipality's units are one. */
function ownerPlaces(unit: string, directory: Directory): readonly string[] {
  const municipality = municipalityOf(directory, unit);
  if (municipality !== null) return [COUNTY, municipalityPlace(municipality)];
  if (isOpenCare(directory, unit)) return [COUNTY, openCarePlace(unit)];
  return [COUNTY, ...inpatientPlaces(directory, unit)];
}

function isOpenCare(directory: Directory, unit: string): boolean {
  return OPEN_CARE_KINDS.some((kind) => kind === directory.unit(unit)?.kind);
}

/** Every day that somebody waited, and the whole of it when the stay is over. */
function waitingParts(
  context: DischargeContext,
  placesOn: PlacesOn,
  today: LocalDate,
): readonly Part[] {
  const delay = delayStretches(context, today);
  const byDay = delay
    .flatMap(({ from, until }) => daysFrom(from, daysBetween(from, until)))
    .map((day) => dayPart('beds', day, placesOn));
  const endedAt = endOf(context);
  if (endedAt === null || !hasBeenReady(context)) return byDay;
  const [day, count] = [localDate(endedAt), daysOf(delay)];
  return [
    ...byDay,
    ...(count === 0 ? [] : [part('ready-days', day, placesOn, count)]),
    part('ready-days-all', day, placesOn, count),
  ];
}

/** What each day waited was waited for. */
function causeParts(
  context: DischargeContext,
  placesOn: PlacesOn,
  today: LocalDate,
): readonly Part[] {
  const slices = delaySlices(delayStretches(context, today), context.delayCauses ?? []);
  return slices.flatMap(({ set, firstDay, days }) =>
    daysFrom(firstDay, days).flatMap((day) => [
      dayPart(causeMeasure(set?.cause ?? UNKNOWN_CAUSE), day, placesOn),
      part('cause-unknown', day, placesOn, Number(set === null)),
    ]),
  );
}

/** What an ended stay of which others were told says of itself. */
function endParts(
  context: DischargeContext,
  lines: readonly StandingLine[],
  placesOn: PlacesOn,
): readonly Part[] {
  const endedAt = endOf(context);
  if (endedAt === null || context.noticeSentAt === null) return [];
  const day = localDate(endedAt);
  const changes = lines.filter(({ type }) => type === 'change-expected-discharge').length;
  const moved = part('date-changes', day, placesOn, changes);
  if (context.leftAt === null || context.ending === 'transferred') return [moved];
  const { readmission } = context;
  const isBack =
    readmission !== undefined && localDate(readmission.at) <= addDays(day, RETURN_DAYS);
  return [moved, part('readmitted', day, placesOn, Number(isBack))];
}

function judgementParts(lines: readonly StandingLine[], placesOn: PlacesOn): readonly Part[] {
  const parts: Part[] = [];
  for (const { type, recordedAt } of lines) {
    const last = parts.at(-1);
    if (type === 'mark-utskrivningsklar') {
      parts.push(part('withdrawn', localDate(recordedAt), placesOn, 0));
    } else if (type === 'withdraw-utskrivningsklar' && last !== undefined) {
      parts[parts.length - 1] = { ...last, count: 1 };
    }
  }
  return parts;
}

/**
 * Whether each change of the expected discharge came so late that whoever receives had less than a whole
 * day: when it was registered, the earlier of the old day and the new one was at most the next day.
 */
function changeParts(lines: readonly StandingLine[], placesOn: PlacesOn): readonly Part[] {
  const plans = lines.flatMap((line) => {
    const told = line.payload['expectedDischargeAt'];
    if (!PLANS.includes(line.type) || typeof told !== 'string') return [];
    const plannedOn = localDate(factOf(line, 'expectedDischargeAt', told).value);
    return [{ type: line.type, registeredOn: localDate(line.recordedAt), plannedOn }];
  });
  return plans.flatMap(({ type, registeredOn, plannedOn }, index) => {
    const before = plans[index - 1];
    if (type !== 'change-expected-discharge' || before === undefined) return [];
    const first = before.plannedOn < plannedOn ? before.plannedOn : plannedOn;
    const isLate = first <= addDays(registeredOn, 1);
    return [part('late-changes', registeredOn, placesOn, Number(isLate))];
  });
}

/** What has happened in a SIP, each once, on the day of its start at the unit that started it. */
function sipParts(lines: readonly StandingLine[], directory: Directory): readonly Part[] {
  const start = lines.find(({ type }) => type === 'start-sip');
  if (start === undefined) return [];
  const places = start.unit === null ? [COUNTY] : ownerPlaces(start.unit, directory);
  const day = localDate(start.recordedAt);
  const counted = (measure: Part['measure'], isSo: boolean): Part =>
    part(measure, day, () => places, Number(isSo));
  const held = lines.findLast(({ type }) => type === 'hold-meeting');
  return [
    ...Object.entries(OF_SIPS).map(([event, measure]) =>
      counted(
        measure,
        lines.some(({ type }) => type === event),
      ),
    ),
    ...(held === undefined ? [] : [counted('sip-at-home', held.payload['way'] === 'home')]),
  ];
}

/** A duty counts when it is done, or when the day of its due time is over; not when it fell away. */
function dutyParts(
  { key, unit, since, due, closedAt, outcome }: FigureDuty,
  directory: Directory,
  today: LocalDate,
): readonly Part[] {
  const placesOn = () => ownerPlaces(unit, directory);
  const isDone = outcome === 'fulfilled';
  const waited: readonly Part[] =
    key === 'kvittens' && isDone && closedAt !== null
      ? [part('kvittens-minutes', localDate(closedAt), placesOn, minutesBetween(since, closedAt))]
      : [];
  if (due === null || !(isDone || (outcome === null && localDate(due) < today))) return waited;
  const count = Number(isDone && closedAt !== null && closedAt <= due);
  const day = localDate(due);
  const named = COUNTED[key];
  return [
    ...waited,
    part('duties-in-time', day, placesOn, count),
    ...(named === undefined ? [] : [part(named, day, placesOn, count)]),
  ];
}

function endOf({ leftAt, diedAt }: DischargeContext): Instant | null {
  return leftAt ?? diedAt;
}

function minutesBetween(from: Instant, until: Instant): number {
  return Math.floor(Math.max(0, Date.parse(until) - Date.parse(from)) / MINUTE_MS);
}

function part(measure: Part['measure'], day: LocalDate, placesOn: PlacesOn, count = 1): Part {
  return { measure, day, places: placesOn(day), count, whole: 1 };
}

/** What is counted by day is of the days of the period. */
function dayPart(measure: Part['measure'], day: LocalDate, placesOn: PlacesOn): Part {
  return { ...part(measure, day, placesOn), whole: 0 };
}
