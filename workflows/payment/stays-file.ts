import type { Text } from '@hemgang/kernel';
import { z } from 'zod';
import { monthOf, settle, stayDays, type MonthOfStays, type Settled } from './averages';
import { inOrder, type PaymentEvent, type PaymentFacts } from './facts';
import type { Read } from './facts-file';
import { careType, faultsOf, municipality, placeOf, time } from './file-faults';
import { ledger } from './ledger';
import { periodsOf } from './periods';
import type { PaymentPolicy } from './policy';

const stay = z.strictObject({
  notices: z.array(z.strictObject({ at: time, withdrawnAt: time.nullish() })).min(1),
  dischargedAt: time,
  careType: careType.nullish(),
});

const staysFile = z.strictObject({
  municipality,
  months: z.array(
    z.strictObject({
      month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
      stays: z.array(stay),
    }),
  ),
});

type Stay = z.infer<typeof stay>;

/** A municipality's stays, month by month in order. */
export interface Stays {
  readonly municipality: string;
  readonly months: readonly { readonly month: string; readonly stays: readonly Stay[] }[];
}

/** The stays of a municipality from a file. */
export function readStays(file: unknown): Read<Stays> {
  const parsed = staysFile.safeParse(file);
  if (!parsed.success) return { faults: faultsOf(parsed.error) };
  const faults = contradictions(parsed.data);
  if (faults.length > 0) return { faults };
  const months = [...parsed.data.months].sort((a, b) => (a.month < b.month ? -1 : 1));
  return { content: { ...parsed.data, months } };
}

/**
 * What the stays come to under a policy. The file says nothing of the conditions of 5:3 and 5:5: they
 * are taken as met.
 */
export function settleStays(
  { municipality: payer, months }: Stays,
  policy: PaymentPolicy,
): Settled {
  const unconditional = { ...policy, requires: [] };
  const daysOf = (each: Stay) =>
    stayDays(ledger(factsOf(each, payer), unconditional), unconditional);
  return settle(
    months.map(({ month, stays }): MonthOfStays => ({ month, stays: stays.map(daysOf) })),
    policy,
  );
}

function factsOf({ notices, dischargedAt, careType: kind }: Stay, payer: string): PaymentFacts {
  const events = eventsOf({ notices, dischargedAt });
  return {
    admittedAt: events[0]?.at ?? dischargedAt,
    needAssessedAt: null,
    careType: kind ?? 'somatic',
    folkbokforing: payer,
    placedBy: null,
    region: payer.slice(0, 2),
    sipRequired: false,
    sipDeclined: false,
    asOf: dischargedAt,
    events,
  };
}

function eventsOf({ notices, dischargedAt }: Pick<Stay, 'notices' | 'dischargedAt'>) {
  const events = notices.flatMap(({ at, withdrawnAt }): Omit<PaymentEvent, 'id'>[] => [
    { type: 'utskrivningsklar-sent', at },
    ...(withdrawnAt == null
      ? []
      : [{ type: 'utskrivningsklar-withdrawn' as const, at: withdrawnAt }]),
  ]);
  const all = [...events, { type: 'discharged' as const, at: dischargedAt }];
  return inOrder(all.map((event, index) => ({ ...event, id: index + 1 })));
}

function contradictions({ months }: z.infer<typeof staysFile>): readonly Text[] {
  const seen = new Set<string>();
  return months.flatMap(({ month, stays }, at) => {
    const isTwice = seen.has(month);
    seen.add(month);
    const place = placeOf(['months', at, 'month']);
    const twice: Text[] = isTwice
      ? [{ sv: `${place} finns två gånger.`, en: `${place} is there twice.` }]
      : [];
    const others = stays.flatMap((each, index) => {
      const text = wrongWith(each, month);
      const where = placeOf(['months', at, 'stays', index]);
      return text === null ? [] : [{ sv: `${where} ${text.sv}.`, en: `${where} ${text.en}.` }];
    });
    return [...twice, ...others];
  });
}

function wrongWith({ notices, dischargedAt }: Stay, month: string): Text | null {
  if (monthOf(dischargedAt) !== month) {
    return {
      sv: 'hör inte till månaden: ett vårdtillfälle räknas i den månad då det slutade',
      en: 'does not belong to the month: a stay counts in the month in which it ended',
    };
  }
  const inTurn = notices.every(
    ({ at, withdrawnAt }) =>
      at <= dischargedAt &&
      (withdrawnAt == null || (at <= withdrawnAt && withdrawnAt <= dischargedAt)),
  );
  if (!inTurn) {
    return {
      sv: 'har en underrättelse eller ett återtagande som inte ligger före utskrivningen i rätt ordning',
      en: 'has a notice or a withdrawal that is not before the discharge in the right order',
    };
  }
  if (periodsOf(eventsOf({ notices, dischargedAt })).faults.length === 0) return null;
  return {
    sv: 'har två underrättelser som gäller samtidigt',
    en: 'has two notices that hold at the same time',
  };
}
