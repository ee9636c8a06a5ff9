import {
  addDays,
  HOUR_MS,
  instantAt,
  localDate,
  MINUTE_MS,
  plusMs,
  weekday,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '@hemgang/kernel';
import { Draw } from './draw';
import { demoPatient } from './people';
import { stayOf } from './stay';
import { storyScript, type Return, type Story } from './story';
import { isDealt, turnsAgain, turnsOf, type Turns } from './turns';
import { wardFor } from './ward-choice';

/** A story whose beginning is known. */
export interface DatedStory {
  readonly story: Story;
  readonly admittedAt: Instant;
}

export interface Month {
  /** The local midnight at which the county begins to live. */
  readonly from: Instant;
  /** The local midnight at which it is looked at. */
  readonly until: Instant;
  /** Every story that begins meanwhile, in the order of their beginnings. */
  readonly stories: readonly DatedStory[];
}

export interface MonthWish {
  /** Whole days, at least one. */
  readonly days: number;
  /** The same seed and the same last day give the same month. */
  readonly seed: number;
  /** The month ends with the last midnight before this. */
  readonly now: Instant;
}

/**
 * Stays that begin in a day, on average. Västerbotten has about 36,000 admissions in a year, of
 * which 15-20 % lead to an inskrivningsmeddelande: 15-22 a day. Some more turn out to need nothing.
 */
const STAYS_PER_DAY = 19;
const STAYS_MORE_OR_LESS = 3;

/** Monday to Sunday: planned care is taken in on working days. */
const OF_WEEKDAY = [1.15, 1.1, 1.05, 1.05, 1.05, 0.8, 0.8];

/** January to December: the winter is heavy, and in the summer little is planned. */
const OF_MONTH = [1.1, 1.1, 1.05, 1, 1, 0.95, 0.85, 0.9, 1, 1, 1, 1.05];

/** People come at any hour, but most in the late morning and the afternoon. */
const HOURS: readonly { readonly from: LocalTime; readonly hours: number; share: number }[] = [
  { from: '00:00', hours: 6, share: 0.1 },
  { from: '06:00', hours: 4, share: 0.15 },
  { from: '10:00', hours: 7, share: 0.45 },
  { from: '17:00', hours: 7, share: 0.3 },
];

/** Of a hundred who are admitted; at first nobody has left, and then they come a little later. */
const BACK_OF_HUNDRED = 17;
const READMITTED_DAYS_MAX = 29;
const HOURS_AT_HOME_MIN = 6;

/** Patients of different seeds are different people, mostly. */
const PATIENTS_OF_SEEDS = 100_000;

/**
 * Who comes to the county's wards in a number of days: the people, their stays and when they come.
 * Pure: the same wish gives the same month.
 */
export function monthPlan({ days, seed, now }: MonthWish): Month {
  const lastDay = localDate(now);
  const firstDay = addDays(lastDay, -days);
  const arrivals = new Arrivals(seed);
  for (let day = firstDay; day < lastDay; day = addDays(day, 1)) arrivals.of(day);
  return {
    from: instantAt(firstDay, '00:00'),
    until: instantAt(lastDay, '00:00'),
    stories: arrivals.stories,
  };
}

/** Somebody who has gone home and may be back. */
interface AtHome {
  readonly index: number;
  readonly leftAt: Instant;
  readonly turns: Turns;
}

/** Fills the days one after another: who is back must have left before. */
class Arrivals {
  readonly stories: DatedStory[] = [];
  private readonly atHome: AtHome[] = [];
  private readonly firstPatient: number;
  private stays = 0;
  /** How many who are back have still to come. */
  private awaited = 0;

  constructor(private readonly seed: number) {
    this.firstPatient = Math.floor(new Draw(`month ${seed}`).between(0, PATIENTS_OF_SEEDS));
  }

  of(day: LocalDate): void {
    const draw = new Draw(`day ${day} of ${this.seed}`);
    for (const at of timesOf(day, draw)) {
      if (isDealt(`${this.seed} back`, this.stays, BACK_OF_HUNDRED)) this.awaited += 1;
      const back = this.awaited > 0 ? this.somebodyBack(at, draw) : undefined;
      if (back === undefined) this.admit(at, draw);
      else this.readmit(back, at, draw);
      this.stays += 1;
    }
  }

  private admit(admittedAt: Instant, draw: Draw): void {
    const n = this.firstPatient + this.stories.length;
    const turns = turnsOf(`${this.seed}`, this.stays);
    const first = stayOf({ n, visit: 0, turns, ...wardFor(municipalityOf(n), turns, draw) });
    const index = this.stories.push({ story: { key: `${n}`, first, again: [] }, admittedAt }) - 1;
    this.mayReturn(index, turns);
  }

  private readmit({ index, leftAt, turns: before }: AtHome, at: Instant, draw: Draw): void {
    const dated = this.stories[index];
    if (dated === undefined) throw new Error(`There is no story ${index}.`);
    const { story, admittedAt } = dated;
    const n = this.firstPatient + index;
    const turns = turnsAgain(`${this.seed}`, this.stays, before);
    const visit = story.again.length + 1;
    const stay = stayOf({ n, visit, turns, ...wardFor(municipalityOf(n), turns, draw) });
    const back: Return = { stay, hoursAfter: hoursBetween(leftAt, at) };
    this.stories[index] = { story: { ...story, again: [...story.again, back] }, admittedAt };
    this.mayReturn(index, turns);
  }

  private mayReturn(index: number, turns: Turns): void {
    const dated = this.stories[index];
    const leftAt = dated && storyScript(dated.story, dated.admittedAt).leftAt;
    if (leftAt != null) this.atHome.push({ index, leftAt, turns });
  }

  /** Takes somebody who has been at home for some time, but not for long. */
  private somebodyBack(at: Instant, draw: Draw): AtHome | undefined {
    const possible = this.atHome.filter(({ leftAt }) => {
      const hours = hoursBetween(leftAt, at);
      return hours >= HOURS_AT_HOME_MIN && hours <= READMITTED_DAYS_MAX * 24;
    });
    if (possible.length === 0) return undefined;
    const back = draw.of(possible);
    this.atHome.splice(this.atHome.indexOf(back), 1);
    this.awaited -= 1;
    return back;
  }
}

/** When people come on a day, in order, to the minute. */
function timesOf(day: LocalDate, draw: Draw): Instant[] {
  const ofDay = (OF_WEEKDAY[weekday(day) - 1] ?? 1) * (OF_MONTH[Number(day.slice(5, 7)) - 1] ?? 1);
  const moreOrLess = draw.between(-STAYS_MORE_OR_LESS, STAYS_MORE_OR_LESS);
  const count = Math.max(1, Math.round(STAYS_PER_DAY * ofDay + moreOrLess));
  return Array.from({ length: count }, () => timeOf(day, draw)).sort();
}

function timeOf(day: LocalDate, draw: Draw): Instant {
  let share = draw.between(0, 1);
  const found = HOURS.find((part) => (share -= part.share) < 0) ?? HOURS[2];
  const { from, hours } = found ?? { from: '10:00', hours: 7 };
  const minutes = Math.floor(draw.between(0, hours * 60));
  return plusMs(instantAt(day, from), minutes * MINUTE_MS);
}

function municipalityOf(n: number): string {
  return demoPatient(n).municipality;
}

function hoursBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / HOUR_MS;
}
