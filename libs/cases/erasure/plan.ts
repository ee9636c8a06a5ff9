import { localDate, type Citation, type Instant, type LocalDate } from '@hemgang/kernel';
import type { StaffCounts } from '@hemgang/store';
import { isDue, type PersonFile } from './due-files';
import { latestDay, LOG_CITATION, RETENTION, type FileKind } from './retention';

/** What goes by one rule. Counts alone. */
export interface PlannedErasure {
  readonly rule: Citation;
  readonly kind: FileKind | 'access-log' | 'staff';
  readonly persons: number;
  readonly cases: number;
  readonly copies: number;
  /** Of the access log; of staff the rows of every kind together. */
  readonly lines: number;
  /** The day of the oldest last entry among them; null when there is none. */
  readonly oldest: LocalDate | null;
  /** Files that should have gone before: their last day has passed. */
  readonly late: number;
}

/** What a run would erase, and what it would leave. */
export interface GallringPlan {
  readonly on: LocalDate;
  readonly erased: readonly PlannedErasure[];
  /** Files that stay: a case is under way, not yet due, or nobody can tell when. */
  readonly kept: { readonly open: number; readonly notDue: number; readonly unknown: number };
}

/** The plan of a day. Pure. */
export function gallringPlan(
  files: readonly PersonFile[],
  on: LocalDate,
  log: { readonly lines: number; readonly oldest: Instant | null },
  staff: StaffCounts,
): GallringPlan {
  const kinds = Object.keys(RETENTION) as FileKind[];
  const erased = kinds.map((kind) =>
    planned(
      kind,
      files.filter((file) => file.kind === kind && isDue(file, on)),
      on,
    ),
  );
  const closed = files.filter(({ isOpen }) => !isOpen);
  return {
    on,
    erased: [
      ...erased,
      {
        ...{ rule: LOG_CITATION, kind: 'access-log' as const, persons: 0, cases: 0, copies: 0 },
        ...{ lines: log.lines, late: 0 },
        oldest: log.oldest === null ? null : localDate(log.oldest),
      },
      {
        ...{ rule: LOG_CITATION, kind: 'staff' as const, persons: 0, cases: 0, copies: 0 },
        ...{ late: 0, oldest: null },
        lines: Object.values(staff).reduce((sum, count) => sum + count, 0),
      },
    ],
    kept: {
      open: files.length - closed.length,
      notDue: closed.filter((file) => file.due !== null && !isDue(file, on)).length,
      unknown: closed.filter(({ due }) => due === null).length,
    },
  };
}

function planned(kind: FileKind, files: readonly PersonFile[], on: LocalDate): PlannedErasure {
  const { citation, must } = RETENTION[kind];
  const lasts = files.map(({ last }) => localDate(last)).sort();
  const late = files.filter(({ due }) => must && due !== null && latestDay(due) < on);
  return {
    ...{ rule: citation, kind, persons: files.length, lines: 0, late: late.length },
    cases: files.reduce((sum, { cases }) => sum + cases.length, 0),
    copies: files.reduce((sum, { copies }) => sum + copies, 0),
    oldest: lasts[0] ?? null,
  };
}
