import { endOfLocalDay, HOUR_MS, later, localDate, plusMs, type Instant } from '@hemgang/kernel';
import { LADDER, type DischargeAgreement } from '@workflows/agreement';
import { isArrival, type HandoverContext, type StartOutcome } from '../context';
import { handoverEnded, unit, type Duty } from './duty';

/** When the receiving side began to wait: the leaving, or a later answer that help is needed. */
const leftAt = ({ leftAt, concernedSince, toldAt }: HandoverContext): Instant => {
  const from = leftAt ?? toldAt;
  return concernedSince === undefined ? from : later(from, concernedSince);
};

/** When the last report said so; null when it said something else. */
const reportedAt = ({ report }: HandoverContext, ...outcomes: StartOutcome[]): Instant | null =>
  report !== undefined && outcomes.includes(report.outcome) ? report.at : null;

/** Whoever was not at home may lie on the floor: the next visit is a matter of hours. */
const nextVisit = (since: Instant, { nyttBesokHours }: DischargeAgreement): Instant =>
  plusMs(since, nyttBesokHours * HOUR_MS);

/** Whoever carries out the help knows first that it has started. */
const executorOrUnit = ({ executor, unit }: HandoverContext): string => executor ?? unit;

export const overtagande: Duty = {
  rule: 'avtal overtagande',
  title: { sv: 'Bekräfta att ni har tagit över', en: 'Confirm that you have taken over' },
  waitsFor: { sv: 'bekräftar att hjälpen har kommit igång', en: 'confirm that help has started' },
  weight: 2,
  owner: executorOrUnit,
  since: leftAt,
  due: (context, agreement) => {
    const { canReceiveFrom, plannedStart, destination } = context;
    if (context.leftAt === null) return null;
    const missedAt = reportedAt(context, 'not-home');
    if (missedAt !== null && plannedStart === undefined) return nextVisit(missedAt, agreement);
    const from = [canReceiveFrom, plannedStart].reduce<Instant>(
      (latest, time) => later(latest, time ?? latest),
      leftAt(context),
    );
    return plusMs(from, hoursToStart(plannedStart, isArrival(destination), agreement) * HOUR_MS);
  },
  ladder: LADDER.takingOver,
  urgency: 'acute',
  outcomes: {
    'take-over': 'fulfilled',
    'register-call': 'fulfilled',
    answer: 'withdrawn',
    'stay-on': 'withdrawn',
    'left-in-error': 'withdrawn',
    ...handoverEnded,
  },
};

function hoursToStart(
  plannedStart: Instant | undefined,
  arrives: boolean,
  { startHours, ankomstHours, overtagandeHours }: DischargeAgreement,
): number {
  if (arrives) return ankomstHours;
  return plannedStart === undefined ? overtagandeHours : startHours;
}

export const startplanering: Duty = {
  rule: 'avtal overtagande',
  title: { sv: 'Planera första besöket', en: 'Plan the first visit' },
  waitsFor: { sv: 'planerar när det första besöket blir', en: 'plan when the first visit will be' },
  weight: 1,
  owner: unit,
  since: (context) => reportedAt(context, 'not-home') ?? leftAt(context),
  due: (context, agreement) => {
    const missedAt = reportedAt(context, 'not-home');
    return missedAt === null
      ? plusMs(leftAt(context), agreement.startplaneringHours * HOUR_MS)
      : nextVisit(missedAt, agreement);
  },
  ladder: LADDER.takingOver,
  urgency: 'acute',
  outcomes: {
    'plan-start': 'fulfilled',
    // Overtaken by events: the help came without a plan, or nobody came at all.
    'take-over': 'lapsed',
    'register-call': 'lapsed',
    'report-no-start': 'lapsed',
    answer: 'withdrawn',
    'stay-on': 'withdrawn',
    'left-in-error': 'withdrawn',
    ...handoverEnded,
  },
};

export const uteblivenStart: Duty = {
  rule: 'avtal larm',
  title: {
    sv: 'Ingen kom till patienten – ordna hjälp nu',
    en: 'Nobody came to the patient – arrange help now',
  },
  waitsFor: {
    sv: 'ordnar hjälp till patienten, som ingen har kommit till',
    en: 'arrange help for the patient, to whom nobody has come',
  },
  weight: 1,
  owner: unit,
  since: (context) => reportedAt(context, 'nobody-came') ?? leftAt(context),
  due: (context) => reportedAt(context, 'nobody-came') ?? leftAt(context),
  ladder: LADDER.alarm,
  urgency: 'acute',
  outcomes: {
    'take-over': 'fulfilled',
    'register-call': 'fulfilled',
    'report-no-start': 'fulfilled',
    answer: 'withdrawn',
    'stay-on': 'withdrawn',
    'left-in-error': 'withdrawn',
    'register-call-struck': 'withdrawn',
    ...handoverEnded,
  },
};

export const bokaKontakt: Duty = {
  rule: 'avtal kontakt',
  title: { sv: 'Boka en kontakt med patienten', en: 'Book a contact with the patient' },
  waitsFor: { sv: 'bokar en kontakt med patienten', en: 'book a contact with the patient' },
  weight: 3,
  owner: unit,
  since: (context) => reportedAt(context, 'not-home', 'nobody-came') ?? leftAt(context),
  due: (context, { bokaKontaktHours }) =>
    plusMs(
      reportedAt(context, 'not-home', 'nobody-came') ?? leftAt(context),
      bokaKontaktHours * HOUR_MS,
    ),
  ladder: LADDER.receiver,
  urgency: 'ordinary',
  outcomes: {
    'book-contact': 'fulfilled',
    'take-over': 'fulfilled',
    'register-call': 'fulfilled',
    answer: 'withdrawn',
    'left-in-error': 'withdrawn',
    'register-call-struck': 'withdrawn',
    ...handoverEnded,
  },
};

export const avtaladKontakt: Duty = {
  rule: 'avtal kontakt',
  title: {
    sv: 'Svara om den bokade kontakten blev av',
    en: 'Answer whether the booked contact took place',
  },
  waitsFor: {
    sv: 'svarar om den bokade kontakten blev av',
    en: 'answer whether the booked contact took place',
  },
  weight: 3,
  owner: unit,
  since: leftAt,
  // Asked on the day itself, until its end.
  due: (context) => {
    const { contactAt } = context;
    return contactAt === undefined
      ? null
      : endOfLocalDay(localDate(later(contactAt, leftAt(context))));
  },
  ladder: LADDER.receiver,
  urgency: 'ordinary',
  outcomes: {
    'take-over': 'fulfilled',
    'register-call': 'fulfilled',
    'report-no-start': 'fulfilled',
    answer: 'withdrawn',
    'left-in-error': 'withdrawn',
    ...handoverEnded,
  },
};

export const planeraHemgang: Duty = {
  rule: 'avtal korttids',
  title: {
    sv: 'Planera hemgången från korttids',
    en: 'Plan the way home from the short-term home',
  },
  waitsFor: {
    sv: 'planerar hemgången från korttids',
    en: 'plan the way home from the short-term home',
  },
  weight: 6,
  owner: unit,
  since: leftAt,
  due: (context, { hemgangKorttidsHours }) =>
    plusMs(leftAt(context), hemgangKorttidsHours * HOUR_MS),
  ladder: LADDER.receiver,
  urgency: 'ordinary',
  outcomes: {
    'plan-start': 'fulfilled',
    'stay-on': 'fulfilled',
    ...handoverEnded,
  },
};
