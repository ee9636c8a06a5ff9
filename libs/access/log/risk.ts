import { localTimeMs, HOUR_MS, type Instant } from '@hemgang/kernel';
import type { LoggedLine } from '@hemgang/store';

/** Why a line is looked at (PDL 4:3). */
export const REVIEW_REASONS = [
  'same-surname',
  'colleague',
  'no-relation',
  'night',
  'many-patients',
  'break-glass',
  'random',
] as const;

export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** From when on something is unusual. Every controller decides its own; these are assumed. */
export interface RiskLimits {
  /** Local hours: from the first (inclusive) until the second. */
  readonly nightFrom: number;
  readonly nightUntil: number;
  /** Different patients that one member of staff opens within an hour. */
  readonly patientsPerHour: number;
}

const RISK_LIMITS: RiskLimits = { nightFrom: 23, nightUntil: 5, patientsPerHour: 30 };

/** What the rules know beside the line: names of staff, as the directory has them. */
export interface RiskNames {
  readonly nameOf: (staff: string) => string | null;
  /** Names of everybody who works at the controller. */
  readonly colleagues: ReadonlySet<string>;
  /** Whether the unit works by day alone, so that nobody is expected there at night. */
  readonly isByDay: (unit: string) => boolean;
}

/** How many different patients each member of staff has opened in the hour before. */
export class PatientsPerHour {
  private readonly opened = new Map<string, Map<string, Instant>>();

  /** Notes a line; the lines come in their order. @returns how many it makes */
  note({ staff, at, patients, action }: LoggedLine): number {
    // A list shows the unit's own patients; who opens one after the other is another thing.
    if (staff === null || action.startsWith('list:')) return 0;
    const seen = this.opened.get(staff) ?? new Map<string, Instant>();
    for (const { person } of patients) seen.set(person, at);
    for (const [person, last] of seen) {
      if (Date.parse(at) - Date.parse(last) > HOUR_MS) seen.delete(person);
    }
    this.opened.set(staff, seen);
    return seen.size;
  }
}

/**
 * Why a line of the access log should be looked at; nothing: it is as ordinary as any. Pure: the same
 * line gives the same reasons. A reason is no accusation: a reviewer decides.
 */
export function riskReasons(
  line: LoggedLine,
  { nameOf, colleagues, isByDay }: RiskNames,
  patientsInHour: number,
  limits: RiskLimits = RISK_LIMITS,
): readonly ReviewReason[] {
  const { staff, action, at, unit, caseId, patients, hadPart } = line;
  // What is not there for who asked: it is none of hers, or it is not there at all.
  const isTried = action.startsWith('refused:read:');
  if (staff === null || (patients.length === 0 && caseId === null && !isTried)) return [];
  const own = nameOf(staff);
  const names = patients.flatMap(({ name }) => (name === null ? [] : [name]));
  const isList = action.startsWith('list:');
  const found: readonly (readonly [ReviewReason, boolean])[] = [
    ['same-surname', own !== null && names.some((name) => surname(name) === surname(own))],
    ['colleague', names.some((name) => name === own || colleagues.has(name))],
    ['no-relation', !hadPart || isTried],
    ['night', !isList && isNight(at, limits) && unit !== null && isByDay(unit)],
    ['many-patients', patientsInHour >= limits.patientsPerHour],
    ['break-glass', action.startsWith('emergency:')],
  ];
  return found.flatMap(([reason, isSo]) => (isSo ? [reason] : []));
}

/** Common surnames make many lines alike; who shares one is found all the same. */
function surname(name: string): string {
  return name.trim().toLocaleLowerCase('sv').split(/\s+/).at(-1) ?? '';
}

function isNight(at: Instant, { nightFrom, nightUntil }: RiskLimits): boolean {
  const hour = localTimeMs(at) / HOUR_MS;
  return hour >= nightFrom || hour < nightUntil;
}

/**
 * Picks evenly among lines of which nobody knows how many come (Vitter's algorithm R).
 * @param random from 0 up to, but not including, 1
 */
export class RandomSample<Item> {
  readonly items: Item[] = [];
  private offered = 0;

  constructor(
    private readonly size: number,
    private readonly random: () => number,
  ) {}

  offer(item: Item): void {
    this.offered += 1;
    if (this.items.length < this.size) this.items.push(item);
    else {
      const place = Math.floor(this.random() * this.offered);
      if (place < this.size) this.items[place] = item;
    }
  }
}
