import type { Text } from '@hemgang/kernel';
import type { CauseMeasure } from './causes';

/** How much of how much, on one day at some places. */
export interface Part {
  readonly measure: MeasureName | CauseMeasure;
  /** Local (Europe/Stockholm), `YYYY-MM-DD`. */
  readonly day: string;
  /** Keys of places, the county first: `county`, `ward:…`, `hospital:…`, `municipality:…` and so on. */
  readonly places: readonly string[];
  /** Of the numerator; whole numbers, so that sums are exact. */
  readonly count: number;
  /** Of the denominator; 0 for what is counted by day. */
  readonly whole: number;
}

/** What sort of number it is, and so how it is read. */
export type MeasureKind = 'share' | 'mean' | 'by-day';

/** What a figure counts, in words that whoever recounts it can go by. */
export interface Measure {
  readonly kind: MeasureKind;
  readonly title: Text;
  readonly numerator: Text;
  readonly denominator: Text;
  /** Which day it belongs to. */
  readonly dated: Text;
  /** Of a mean, what is counted. */
  readonly unit: Text;
  /** Law, agreement or definition it goes by. */
  readonly rule: string;
  /** Assumed until the customer says: shown as such. */
  readonly isAssumed: boolean;
  /** Which part of a share is of unwanted events, the days between which tell something; null: neither. */
  readonly rare: 'count' | 'rest' | null;
}

/** Raised whenever a definition changes: everything is reckoned anew then. */
export const MEASURES_VERSION = 4;

const DAYS: Text = { sv: 'dygn', en: 'days' };
const DAYS_BETWEEN: Text = { sv: 'dagar', en: 'days' };
const PER_CENT: Text = { sv: 'procent', en: 'per cent' };

const ENDED: Text = {
  sv: 'Dagen då vårdtillfället slutade',
  en: 'The day on which the stay ended',
};
const DUE: Text = {
  sv: 'Dagen då det senast skulle vara gjort',
  en: 'The day by which it was to be done',
};

const inTime = (title: Text, what: Text, rule: string, isAssumed = false): Measure => ({
  kind: 'share',
  title,
  numerator: { sv: `${what.sv} som gjordes i tid`, en: `${what.en} that were done in time` },
  denominator: {
    sv: `${what.sv} som har gjorts, eller vars sista dag har gått. Det som fallit bort räknas inte`,
    en: `${what.en} that have been done, or whose last day has passed. What has fallen away does not count`,
  },
  dated: DUE,
  unit: PER_CENT,
  rule,
  isAssumed,
  // What was not done in time.
  rare: 'rest',
});

/** As `GET /api/v1/figures/sips` counts: each SIP once, by its start, whatever happens in it later. */
const ofSips = (title: Text, what: Text): Measure => ({
  kind: 'share',
  title,
  numerator: what,
  denominator: {
    sv: 'Startade SIP, hos den enhet som startade den. Makulerade räknas inte',
    en: 'SIPs that were started, at the unit that started them. Those struck do not count',
  },
  dated: { sv: 'Dagen då SIP:en startades', en: 'The day on which the SIP was started' },
  unit: PER_CENT,
  rule: '2017:612 kap. 4',
  isAssumed: false,
  rare: null,
});

/** From the referral on; there is no guarantee of care for a municipality's rehabilitation. */
const waited = (title: Text, until: Text): Measure => ({
  kind: 'mean',
  title,
  numerator: {
    sv: `Dagar från remissen till ${until.sv}`,
    en: `Days from the referral to ${until.en}`,
  },
  denominator: {
    sv: `Överlämnanden där remissen och ${until.sv} är registrerade, hos den mottagare som har patienten`,
    en: `Handovers in which the referral and ${until.en} are registered, at the receiver that has the patient`,
  },
  dated: { sv: 'Dagen då väntan slutade', en: 'The day on which the wait ended' },
  unit: DAYS_BETWEEN,
  rule: 'avtal rehabilitering',
  isAssumed: true,
  rare: null,
});

