import { waitUntil } from '@hemgang/dev-services';
import { HOUR_MS, localDate } from '@hemgang/kernel';
import { ANNA, County, MARIA, query, settled, SUSANNE } from '@hemgang/testing';
import { figuring } from '../../apps/worker/figuring';
import { multiplyCases } from '../bench/multiply-cases';

/** The issue: what has happened is in the figures within five seconds. */
const REFRESHED_MS = 5_000;
/** Many rounds of a walk. */
const OPEN = 1_500;
const DAY_MS = 24 * HOUR_MS;

describe('figures that follow what happens', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
    await county.told();
    await multiplyCases(county.databaseUrl, { openCases: OPEN });
  });
  afterAll(() => county.close());

  const round = () => county.service.counted.keeping.round();
  const now = () => county.service.clock.now();
  const walk = async (): Promise<string | null | undefined> => {
    const [head] = await query<{ walk: string | null }>(
      county.databaseUrl,
      'select walk from figure_head',
    );
    return head?.walk;
  };

  /** How many judgements of the ward's the figures know today. */
  const judgements = async (): Promise<number> => {
    const today = localDate(now());
    const asked = { place: 'ward:nus-medicin-2', from: today, to: today, by: 'month' as const };
    const answer = await county.service.counted.places.read(asked, county.reader(SUSANNE));
    if ('code' in answer) throw new Error(answer.code);
    return answer.figures.find(({ measure }) => measure === 'withdrawn')?.all.whole ?? 0;
  };

  const judge = async (): Promise<void> => {
    const { caseId } = await county.told();
    await county.give(caseId, 'acknowledge', MARIA);
    const judged = { physician: 'E. S.', judgedAt: now() };
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, judged);
  };

  /** By which transaction what a case is part of was reckoned. */
  const writtenOf = async (ids: readonly string[]): Promise<Readonly<Record<string, string>>> => {
    const rows = await query<{ id: string; by: string }>(
      county.databaseUrl,
      `select case_id as id, max(xmin::text) as by from figure_parts
       where case_id = any ($1) group by case_id`,
      [ids],
    );
    return Object.fromEntries(rows.map(({ id, by }) => [id, by]));
  };

  /** All is counted, and then it is tomorrow. */
  const newDay = async (): Promise<void> => {
    await settled(county.databaseUrl);
    while (await round());
    await county.service.advanceClock(DAY_MS);
    await settled(county.databaseUrl);
  };

  it('take turns with a new day: an event is counted before all open cases are gone through', async () => {
    await newDay();
    await judge();
    await settled(county.databaseUrl);
    await round();
    expect(await walk()).toBe('open');
    expect(await judgements()).toBe(1);
    while (await round());
    expect(await walk()).toBeNull();
    expect(await judgements()).toBe(1);
  });

  it('go through what is open or owed on a new day, and not what is over', async () => {
    const { caseId: over } = await county.told();
    await county.give(over, 'register-death', ANNA);
    const { caseId: owed } = await county.left();
    await newDay();
    const written = await writtenOf([over, owed]);
    expect(Object.keys(written)).toHaveLength(2);
    while (await round());
    const after = await writtenOf([over, owed]);
    expect(after[over]).toBe(written[over]);
    expect(after[owed]).not.toBe(written[owed]);
  });

  it('have it within five seconds, also on a new day', async () => {
    await newDay();
    const failures: unknown[] = [];
    const loop = figuring(county.service, (error) => failures.push(error));
    try {
      await judge();
      expect(await waitUntil(async () => (await judgements()) === 1, REFRESHED_MS)).toBe(true);
      expect(await waitUntil(async () => (await walk()) === null, 60_000)).toBe(true);
      // Now it rests between its rounds.
      await judge();
      expect(await waitUntil(async () => (await judgements()) === 2, REFRESHED_MS)).toBe(true);
    } finally {
      await loop.stop();
    }
    expect(failures).toEqual([]);
  });
});
