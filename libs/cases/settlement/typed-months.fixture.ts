import { createHash } from 'node:crypto';
import { canonicalJson } from '@hemgang/kernel';
import type { BasisSource, MonthBasis, MonthRow } from './basis-source';

/** A stay as a test types it: its case, and its days with what each costs. */
export interface TypedStay {
  readonly case: string;
  readonly pseudonym: string;
  readonly days: readonly { readonly date: string; readonly ore: number | null }[];
}

/** Computes months from stays that are typed in, under one policy; they may be corrected. */
export class TypedMonths implements BasisSource {
  private stays: readonly TypedStay[] = [];

  constructor(private readonly policy = { id: 'lag-2017-612', version: 1 }) {}

  /** From now on the logs say this. */
  say(...stays: readonly TypedStay[]): void {
    this.stays = stays;
  }

  monthBasis(municipality: string, month: string): Promise<MonthBasis> {
    const rows = this.stays.flatMap(rowsOf).map((row, n) => ({ ...row, id: `r${n + 1}` }));
    const ofADay = this.stays.filter(({ days }) => days.length > 0).length;
    return Promise.resolve({
      ...{ municipality, month, rows, policy: this.policy, amounts: [], linked: {} },
      ...{ model: 'individual', threshold: null, orePerDay: null },
      inputHash: createHash('sha256').update(canonicalJson(this.stays)).digest('hex'),
      totals: {
        stays: this.stays.length,
        days: rows.length,
        averageDays: this.stays.length === 0 ? null : rows.length / this.stays.length,
        skrAverageDays: ofADay === 0 ? null : rows.length / ofADay,
        totalOre: rows.reduce((sum, { amountOre }) => sum + (amountOre ?? 0), 0),
        simulatedOre: null,
      },
    });
  }
}

function rowsOf({ case: stay, pseudonym, days }: TypedStay): Omit<MonthRow, 'id'>[] {
  return days.map(({ date, ore }) => ({
    ...{ case: stay, pseudonym, date, amountOre: ore },
    chargeable: ore !== 0,
    reason: ore === 0 ? 'FREE_DAY' : 'CHARGEABLE',
    rule: ore === 0 ? '2017:612 5:4' : '2017:612 5:1',
    events: [`${stay}.1`],
  }));
}
