import { judgeAccess, type Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import {
  HOUR_MS,
  localDate,
  plusMs,
  REGION_CODE,
  type Clock,
  type Instant,
  type Refusal,
} from '@hemgang/kernel';
import {
  OverviewStore,
  type AccessLog,
  type Database,
  type LateOfUnit,
  type QualityOfUnit,
} from '@hemgang/store';
import { NATIONAL_RATES, oreOn, policyFor, type Rate } from '@workflows/payment';
import { agreementInForce } from '../agreement';
import { directoryFor, unitView } from '../names';
import type { PaymentRates } from '../payment/rates';
import { accessLine } from '../write';
import type { LateView, OverviewView } from './overview-view';

/** ASSUMPTION: nobody has said after how many days without an event a stay is to be asked about. */
const SILENT_DAYS = 3;

/** ASSUMPTION: so long before an assignment ends its administrator wants to know. */
const LAPSING_DAYS = 30;

const DAY_MS = 24 * HOUR_MS;

/** Of `2026-03-02`. */
const YEAR_LENGTH = 4;

interface OverviewResources {
  /** As the role that sees every unit's. */
  readonly database: Database;
  readonly access: AccessLog;
  readonly clock: Clock;
  /** The amounts that the customer has entered. */
  readonly rates: PaymentRates;
  directory(): Directory;
}

/**
 * What needs an administrator now, counted for her own controller. Read by the role that sees all
 * units, so this is the one wall: of others she is shown what is late in cases of her own units.
 * @throws DatabaseUnavailable
 */
export class Overview {
  private readonly store: OverviewStore;

  constructor(private readonly on: OverviewResources) {
    this.store = new OverviewStore(on.database);
  }

  async read(reader: Reader): Promise<OverviewView | Refusal> {
    const { access, clock } = this.on;
    const may = judgeAccess({ asks: 'operation', operation: 'getOverview', by: reader });
    const now = clock.now();
    const action = may.isAllowed ? 'read:overview' : 'refused:read:overview';
    await access.append([accessLine(reader, action, now, null, null)]);
    if (!may.isAllowed) return may.refusal;
    const directory = this.on.directory();
    const units = directory.rows.units
      .filter(({ controller }) => controller === reader.controller)
      .map(({ id }) => id);
    const [late, quality, entered] = await Promise.all([
      this.store.late(units, now),
      this.store.quality(units, plusMs(now, -SILENT_DAYS * DAY_MS)),
      this.on.rates.inForce(),
    ]);
    const seen = directoryFor(directory, reader);
    const isOwn = ({ unit }: LateOfUnit) => units.includes(unit);
    return {
      late: lateViews(late.filter(isOwn), seen),
      lateOfOthers: lateViews(
        late.filter((each) => !isOwn(each)),
        seen,
      ),
      quality: { silentDays: SILENT_DAYS, units: qualityViews(quality, seen) },
      agreement: agreementView(now, [...entered, ...NATIONAL_RATES], reader),
      staff: { lapsing: lapsing(directory, units, now), lapsingDays: LAPSING_DAYS },
    };
  }
}

/** Units that are shown under one neutral name are one line. */
function lateViews(rows: readonly LateOfUnit[], seen: Directory): readonly LateView[] {
  const views = new Map<string, LateView>();
  for (const { unit: id, count, worstDueAt } of rows) {
    const unit = unitView(seen, id);
    const before = views.get(unit.id);
    const earlier = before !== undefined && before.worstDueAt < worstDueAt;
    views.set(unit.id, {
      ...{ unit, count: (before?.count ?? 0) + count },
      worstDueAt: earlier ? before.worstDueAt : worstDueAt,
    });
  }
  return [...views.values()];
}

/** Of the units that have something to mend. */
function qualityViews(
  rows: readonly QualityOfUnit[],
  seen: Directory,
): OverviewView['quality']['units'] {
  return rows
    .filter(({ silent, reserve }) => silent > 0 || reserve > 0)
    .map(({ unit, silent, reserve }) => ({ unit: unitView(seen, unit), silent, reserve }));
}

/** The next year's amount must be known before its first day. */
function agreementView(
  now: Instant,
  rates: readonly Rate[],
  { language }: Reader,
): OverviewView['agreement'] {
  const today = localDate(now);
  const year = Number(today.slice(0, YEAR_LENGTH));
  // Every municipality of the county has the region's digits before its own.
  const bound = { payer: REGION_CODE, region: REGION_CODE, careType: 'somatic' } as const;
  const { title, validFrom, validTo, source, confidence } = policyFor({ ...bound, on: today });
  return {
    payment: { title: title[language], validFrom, validTo, source, confidence },
    limits: agreementInForce().id,
    rates: [year, year + 1].map((each) => ({
      year: each,
      orePerDay: oreOn(`${each}-12-31`, rates),
    })),
  };
}

/** Assignments in force whose last day comes soon. */
function lapsing({ rows }: Directory, units: readonly string[], now: Instant): number {
  const soon = plusMs(now, LAPSING_DAYS * DAY_MS);
  return rows.assignments.filter(
    ({ unit, term }) => units.includes(unit) && term?.until !== undefined && term.until <= soon,
  ).length;
}
