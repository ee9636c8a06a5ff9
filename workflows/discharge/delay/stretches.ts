import { localDate, type Instant, type LocalDate } from '@hemgang/kernel';

/** Local days from the first to the day before `until`; never empty. */
export interface Stretch {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** What the delay of a stay is reckoned from: some of what its machine remembers. */
interface Known {
  readonly utskrivningsklar: { readonly sentAt: Instant | null } | null;
  readonly withdrawnStretches?: readonly Stretch[] | undefined;
  readonly leftAt: Instant | null;
  readonly diedAt: Instant | null;
  readonly ending?: string | undefined;
}

/**
 * The delay of a stay: its local days as utskrivningsklar, from the day of the notice to the day
 * before the patient left, or before today. Days on which a notice was withdrawn do not count.
 *
 * Of the whole stay, and in calendar days. The payment rules reckon by municipality from when that
 * one was told, and leave out nights on leave and what their policy lets be free.
 * @param today the day it is looked at, which is not over
 * @returns in their order, with gaps between them; none when nobody waited, or the case was struck
 */
export function delayStretches(stay: Known, today: LocalDate): readonly Stretch[] {
  if (stay.ending === 'makulerad') return [];
  const { utskrivningsklar, leftAt, diedAt, withdrawnStretches = [] } = stay;
  const sentAt = utskrivningsklar?.sentAt ?? null;
  const end = leftAt ?? diedAt;
  const until = end === null ? today : localDate(end);
  const present = sentAt === null ? [] : [{ from: localDate(sentAt), until }];
  return merged([...withdrawnStretches, ...present]);
}

/** Whether a patient has been utskrivningsklar at all, as others were told. */
export function hasBeenReady({ utskrivningsklar, withdrawnStretches, ending }: Known): boolean {
  const wasTold = utskrivningsklar?.sentAt != null || withdrawnStretches !== undefined;
  return wasTold && ending !== 'makulerad';
}

/** Empty ones left out; those that touch or overlap made one. */
function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const inOrder = stretches
    .filter(({ from, until }) => from < until)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.reduce<readonly Stretch[]>((all, next) => {
    const last = all.at(-1);
    if (last === undefined || last.until < next.from) return [...all, next];
    const until = last.until < next.until ? next.until : last.until;
    return [...all.slice(0, -1), { from: last.from, until }];
  }, []);
}
