import type { Text } from '@hemgang/kernel';
import { z } from 'zod';
import type { Read } from './facts-file';
import { faultsOf, placeOf } from './file-faults';
import { NATIONAL_RATES, type EnteredRate, type Rate } from './rates';

const day = z.iso.date().regex(/^20/);

const ratesFile = z.array(
  z.strictObject({
    from: day,
    to: day,
    kronor: z.number().int().positive().max(100_000),
    source: z.string().trim().min(1),
    enteredOn: day,
  }),
);

/** The amounts of a file. None of them may say something else of a day that has an amount. */
export function readRates(file: unknown): Read<readonly EnteredRate[]> {
  const parsed = ratesFile.safeParse(file);
  if (!parsed.success) return { faults: faultsOf(parsed.error) };
  const rates = parsed.data.map(({ kronor, ...rest }): EnteredRate => ({
    ...rest,
    orePerDay: kronor * 100,
    confidence: 'read',
  }));
  const faults = rates.flatMap((rate, index) => wrongWith(rate, index, rates));
  return faults.length === 0 ? { content: rates } : { faults };
}

function wrongWith(rate: EnteredRate, index: number, all: readonly EnteredRate[]): Text[] {
  const place = placeOf([index]);
  if (rate.to < rate.from) {
    return [{ sv: `${place} slutar före sin början.`, en: `${place} ends before it begins.` }];
  }
  const others: readonly Rate[] = [...NATIONAL_RATES, ...all.slice(0, index)];
  return others.some(({ from, to }) => from <= rate.to && rate.from <= to)
    ? [
        {
          sv: `${place} gäller dagar som redan har ett belopp.`,
          en: `${place} is about days that have an amount already.`,
        },
      ]
    : [];
}
