import { createHash } from 'node:crypto';
import { derivedUrls } from '@hemgang/config';
import { addDays, HOUR_MS, localDate, type LocalDate } from '@hemgang/kernel';
import { openDatabases, type Databases } from '@hemgang/store';
import { ANNA, contentsOf, County, MARIA, PETER, query, settled, SUSANNE } from '@hemgang/testing';
import { isRefusal } from '../envelope';
import type { JointGroupView, PackView } from './packs';

const DAY_MS = 24 * HOUR_MS;
const UMEA = 'municipality:2480';
const NORSJO = 'municipality:2417';
const LOGS = 'access_log';

describe('the pack of a joint group', () => {
  let county: County;
  let databases: Databases;
  /** Whose stay waited four days of the month, with a cause for two of them. */
  let waited: string;
  let month: string;

  beforeAll(async () => {
    county = await County.open();
    databases = await openDatabases({
      ...{ databases: derivedUrls(county.databaseUrl), poolSize: 2 },
      applicationName: 'hemgang-test',
    });
    await toFirstOfMonth();
    month = today().slice(0, 'YYYY-MM'.length);
    const { patient, ...needs } = county.admission();
    const admitted = { ...(patient as object), municipality: '2480' };
    ({ caseId: waited } = await county.told({ ...needs, patient: admitted }));
    const judgedAt = county.service.clock.now();
    await county.give(waited, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.service.advanceClock(4 * DAY_MS);
    const [firstDay, lastDay] = [addDays(today(), -2), addDays(today(), -1)];
    const cause = { firstDay, lastDay, cause: 'korttidsplats-saknas' };
    await county.give(waited, 'set-delay-cause', MARIA, cause);
    await keep();
  }, 120_000);
  afterAll(async () => {
    await databases.close();
    await county.close();
  });

  const packs = () => county.service.counted.packs;
  const today = (): LocalDate => localDate(county.service.clock.now());
  const toFirstOfMonth = async () => {
    while (!today().endsWith('-01')) await county.service.advanceClock(DAY_MS);
  };
  /** What the worker does until there is nothing left. */
  const keep = async () => {
    await settled(county.databaseUrl);
    while (await county.service.counted.keeping.round());
  };
  const frozen = async (place: string, user = PETER): Promise<JointGroupView> => {
    const view = await packs().freeze({ place, month }, county.reader(user));
    if (isRefusal(view)) throw new Error(JSON.stringify(view));
    return view;
  };
  const latest = async (place: string, user = PETER): Promise<PackView> => {
    const [edition] = (await frozen(place, user)).editions;
    const view = await packs().pack('getPack', edition?.id ?? '', county.reader(user));
    if (isRefusal(view)) throw new Error(view.code);
    return view;
  };
  const authorityOf = (huvudman: string) => {
    const { controllers } = county.service.directory().rows;
    const own = controllers.find((each) => each.huvudman === huvudman && each.form === 'authority');
    if (own === undefined) throw new Error(huvudman);
    return { controller: own.id, huvudman };
  };
  const agreed = (place = UMEA) => ({
    ...{ place, words: 'Fler korttidsplatser', owner: 'kommun-2480' },
    ...({ role: 'administrator', due: '2027-03-01', lookAgain: '2027-02-01' } as const),
  });

  it('says why days were waited, which stays were longest, and how everything was counted', async () => {
    const { content } = await latest(UMEA);
    expect(content.causes).toMatchObject([
      { cause: 'korttidsplats-saknas', days: 2 },
      { cause: 'okand', days: 2 },
    ]);
    const [longest] = content.cases ?? [];
    expect(longest).toMatchObject({ case: waited, days: 4, daysOfMonth: 4, unknownDays: 2 });
    const beds = content.figures.find(({ measure }) => measure === 'beds');
    expect(beds?.month).toMatchObject({ count: 4, whole: 4, value: 1 });
    expect(beds?.series).toHaveLength(13);
    expect(JSON.stringify(content)).not.toMatch(/\d{8}-?\d{4}"/);
  });

  it('is the same, to the letter, frozen again at the same moment and reckoned from the beginning', async () => {
    const first = await latest(UMEA);
    await query(county.databaseUrl, 'update figure_head set version = 0');
    await keep();
    const again = await latest(UMEA, SUSANNE);
    expect(again).toEqual(first);
    const [row] = await query<{ content: string; hash: string }>(
      county.databaseUrl,
      `select content, hash from packs where id = '${first.id}'`,
    );
    expect(
      createHash('sha256')
        .update(row?.content ?? '')
        .digest('hex'),
    ).toBe(first.hash);
  });

  it('stays what it was: what comes later is another edition, and nobody changes a row', async () => {
    const first = await latest(UMEA);
    await county.service.advanceClock(DAY_MS);
    await keep();
    const second = await latest(UMEA);
    expect(second.edition).toBe(first.edition + 1);
    expect(await packs().pack('getPack', first.id, county.reader(SUSANNE))).toEqual(first);
    const before = await contentsOf(county.databaseUrl);
    for (const change of [`update packs set hash = hash`, 'delete from packs', 'truncate packs']) {
      await expect(query(county.databaseUrl, change)).rejects.toThrow('only grows');
    }
    const works = { name: 'test-change-pack', text: `update packs set hash = hash` };
    await expect(databases.works.run(works, [])).rejects.toThrow('permission denied');
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });

  it('of the county names no case and no cause of few cases', async () => {
    const { content } = await latest('county');
    expect(content.cases).toBeNull();
    expect(content.causes.map(({ days }) => days)).toEqual([null, null]);
    expect(content.figures.find(({ measure }) => measure === 'beds')?.month.isHidden).toBe(true);
  });

  it('has what was agreed as it stood', async () => {
    const reader = county.reader(SUSANNE);
    await packs().agree(agreed(), reader);
    await packs().agree(agreed(), reader);
    const view = await packs().group(UMEA, county.reader(PETER));
    if (isRefusal(view)) throw new Error(view.code);
    expect(view.agreed).toMatchObject([{ words: 'Fler korttidsplatser', status: 'agreed' }]);
    const before = await latest(UMEA);
    const done = { place: UMEA, status: 'done', note: 'Tio platser.' } as const;
    for (let n = 0; n < 2; n += 1) await packs().followUp(view.agreed[0]?.id ?? '', done, reader);
    const after = await latest(UMEA);
    expect(before.content.agreed).toMatchObject([{ status: 'agreed', note: '' }]);
    expect(after.content.agreed).toMatchObject([{ status: 'done', note: 'Tio platser.' }]);
    expect(await query(county.databaseUrl, 'select from measure_follow_ups')).toHaveLength(1);
  });

  it('is for administrators of the two huvudmän; a refusal leaves its line and nothing else', async () => {
    const { id } = await latest(UMEA);
    const peter = county.reader(PETER);
    const norsjo = { ...peter, ...authorityOf('kommun-2417') };
    const before = await contentsOf(county.databaseUrl, LOGS);
    const note = { place: UMEA, status: 'done', note: '' } as const;
    const tried = [
      packs().freeze({ place: UMEA, month }, county.reader(ANNA)),
      packs().freeze({ place: NORSJO, month }, peter),
      packs().freeze({ place: UMEA, month: '2199-01' }, peter),
      packs().group(NORSJO, peter),
      packs().pack('getPack', id, county.reader(MARIA)),
      packs().pack('getPack', id, norsjo),
      packs().pack('getPack', 'x', peter),
      packs().agree(agreed(NORSJO), peter),
      packs().agree({ ...agreed(), owner: 'kommun-2417' }, peter),
      packs().followUp('x', note, peter),
    ];
    expect((await Promise.all(tried)).map((each) => isRefusal(each) && each.code)).toEqual([
      ...['ROLE_NOT_ALLOWED', 'NOT_FOUND', 'PAYLOAD_INVALID', 'NOT_FOUND', 'ROLE_NOT_ALLOWED'],
      ...['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'PAYLOAD_INVALID', 'NOT_FOUND'],
    ]);
    expect(await contentsOf(county.databaseUrl, LOGS)).toEqual(before);
    const lines = await query<{ action: string }>(
      county.databaseUrl,
      `select action from access_log where action ~ '^refused:.*(pack|joint|measure)'`,
    );
    expect(lines.length).toBeGreaterThanOrEqual(6);
  });

  it('is behind the second wall as well', async () => {
    const { id } = await latest(UMEA);
    const { rows } = county.service.directory();
    const seen = async (controller: string) =>
      databases.reads.read({ unit: 'x', controller, staff: 'x' }, async (open) => [
        (await open.packs(UMEA)).length > 0,
        (await open.pack(id)) !== null,
        (await open.agreedMeasures(UMEA)).length > 0,
      ]);
    const huvudmen = new Set(
      (
        await Promise.all(
          rows.controllers.map(async ({ id: controller, huvudman, form }) => {
            const found = await seen(controller);
            expect(new Set(found).size).toBe(1);
            return found[0] === true ? [`${form} ${huvudman}`] : [];
          }),
        )
      ).flat(),
    );
    expect(huvudmen).toEqual(new Set(['authority region-24', 'authority kommun-2480']));
  });
});
