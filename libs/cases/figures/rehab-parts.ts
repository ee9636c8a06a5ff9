import { daysBetween, type LocalDate } from '@hemgang/kernel';
import type { FigureCase } from '@hemgang/store';
import { HANDOVER, rehabDays, type HandoverContext } from '@workflows/handover';
import type { Part } from './measures';

/**
 * How long a patient waited for rehabilitation at each receiver, as its days hold now: a wait counts
 * when it has ended, on the day on which it did. Pure.
 * @param placesOf whose figure a unit's is
 */
export function rehabParts(
  { machines }: FigureCase['state'],
  placesOf: (unit: string) => readonly string[],
): readonly Part[] {
  return Object.values(machines)
    .filter(({ kind }) => kind.startsWith(`${HANDOVER}-`))
    .flatMap(({ context }) => {
      const { unit, strangerSince, rehab = [] } = context as unknown as HandoverContext;
      // It was somebody else's.
      if (strangerSince !== undefined) return [];
      const { referral, assessment, 'first-measure': firstMeasure } = rehabDays(rehab);
      const waited = (measure: Part['measure'], until: LocalDate | null): readonly Part[] =>
        referral === null || until === null || until < referral
          ? []
          : [
              {
                ...{ measure, day: until, places: placesOf(unit) },
                ...{ count: daysBetween(referral, until), whole: 1 },
              },
            ];
      return [
        ...waited('rehab-to-assessment', assessment),
        ...waited('rehab-to-measure', firstMeasure),
      ];
    });
}
