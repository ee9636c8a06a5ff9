import type { Text } from '@hemgang/kernel';

/**
 * How the law is read where it can be read in more than one way. Named after the questions I-1 to
 * I-14; what stands here can be changed by an agreement, the other questions have one reading only.
 */
export interface Interpretation {
  /** I-1: whether the free days are all days or working days. */
  readonly freeDaysAre: 'calendar' | 'working';
  /** I-4: whether a municipality has been told of the admission when the notice reached the wrong unit. */
  readonly wrongUnitIsTold: boolean;
  /** I-5: whether the day on which the period ends is paid for too. */
  readonly countEndDate: boolean;
  /** I-7: whether all periods of a stay count in an average, or the one that led to the discharge. */
  readonly periodsInAverage: 'all' | 'last';
  /** I-8: whether a notice of admission that came late hinders the liability for ever. */
  readonly lateInskrivningBlocks: boolean;
  /** I-9: whether a kallelse that came late hinders it for ever. */
  readonly lateKallelseBlocks: boolean;
  /** I-10: whether the kallelse is no condition when the patient has said no to a SIP. */
  readonly declinedSipNeedsNoKallelse: boolean;
  /** I-11: whether the last day for the kallelse moves from a day off to the next working day. */
  readonly sundayRuleForKallelse: boolean;
  /** I-14: whether a night on leave counts as a day of care. */
  readonly permissionCounts: boolean;
}

/** The readings that are used unless an agreement says otherwise; none is confirmed yet. */
export const DEFAULT_INTERPRETATION: Interpretation = {
  freeDaysAre: 'calendar',
  wrongUnitIsTold: true,
  countEndDate: false,
  periodsInAverage: 'all',
  lateInskrivningBlocks: true,
  lateKallelseBlocks: true,
  declinedSipNeedsNoKallelse: true,
  sundayRuleForKallelse: true,
  permissionCounts: true,
};

/** One question that the law leaves open, as it is shown to people. */
export interface Question {
  readonly id: `I-${number}`;
  /** The parameter that holds the answer; absent: only one answer is built. */
  readonly parameter?: keyof Interpretation | 'time' | 'atCutoffIsLate' | 'rates';
  readonly question: Text;
  readonly answer: Text;
  /** Where the answer comes from. */
  readonly source: string;
  readonly confidence: 'read' | 'secondary' | 'assumption';
}

