import type { LocalDate, Text } from '@hemgang/kernel';

/** Whose it is to shorten a waiting: what a cause is counted at. */
export const CAUSE_OWNERS = {
  kommun: { sv: 'kommunen', en: 'the municipality' },
  region: { sv: 'regionens slutenvård', en: "the region's hospital" },
  oppenvard: { sv: 'regionens öppna vård', en: "the region's open care" },
  patient: { sv: 'patienten och närstående', en: 'the patient and her relatives' },
  annan: { sv: 'annan region eller kommun', en: 'another region or municipality' },
  process: { sv: 'arbetssättet', en: 'the way of working' },
} as const satisfies Readonly<Record<string, Text>>;

export type CauseOwner = keyof typeof CAUSE_OWNERS;

/** Every code that any version of the list has had: what is stored goes on having words. */
export const DELAY_CAUSES = [
  'boende-saknas',
  'korttidsplats-saknas',
  'hemtjanst-bemanning',
  'hemsjukvard-bemanning',
  'beslut-ej-klart',
  'hjalpmedel',
  'bostadsanpassning',
  'transport',
  'lakemedel-dos',
  'information-saknas',
  'kallelse-sip-sen',
  'oppenvard-ej-klarlagd',
  'atertagen-utskrivningsklar',
  'patientens-onskan',
  'narstaende',
  'annan-region-eller-kommun',
  'helg',
] as const;

export type DelayCause = (typeof DELAY_CAUSES)[number];

/** Of a day that nobody has given a cause. Nobody sets it: who does not know leaves the day as it is. */
export const UNKNOWN_CAUSE = 'okand';

export const UNKNOWN_CAUSE_TEXT: Text = { sv: 'Okänd orsak', en: 'Unknown cause' };

/** What a version of the list says of a code. */
export interface CauseEntry {
  readonly text: Text;
  readonly owners: readonly CauseOwner[];
}

/** One version of the list. */
export interface DelayCauseList {
  readonly version: number;
  /** The first day whose waiting it is about. */
  readonly validFrom: LocalDate;
  readonly source: Text;
  readonly codes: Readonly<Partial<Record<DelayCause, CauseEntry>>>;
}

/**
 * The versions of the list, the oldest first. ASSUMPTION: the county's own list could not be read;
 * this one is to be replaced by it, as a version of its own with the day from which it holds.
 */
export const DELAY_CAUSE_LISTS: readonly DelayCauseList[] = [
  {
    version: 1,
    validFrom: '2026-01-01',
    source: {
      sv: 'Antagande, ska ersättas av länets lista',
      en: "Assumed, to be replaced by the county's list",
    },
    codes: {
      'boende-saknas': {
        text: { sv: 'Plats i särskilt boende saknas', en: 'No place in special housing' },
        owners: ['kommun'],
      },
      'korttidsplats-saknas': {
        text: { sv: 'Korttidsplats saknas', en: 'No short-term place' },
        owners: ['kommun'],
      },
      'hemtjanst-bemanning': {
        text: { sv: 'Hemtjänsten saknar personal', en: 'Home help lacks staff' },
        owners: ['kommun'],
      },
      'hemsjukvard-bemanning': {
        text: { sv: 'Hemsjukvården saknar personal', en: 'Home nursing lacks staff' },
        owners: ['kommun'],
      },
      'beslut-ej-klart': {
        text: { sv: 'Biståndsbeslutet är inte klart', en: 'The decision on help is not made' },
        owners: ['kommun'],
      },
      hjalpmedel: {
        text: { sv: 'Hjälpmedel saknas', en: 'Aids are missing' },
        owners: ['kommun', 'region'],
      },
      bostadsanpassning: {
        text: { sv: 'Bostaden är inte anpassad', en: 'The home is not adapted' },
        owners: ['kommun'],
      },
      transport: {
        text: { sv: 'Transport saknas', en: 'No transport' },
        owners: ['region'],
      },
      'lakemedel-dos': {
        text: { sv: 'Läkemedel eller dos är inte klart', en: 'Medicines are not ready' },
        owners: ['region'],
      },
      'information-saknas': {
        text: {
          sv: 'Information från avdelningen saknas',
          en: 'Information from the ward is missing',
        },
        owners: ['region'],
      },
      'kallelse-sip-sen': {
        text: { sv: 'Kallelsen till SIP är sen', en: 'The call to the SIP is late' },
        owners: ['oppenvard'],
      },
      'oppenvard-ej-klarlagd': {
        text: {
          sv: 'Öppenvårdens insatser är inte klarlagda',
          en: 'The measures of open care are not settled',
        },
        owners: ['oppenvard'],
      },
      'atertagen-utskrivningsklar': {
        text: { sv: 'Patienten blev sämre', en: 'The patient got worse' },
        owners: ['region'],
      },
      'patientens-onskan': {
        text: { sv: 'Patientens önskan eller nej', en: "The patient's wish or refusal" },
        owners: ['patient'],
      },
      narstaende: {
        text: { sv: 'Närstående', en: 'Relatives' },
        owners: ['patient'],
      },
      'annan-region-eller-kommun': {
        text: {
          sv: 'Väntar på annan region eller kommun utanför länet',
          en: 'Waits for a region or municipality outside the county',
        },
        owners: ['annan'],
      },
      helg: {
        text: { sv: 'Helg eller kväll', en: 'Weekend or evening' },
        owners: ['process'],
      },
    },
  },
];

/**
 * The version in force on a day.
 * @returns undefined before the first one
 */
export function causeListOn(
  day: LocalDate,
  lists: readonly DelayCauseList[] = DELAY_CAUSE_LISTS,
): DelayCauseList | undefined {
  return lists.findLast(({ validFrom }) => validFrom <= day);
}

/**
 * Whether a code stands in every version that is in force on one of the days.
 * @param lists the versions, the oldest first
 */
export function isCauseOf(
  cause: DelayCause,
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
  lists: readonly DelayCauseList[] = DELAY_CAUSE_LISTS,
): boolean {
  const first = causeListOn(firstDay, lists);
  const later = lists.filter(({ validFrom }) => firstDay < validFrom && validFrom <= lastDay);
  return first !== undefined && [first, ...later].every(({ codes }) => codes[cause] !== undefined);
}

/**
 * What a code meant on a day.
 * @throws Error for what was never accepted on that day
 */
export function causeEntry(cause: DelayCause, day: LocalDate): CauseEntry {
  const entry = causeListOn(day)?.codes[cause];
  if (entry === undefined) throw new Error(`"${cause}" is no cause on ${day}`);
  return entry;
}
