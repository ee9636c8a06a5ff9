import { HOUR_MS, localDate } from '@hemgang/kernel';
import { ANNA, MARIA, PETER, SUSANNE, type County } from '@hemgang/testing';

const DAY_MS = 24 * HOUR_MS;

/** Whose stay it is, as the admission says it. */
export interface StayPatient {
  readonly number: string;
  readonly name: string;
  readonly address: string;
}

/** A stay that has ended and that Umeå had to pay for, whose month is settled and locked. */
export async function settledStay(
  county: County,
  patient: StayPatient,
): Promise<{ readonly caseId: string; readonly settlement: string }> {
  const { clock } = county.service;
  const ofUmea = { ...patient, municipality: '2480' };
  const { caseId } = await county.told({ ...county.admission(), patient: ofUmea });
  const judgedAt = clock.now();
  await county.give(caseId, 'acknowledge', MARIA);
  const physician = 'Erik Sandström';
  await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician, judgedAt });
  await county.service.advanceClock(6 * DAY_MS);
  await county.give(caseId, 'discharge', ANNA);
  await county.service.views.case('discharges', caseId, county.reader(MARIA));
  const month = localDate(clock.now()).slice(0, 7);
  await county.service.advanceClock(35 * DAY_MS);
  const body = { municipality: '2480', month };
  const { caseId: settlement } = await county.open('settlements', body, SUSANNE);
  for (const [name, user] of [
    ['review-settlement', PETER],
    ['sign-for-region', SUSANNE],
    ['sign-for-municipality', PETER],
  ] as const) {
    await county.giveAt('settlements', settlement, name, user);
  }
  return { caseId, settlement };
}