/** All of them, in the order of their numbers. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'I-1',
    parameter: 'freeDaysAre',
    question: { sv: 'Kalenderdagar eller vardagar?', en: 'Calendar days or working days?' },
    answer: {
      sv: 'Kalenderdagar: lördagar, söndagar och helgdagar räknas.',
      en: 'Calendar days: Saturdays, Sundays and holidays count.',
    },
    source: '5:4 säger dagar; Läkartidningen 2017 har skrivit både dygn och vardagar',
    confidence: 'assumption',
  },
  {
    id: 'I-2',
    question: { sv: 'Datum eller klockslag?', en: 'Dates or times of day?' },
    answer: {
      sv: 'Svenska datum: dagen för underrättelsen plus tre, eller fyra.',
      en: 'Swedish dates: the day of the notice plus three, or four.',
    },
    source: 'Region Stockholm: ansvaret börjar när dag 0, 1 och 2 har gått',
    confidence: 'secondary',
  },
  {
    id: 'I-3',
    parameter: 'atCutoffIsLate',
    question: { sv: 'Är exakt 12.00 för sent?', en: 'Is 12:00 sharp too late?' },
    answer: {
      sv: 'Nej: lagen säger efter klockan 12. I Stockholm: ja.',
      en: 'No: the law says after 12. In Stockholm: yes.',
    },
    source: '2017:612 5:4; Region Stockholm',
    confidence: 'read',
  },
  {
    id: 'I-4',
    parameter: 'wrongUnitIsTold',
    question: { sv: 'Vilken tidpunkt räknas?', en: 'Which time counts?' },
    answer: {
      sv: 'När underrättelsen skickades till rätt enhet. Inskrivningsmeddelandet räknas när det nådde rätt kommun, också fel enhet i den.',
      en: 'When the notice was sent to the right unit. The notice of admission counts when it reached the right municipality, be it the wrong unit of it.',
    },
    source: '2017:612 5:4, 5:3 p1 (kommunen) och p2 (enheterna)',
    confidence: 'read',
  },
  {
    id: 'I-5',
    parameter: 'countEndDate',
    question: { sv: 'Vad är ett vårddygn?', en: 'What is a day of care?' },
    answer: {
      sv: 'En natt: dagen för utskrivningen räknas inte.',
      en: 'A night: the day of the discharge does not count.',
    },
    source: 'Lagen säger bara vårddygn',
    confidence: 'assumption',
  },
  {
    id: 'I-6',
    question: { sv: 'När slutar ansvaret?', en: 'When does the liability end?' },
    answer: {
      sv: 'Vid utskrivning, död, återtagande eller flytt till en annan region, det som kommer först.',
      en: 'At discharge, death, withdrawal or transfer to another region, whichever is first.',
    },
    source: 'Står inte i lagen',
    confidence: 'assumption',
  },
  {
    id: 'I-7',
    parameter: 'periodsInAverage',
    question: { sv: 'Vad händer vid ett återtagande?', en: 'What does a withdrawal do?' },
    answer: {
      sv: 'Perioden slutar. En ny bedömning kräver en ny underrättelse och nya fria dagar. I ett genomsnitt räknas alla perioder.',
      en: 'The period ends. A new judgement needs a new notice and new free days. An average counts all periods.',
    },
    source: 'Följer av 1:3 p5',
    confidence: 'assumption',
  },
  {
    id: 'I-8',
    parameter: 'lateInskrivningBlocks',
    question: {
      sv: 'Botas ett sent inskrivningsmeddelande?',
      en: 'Is a late notice of admission cured?',
    },
    answer: {
      sv: 'Nej: villkoret är inte uppfyllt. Det kan bestridas.',
      en: 'No: the condition is not met. It can be disputed.',
    },
    source: '5:3 p1 hänvisar till 2:3',
    confidence: 'assumption',
  },
  {
    id: 'I-9',
    parameter: 'lateKallelseBlocks',
    question: { sv: 'Botas en sen kallelse?', en: 'Is a late kallelse cured?' },
    answer: {
      sv: 'Nej: villkoret är inte uppfyllt. Det kan bestridas.',
      en: 'No: the condition is not met. It can be disputed.',
    },
    source: '5:3 st.2 hänvisar till 4:3',
    confidence: 'assumption',
  },
  {
    id: 'I-10',
    parameter: 'declinedSipNeedsNoKallelse',
    question: { sv: 'Om patienten tackar nej till SIP?', en: 'When the patient declines a SIP?' },
    answer: {
      sv: 'Då krävs ingen kallelse, om nejet är dokumenterat.',
      en: 'Then no kallelse is needed, if the no is on record.',
    },
    source: '4:2 kräver samtycke',
    confidence: 'assumption',
  },
  {
    id: 'I-11',
    parameter: 'sundayRuleForKallelse',
    question: { sv: 'Gäller söndagsregeln?', en: 'Does the Sunday rule apply?' },
    answer: {
      sv: 'För kallelsen ja, för ansvarets början nej.',
      en: 'For the kallelse yes, for the start of the liability no.',
    },
    source: 'Lag (1930:173) 2 § gäller åtgärder',
    confidence: 'assumption',
  },
  {
    id: 'I-12',
    question: { sv: 'Patienter från andra län?', en: 'Patients of other counties?' },
    answer: {
      sv: 'Lagens egen modell: en överenskommelse binder bara sina parter.',
      en: "The law's own model: an agreement binds its parties only.",
    },
    source: '2017:612 5:1 och 4:5',
    confidence: 'assumption',
  },
  {
    id: 'I-13',
    parameter: 'rates',
    question: { sv: 'Vilket års belopp?', en: "Which year's amount?" },
    answer: {
      sv: 'Varje dygn efter sitt eget kalenderår.',
      en: 'Each day by its own calendar year.',
    },
    source: 'Föreskriften bestämmer beloppet för ett år',
    confidence: 'assumption',
  },
  {
    id: 'I-14',
    parameter: 'permissionCounts',
    question: { sv: 'Räknas permission?', en: 'Does leave count?' },
    answer: {
      sv: 'Ja: den som har permission är inte utskriven.',
      en: 'Yes: a patient on leave is not discharged.',
    },
    source: 'Inte reglerat',
    confidence: 'assumption',
  },
];
