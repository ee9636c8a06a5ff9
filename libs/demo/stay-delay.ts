import { addDays, daysBetween, instantAt, localDate, type Instant } from '@hemgang/kernel';
import { Draw } from './draw';
import type { Stay, Team } from './stay';
import { hoursAfter, type StayCourse } from './stay-course';
import type { Receiving } from './stay-receiving';
import { wardStep, type StayStep } from './stay-step';
import { CAUSE_COMMENTS, CAUSES_OF_MUNICIPALITY } from './stay-texts';
import { WARD_HOURS, whenAtWork } from './working-hours';

/** Of the stays in which somebody waited so long: of the others nobody has said why. */
const SHARE_SAID = 0.5;
const SHARE_COMMENTED = 0.3;
/** Since then there is a list of causes; of the waiting before it nobody says why. */
const LISTED_SINCE = '2026-01-01';
/** The municipality says why when these are over; what comes after them is left unknown. */
const DAYS_EXPLAINED = 2;

/** Why the patient waited at first, as the municipality says it and the ward sometimes comments it. */
export function whyWaited(
  { name }: Stay,
  { ready }: StayCourse,
  leftAt: Instant,
  units: readonly Receiving[],
  team: (at: Instant) => Team,
): StayStep[] {
  // By chance of its own: nothing else of the stay depends on it.
  const draw = new Draw(`delay ${name}`);
  const firstDay = localDate((ready.at(-1) ?? ready[0]).toldAt);
  const municipality = units.find(
    ({ kind, isOutside }) => kind in CAUSES_OF_MUNICIPALITY && !isOutside,
  );
  const isLong = daysBetween(firstDay, localDate(leftAt)) >= DAYS_EXPLAINED;
  const isSaid = firstDay >= LISTED_SINCE && isLong && draw.happens(SHARE_SAID);
  if (municipality === undefined || !isSaid) return [];
  const over = instantAt(addDays(firstDay, DAYS_EXPLAINED), '08:00');
  const saidAt = municipality.after(over, 0, 8);
  const set = municipality.step(saidAt, 'set-delay-cause', {
    firstDay,
    lastDay: addDays(firstDay, DAYS_EXPLAINED - 1),
    cause: draw.of(CAUSES_OF_MUNICIPALITY[municipality.kind] ?? []),
  });
  const said = [{ ...set, names: null }];
  if (!draw.happens(SHARE_COMMENTED)) return said;
  const commentedAt = whenAtWork(hoursAfter(saidAt, 1, 20, draw), WARD_HOURS, draw);
  const comment = wardStep(commentedAt, team(commentedAt).nurse, 'comment-delay-cause', {
    comment: draw.of(CAUSE_COMMENTS),
  });
  return [...said, { ...comment, names: { field: 'setting', latest: 'cause' } }];
}
