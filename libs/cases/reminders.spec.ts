import { County, query } from '@hemgang/testing';
import type { DueTimer } from '@hemgang/store';

const DAYS_MS = 5 * 24 * 3_600_000;

describe('reminders of many cases', () => {
  let county: County;

  beforeEach(async () => {
    county = await County.open();
  });

  afterEach(() => county.close());

  /** Patients who were admitted, and whose ward has not told anybody for days. */
  async function overdue(count: number): Promise<DueTimer[]> {
    for (let n = 0; n < count; n += 1) await county.admit();
    await county.service.advanceClock(DAYS_MS);
    const { timers, clock } = county.service;
    return [...(await timers.due(clock.now(), 100))];
  }

  const remindersOf = (caseId: string) =>
    query<{ seq: number }>(
      county.databaseUrl,
      `select seq from events where case_id = $1 and type = 'ladder'`,
      [caseId],
    );

  it('fire each once', async () => {
    const timers = await overdue(6);
    expect(timers).toHaveLength(6);
    await county.service.reminders.fireAll(timers);
    await county.service.reminders.fireAll(timers);
    for (const { caseId } of timers) expect(await remindersOf(caseId)).toHaveLength(1);
  });

  it('fire although one of the cases no longer fits its process, and say so', async () => {
    const timers = await overdue(4);
    const [broken, ...sound] = timers;
    await query(
      county.databaseUrl,
      `update cases set state = jsonb_set(state, '{machines}', '{}') where id = $1`,
      [broken?.caseId],
    );
    await expect(county.service.reminders.fireAll(timers)).rejects.toThrow(/no machine/);
    for (const { caseId } of sound) expect(await remindersOf(caseId)).toHaveLength(1);
    expect(await remindersOf(broken?.caseId ?? '')).toEqual([]);
  });
});
