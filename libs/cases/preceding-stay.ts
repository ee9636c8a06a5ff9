import type { CommandDeclaration } from '@hemgang/engine';
import { HOUR_MS, plusMs, REGION_CODE, type Instant } from '@hemgang/kernel';
import type { CaseStore, EndedStay } from '@hemgang/store';
import { agreementInForce } from './agreement';

const DAY_MS = 24 * HOUR_MS;

/**
 * The stay before one that began at `admittedAt`, when it ended within the agreed days. It is looked
 * up once, when the command comes, and stands in the event: a replay needs only the log.
 * @returns null when the command does not ask or there is no such stay
 */
export async function precedingStay(
  cases: CaseStore,
  { lookups }: CommandDeclaration,
  personId: string,
  admittedAt: Instant,
): Promise<EndedStay | null> {
  if (lookups?.previousStay !== true) return null;
  const since = plusMs(admittedAt, -agreementInForce().readmissionDays * DAY_MS);
  return cases.latestEndedStay(personId, REGION_CODE, since, admittedAt);
}
