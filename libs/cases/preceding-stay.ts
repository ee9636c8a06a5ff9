import type { CommandDeclaration } from '@hemgang/engine';
import { HOUR_MS, plusMs, REGION_CODE, type Instant, type Refusal } from '@hemgang/kernel';
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

/**
 * An admission that is told late reopens nothing: before the end of a stay that is over the patient
 * was in that stay, or had left the one that is meant.
 * @returns null when the command admits nobody, or no stay of hers has ended after `admittedAt`
 */
export async function lateAdmission(
  cases: CaseStore,
  { lookups }: CommandDeclaration,
  personId: string,
  admittedAt: Instant,
  now: Instant,
): Promise<Refusal | null> {
  if (lookups?.previousStay !== true || admittedAt >= now) return null;
  const ended = await cases.latestEndedStay(personId, REGION_CODE, admittedAt, now);
  if (ended === null || ended.endedAt <= admittedAt) return null;
  return {
    code: 'TIME_REFUSED',
    detail: {
      sv: 'Patienten har haft ett vårdtillfälle som avslutades efter den tiden. En sen inskrivning öppnar det inte igen: rätta eller makulera i det ärendet.',
      en: 'The patient has had a stay that ended after that time. A late admission does not reopen it: correct or strike in that case.',
    },
    errors: [{ path: '/occurredAt', code: 'out_of_range' }],
  };
}