/** Every measure, in the order in which it is shown. */
export const MEASURES = {
  'ready-days': {
    kind: 'mean',
    title: {
      sv: 'Medelvårdtid som utskrivningsklar (SKR)',
      en: 'Mean time as utskrivningsklar (SKR)',
    },
    numerator: {
      sv: 'Dygn som utskrivningsklar: från underrättelsens dag till dagen före utskrivningen, utan återtagna tider',
      en: 'Days as utskrivningsklar: from the day of the notice to the day before leaving, without withdrawn time',
    },
    denominator: {
      sv: 'Avslutade vårdtillfällen med minst ett dygn som utskrivningsklar. De utan något dygn räknas inte',
      en: 'Ended stays with at least one day as utskrivningsklar. Those without any day do not count',
    },
    dated: ENDED,
    unit: DAYS,
    rule: 'SKR väntetider',
    isAssumed: false,
    rare: null,
  },
  'ready-days-all': {
    kind: 'mean',
    title: {
      sv: 'Medelvårdtid som utskrivningsklar, alla med underrättelse',
      en: 'Mean time as utskrivningsklar, all with a notice',
    },
    numerator: {
      sv: 'Dygn som utskrivningsklar, räknade som ovan',
      en: 'Days as utskrivningsklar, counted as above',
    },
    denominator: {
      sv: 'Avslutade vårdtillfällen där underrättelse har lämnats, också de utan något dygn (som i betalningens genomsnitt)',
      en: 'Ended stays in which a notice was given, also those without any day (as in the average for payment)',
    },
    dated: ENDED,
    unit: DAYS,
    rule: 'avtal genomsnitt',
    isAssumed: true,
    rare: null,
  },
  beds: {
    kind: 'by-day',
    title: { sv: 'Vårdplatser med utskrivningsklara', en: 'Beds with patients utskrivningsklara' },
    numerator: {
      sv: 'Dygn som utskrivningsklar, alla vårdtillfällen, också pågående',
      en: 'Days as utskrivningsklar, all stays, those that go on too',
    },
    denominator: {
      sv: 'Dagar i perioden, från den första vecka, månad eller det första år då något har räknats för platsen',
      en: 'Days in the period, from the first week, month or year in which anything was counted of the place',
    },
    dated: { sv: 'Varje dygn för sig', en: 'Each day by itself' },
    unit: { sv: 'platser per dag', en: 'beds per day' },
    rule: 'SKR väntetider',
    isAssumed: false,
    rare: null,
  },
  'cause-unknown': {
    kind: 'share',
    title: { sv: 'Dygn med okänd orsak', en: 'Days of unknown cause' },
    numerator: {
      sv: 'Dygn som utskrivningsklar som ingen har angett en orsak till',
      en: 'Days as utskrivningsklar that nobody has given a cause',
    },
    denominator: {
      sv: 'Alla dygn som utskrivningsklar, också i pågående vårdtillfällen',
      en: 'All days as utskrivningsklar, also of stays that go on',
    },
    dated: { sv: 'Varje dygn för sig', en: 'Each day by itself' },
    unit: PER_CENT,
    rule: 'avtal 2022 avvikelseanalys',
    isAssumed: true,
    rare: null,
  },
  'notice-in-time': inTime(
    { sv: 'Inskrivningsmeddelande i tid', en: 'Notice of admission in time' },
    { sv: 'Inskrivningsmeddelanden', en: 'Notices of admission' },
    '2017:612 2:3',
  ),
  'kvittens-minutes': {
    kind: 'mean',
    title: { sv: 'Tid till kvittens', en: 'Time until kvittens' },
    numerator: {
      sv: 'Hela minuter från meddelande till kvittens',
      en: 'Whole minutes from a message to its kvittens',
    },
    denominator: { sv: 'Kvittenser som har lämnats', en: 'Kvittenser that have been given' },
    dated: { sv: 'Dagen då kvittensen lämnades', en: 'The day on which it was given' },
    unit: { sv: 'minuter', en: 'minutes' },
    rule: 'avtal kvittens',
    isAssumed: true,
    rare: null,
  },
  'contact-in-time': inTime(
    { sv: 'Fast vårdkontakt före utskrivning', en: 'Fast vårdkontakt before leaving' },
    { sv: 'Utsedda fasta vårdkontakter', en: 'Appointments of a fast vårdkontakt' },
    '2017:612 2:5',
  ),
  'information-in-time': inTime(
    { sv: 'Utskrivningsinformation samma dag', en: 'Discharge information the same day' },
    { sv: 'Utskrivningsinformation', en: 'Discharge information' },
    '2017:612 3:2',
  ),
  'taken-over-in-time': inTime(
    { sv: 'Övertagande som planerat', en: 'Taken over as planned' },
    { sv: 'Övertaganden', en: 'Takings-over' },
    'avtal overtagande',
    true,
  ),
  'kallelse-in-time': inTime(
    { sv: 'Kallelse till SIP i tid', en: 'Call to SIP in time' },
    { sv: 'Kallelser till SIP', en: 'Calls to SIP' },
    '2017:612 4:3',
  ),
  'duties-in-time': inTime(
    { sv: 'Alla uppgifter i tid, efter ansvarig', en: 'All duties in time, by owner' },
    { sv: 'Uppgifter med en tid', en: 'Duties with a time' },
    'alla regler',
  ),
  withdrawn: {
    kind: 'share',
    title: { sv: 'Återtagen utskrivningsklar', en: 'Utskrivningsklar withdrawn' },
    numerator: { sv: 'Bedömningar som togs tillbaka', en: 'Judgements that were withdrawn' },
    denominator: {
      sv: 'Bedömningar att patienten är utskrivningsklar',
      en: 'Judgements that the patient is utskrivningsklar',
    },
    dated: { sv: 'Dagen för bedömningens registrering', en: 'The day on which it was registered' },
    unit: PER_CENT,
    rule: '2017:612 3:1',
    isAssumed: false,
    rare: 'count',
  },
  'date-changes': {
    kind: 'mean',
    title: { sv: 'Hur ofta datumet flyttas', en: 'How often the date is moved' },
    numerator: {
      sv: 'Ändringar av beräknad utskrivning',
      en: 'Changes of the expected discharge',
    },
    denominator: {
      sv: 'Avslutade vårdtillfällen där inskrivningsmeddelande har skickats och gäller',
      en: 'Ended stays in which a notice of admission was sent and holds',
    },
    dated: ENDED,
    unit: { sv: 'ändringar', en: 'changes' },
    rule: '2017:612 2:4',
    isAssumed: false,
    rare: null,
  },
  'late-changes': {
    kind: 'share',
    title: { sv: 'Sena ändringar av datumet', en: 'Late changes of the date' },
    numerator: {
      sv: 'Ändringar som registrerades tidigast dagen före den första av den gamla och den nya dagen',
      en: 'Changes registered at the earliest on the day before the first of the old and the new day',
    },
    denominator: {
      sv: 'Alla ändringar av beräknad utskrivning',
      en: 'All changes of the expected discharge',
    },
    dated: { sv: 'Dagen då ändringen registrerades', en: 'The day on which it was registered' },
    unit: PER_CENT,
    rule: '2017:612 2:4',
    isAssumed: true,
    rare: 'count',
  },
  readmitted: {
    kind: 'share',
    title: { sv: 'Åter inom 30 dagar', en: 'Back within 30 days' },
    numerator: {
      sv: 'Utskrivningar efter vilka patienten skrevs in igen inom 30 dygn',
      en: 'Discharges after which the patient was admitted again within 30 days',
    },
    denominator: {
      sv: 'Utskrivningar där inskrivningsmeddelande har skickats och gäller. Döda och överflyttade räknas inte',
      en: 'Discharges in which a notice of admission was sent and holds. Deaths and transfers do not count',
    },
    dated: { sv: 'Dagen för utskrivningen', en: 'The day of the discharge' },
    unit: PER_CENT,
    rule: 'Socialstyrelsen öppna jämförelser',
    isAssumed: true,
    rare: 'count',
  },
  'rehab-to-assessment': waited(
    { sv: 'Väntan på bedömning i rehabilitering', en: 'Waiting for assessment in rehabilitation' },
    { sv: 'den första bedömningen', en: 'the first assessment' },
  ),
  'rehab-to-measure': waited(
    {
      sv: 'Väntan på första åtgärd i rehabilitering',
      en: 'Waiting for the first measure in rehabilitation',
    },
    { sv: 'den första åtgärden', en: 'the first measure' },
  ),
  'sip-offered': ofSips(
    { sv: 'SIP som har erbjudits', en: 'SIPs offered' },
    { sv: 'SIP som har erbjudits den enskilde', en: 'SIPs that were offered to the person' },
  ),
  'sip-declined': ofSips(
    { sv: 'SIP som den enskilde har avböjt', en: 'SIPs declined' },
    { sv: 'SIP som den enskilde har avböjt', en: 'SIPs that the person declined' },
  ),
  'sip-called': ofSips(
    { sv: 'SIP som har kallats till', en: 'SIPs called' },
    { sv: 'SIP med en kallelse', en: 'SIPs with a call' },
  ),
  'sip-held': ofSips(
    { sv: 'SIP med möte', en: 'SIPs with a meeting' },
    { sv: 'SIP med minst ett hållet möte', en: 'SIPs in which a meeting was held' },
  ),
  'sip-at-home': {
    ...ofSips(
      { sv: 'SIP-möten i hemmet', en: 'SIP meetings at home' },
      {
        sv: 'SIP vars senaste hållna möte var i hemmet',
        en: 'SIPs whose latest meeting was held at home',
      },
    ),
    denominator: {
      sv: 'SIP med minst ett hållet möte, hos den enhet som startade den. Makulerade räknas inte',
      en: 'SIPs in which a meeting was held, at the unit that started them. Those struck do not count',
    },
    rule: 'avtal 2022 SIP i hemmet',
    isAssumed: true,
  },
  'sip-followed-up': ofSips(
    { sv: 'SIP som har följts upp', en: 'SIPs followed up' },
    { sv: 'SIP med minst en uppföljning', en: 'SIPs that were followed up at least once' },
  ),
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureName = keyof typeof MEASURES;

export const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[];

/** Those whose mean tells little, since a few wait long. */
export const SPREAD_MEASURES: readonly MeasureName[] = ['rehab-to-assessment', 'rehab-to-measure'];
