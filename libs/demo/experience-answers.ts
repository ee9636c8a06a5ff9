import { addDays, weekday, type LocalDate } from '@hemgang/kernel';
import { Draw } from './draw';

/** What somebody invented has answered. */
interface InventedAnswer {
  readonly kind: 'after-discharge' | 'after-sip' | 'at-follow-up' | 'staff';
  readonly unit: string;
  /** SCB's code. */
  readonly municipality: string;
  /** Its Monday. */
  readonly week: LocalDate;
  readonly way: 'link' | 'phone' | 'paper';
  /** From 1 to 5, or 0, question by question. */
  readonly values: readonly number[];
}

interface Asked extends Pick<InventedAnswer, 'kind' | 'unit' | 'municipality'> {
  /** So many answer in a quarter, more or less. */
  readonly about: number;
  /** What they say on the whole. */
  readonly mean: number;
}

const QUARTERS = 4;
const WEEKS_OF_QUARTER = 12;
/** As many as the longest questionnaire asks. */
const QUESTIONS = 5;

const stay = (unit: string, municipality: string, about: number, mean: number): Asked => ({
  ...{ kind: 'after-discharge', unit, municipality, about, mean },
});

/** Some wards and units that ask; at one of them so few answer that nothing is shown. */
const ASKED: readonly Asked[] = [
  stay('nus-medicin-2', '2480', 18, 3.9),
  stay('nus-medicin-2', '2460', 6, 3.6),
  stay('nus-stroke', '2480', 12, 4.3),
  stay('nus-geriatrik-1', '2480', 14, 4.1),
  stay('skelleftea-medicin-1', '2482', 15, 3.7),
  stay('lycksele-medicin', '2481', 7, 4.2),
  stay('nus-kirurgi-1', '2480', 2, 3.2),
  { kind: 'after-sip', unit: 'umea-bistand-norr', municipality: '2480', about: 11, mean: 4 },
  { kind: 'after-sip', unit: 'skelleftea-bistand-norr', municipality: '2482', about: 8, mean: 3.8 },
  { kind: 'at-follow-up', unit: 'umea-bistand-norr', municipality: '2480', about: 9, mean: 4.1 },
  { kind: 'staff', unit: 'umea-bistand-norr', municipality: '2480', about: 9, mean: 3.4 },
  { kind: 'staff', unit: 'skelleftea-bistand-norr', municipality: '2482', about: 7, mean: 3.6 },
];

/** Answers of the four quarters that are over, always the same of one day. */
export function inventedAnswers(today: LocalDate): readonly InventedAnswer[] {
  return Array.from({ length: QUARTERS }, (_, nth) => quarterBefore(today, nth + 1)).flatMap(
    (quarter) => ASKED.flatMap((asked) => answersOf(asked, quarter)),
  );
}

function answersOf(
  { about, mean, ...asked }: Asked,
  quarter: LocalDate,
): readonly InventedAnswer[] {
  const { kind, unit, municipality } = asked;
  const draw = new Draw(`experience ${quarter} ${kind} ${unit} ${municipality}`);
  const count = Math.round(draw.between(about * 0.7, about * 1.3));
  return Array.from({ length: count }, () => ({
    ...asked,
    week: addDays(firstMonday(quarter), 7 * Math.floor(draw.between(0, WEEKS_OF_QUARTER))),
    way: draw.of(['link', 'link', 'link', 'phone', 'paper'] as const),
    values: Array.from({ length: QUESTIONS }, () => valueOf(draw, mean)),
  }));
}

/** Now and then somebody does not know. */
function valueOf(draw: Draw, mean: number): number {
  if (draw.happens(0.05)) return 0;
  return Math.min(5, Math.max(1, Math.round(mean + draw.between(-1.5, 1.5))));
}

/** The first day of the quarter so many before that of the day. */
function quarterBefore(day: LocalDate, before: number): LocalDate {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = months - (months % 3) - 3 * before;
  return `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}-01`;
}

/** Of a week that belongs to the quarter as a whole. */
function firstMonday(quarter: LocalDate): LocalDate {
  return addDays(quarter, (8 - weekday(quarter)) % 7);
}
