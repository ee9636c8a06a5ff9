import { later, type Text } from '@hemgang/kernel';
import { z } from 'zod';
import {
  inOrder,
  isEnd,
  isNotice,
  PAYMENT_EVENTS,
  type PaymentEvent,
  type PaymentFacts,
} from './facts';
import { careType, faultsOf, municipality, placeOf, region, time } from './file-faults';
import { periodsOf, type PeriodFault } from './periods';

/** What is in the file, or everything that is wrong with it: one sentence each. */
export type Read<Content> =
  | { readonly content: Content; readonly faults?: undefined }
  | { readonly content?: undefined; readonly faults: readonly Text[] };

const factsFile = z.strictObject({
  admittedAt: time,
  needAssessedAt: time.nullish(),
  careType,
  folkbokforing: municipality.nullable(),
  placedBy: municipality.nullish(),
  region,
  sipRequired: z.boolean(),
  sipDeclined: z.boolean().nullish(),
  asOf: time.nullish(),
  events: z.array(z.strictObject({ type: z.enum(PAYMENT_EVENTS), at: time })),
});

/**
 * The facts of one stay from a file: ids of its events are their places in it, and it is looked at
 * when its last event happened unless it says when.
 */
export function readFacts(file: unknown): Read<PaymentFacts> {
  const parsed = factsFile.safeParse(file);
  if (!parsed.success) return { faults: faultsOf(parsed.error) };
  const { admittedAt, needAssessedAt, placedBy, sipDeclined, asOf, ...rest } = parsed.data;
  const events = inOrder(rest.events.map((event, index) => ({ ...event, id: index + 1 })));
  const facts: PaymentFacts = {
    ...rest,
    admittedAt,
    needAssessedAt: needAssessedAt ?? null,
    placedBy: placedBy ?? null,
    sipDeclined: sipDeclined ?? false,
    asOf: asOf ?? later(events.at(-1)?.at ?? admittedAt, admittedAt),
    events,
  };
  const faults = contradictions(facts);
  return faults.length === 0 ? { content: facts } : { faults };
}

/** What cannot be true of one stay. */
function contradictions({ admittedAt, asOf, events }: PaymentFacts): readonly Text[] {
  const early = events.filter((event) => needsThePatient(event) && event.at < admittedAt);
  const faults = [
    ...early.map((event) => beforeAdmission(event)),
    ...periodsOf(events).faults.map((fault) => periodFault(fault)),
  ];
  if (asOf >= admittedAt) return faults;
  return [
    ...faults,
    { sv: 'asOf ligger före inskrivningen.', en: 'asOf is before the admission.' },
  ];
}

/** What can only happen while she is in hospital. Messages may be sent before. */
function needsThePatient(event: PaymentEvent): boolean {
  const others = ['utskrivningsklar-withdrawn', 'permission-start', 'permission-end'];
  return isNotice(event) || isEnd(event) || others.includes(event.type);
}

function beforeAdmission(event: PaymentEvent): Text {
  const place = placeOfEvent(event);
  return isEnd(event)
    ? {
        sv: `${place} avslutar vårdtillfället före inskrivningen.`,
        en: `${place} ends the stay before the admission.`,
      }
    : { sv: `${place} ligger före inskrivningen.`, en: `${place} is before the admission.` };
}

const PERIOD_FAULTS: Readonly<Record<PeriodFault['code'], Text>> = {
  TWO_OPEN_PERIODS: {
    sv: 'kommer medan en tidigare underrättelse ännu gäller: två perioder kan inte vara öppna samtidigt',
    en: 'comes while an earlier notice still holds: two periods cannot be open at once',
  },
  NOTHING_TO_WITHDRAW: {
    sv: 'återtar en underrättelse som inte finns',
    en: 'withdraws a notice that is not there',
  },
  NOTICE_AFTER_THE_END: {
    sv: 'kommer efter att vårdtillfället har slutat',
    en: 'comes after the stay has ended',
  },
};

function periodFault({ code, event }: PeriodFault): Text {
  const { sv, en } = PERIOD_FAULTS[code];
  return { sv: `${placeOfEvent(event)} ${sv}.`, en: `${placeOfEvent(event)} ${en}.` };
}

function placeOfEvent({ id }: PaymentEvent): string {
  return placeOf(['events', id - 1]);
}
