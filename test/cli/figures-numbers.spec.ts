import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '@hemgang/cases';
import { demoCountyNumbers } from '@hemgang/demo';
import { addDays, HOUR_MS, localDate } from '@hemgang/kernel';
import { ANNA, contentsOf, County, PETER, query, settled, SUSANNE } from '@hemgang/testing';
import { hemgang } from './run';

const UMEA = 'municipality:2480';
const RESIDENTS = {
  ...{ kind: 'residents-65', place: UMEA, from: '2020-01-01', value: 10_000 },
  source: 'SCB 31 dec 2019',
};
const BEDS = { ...RESIDENTS, kind: 'available-beds', place: 'county', value: 400 };

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

describe('hemgang figures numbers', () => {
  let county: County;
  let folder: string;

  beforeAll(async () => {
    county = await County.open();
    folder = mkdtempSync(join(tmpdir(), 'hemgang-numbers-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await county.close();
  });

  const run = (...args: readonly string[]) =>
    hemgang(['figures', 'numbers', ...args], county.databaseUrl);
  const enter = (content: string, by = SUSANNE, ...more: readonly string[]) => {
    const file = join(folder, 'numbers.json');
    writeFileSync(file, content);
    return run('--file', file, '--by', by, ...more);
  };
  const fileOf = (...numbers: readonly object[]) => JSON.stringify({ numbers });
  const ofUmea = async () => {
    const to = localDate(county.service.clock.now());
    const asked = { place: UMEA, from: addDays(to, -40), to, by: 'year' as const };
    const answer = await county.service.counted.places.read(asked, county.reader(PETER));
    if (isRefusal(answer)) throw new Error(answer.code);
    return answer.numbered[0];
  };

  it.each([
    ['a file that is no JSON', 'numbers', SUSANNE, 'Filen är inte JSON'],
    [
      'a file of which one number is of a place elsewhere',
      fileOf(BEDS, { ...RESIDENTS, place: 'municipality:0180' }),
      SUSANNE,
      '/numbers/1 är om en plats som inte finns',
    ],
    ['an administrator of a municipality', fileOf(BEDS), PETER, 'administratör i regionen'],
    ['somebody of the region who is none', fileOf(BEDS), ANNA, 'administratör i regionen'],
  ])('takes nothing from %s', async (_, content, by, why) => {
    const before = await contentsOf(county.databaseUrl);
    const { code, out, err } = await enter(content, by);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(why);
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });

  it('asks for both file and who, and for a file that is there', async () => {
    expect(await run('--file', 'x.json')).toMatchObject({ code: 2, out: '' });
    expect((await run('--file', join(folder, 'none'), '--by', SUSANNE)).err).toContain('läsa');
  });

  it('is what figures are set against at once; a later one takes its place and the earlier stays', async () => {
    const { patient, ...needs } = county.admission();
    const ofPatient = { ...(patient as object), municipality: '2480' };
    const { caseId } = await county.told({ ...needs, patient: ofPatient });
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.service.advanceClock(5 * 24 * HOUR_MS);
    await settled(county.databaseUrl);
    while (await county.service.counted.keeping.round());
    expect(await ofUmea()).toMatchObject({
      all: { count: 5, value: null, isMissing: true },
      numbers: [],
    });

    expect(await enter(fileOf(RESIDENTS, BEDS))).toMatchObject({ code: 0, err: '' });
    expect(await ofUmea()).toMatchObject({ all: { count: 5, whole: 10_000, value: 0.5 } });

    const source = 'SCB, rättat';
    const { out } = await enter(fileOf({ ...RESIDENTS, value: 5_000, source }), SUSANNE, '--json');
    expect(await ofUmea()).toMatchObject({
      all: { count: 5, whole: 5_000, value: 1, isMissing: false },
      numbers: [{ from: '2020-01-01', value: 5_000, source }],
    });
    expect(JSON.parse(out)).toMatchObject({
      numbers: [
        { value: 10_000, inForce: false },
        { kind: 'available-beds', inForce: true },
        { value: 5_000, enteredBy: { assignment: SUSANNE, name: 'Susanne Ågren' }, inForce: true },
      ],
    });
    expect((await run()).out).toContain('10000 invånare 65 år och äldre · SCB 31 dec 2019');
    expect((await run()).out).toContain('ersatt');
    await expect(query(county.databaseUrl, 'delete from county_numbers')).rejects.toThrow(
      'only grows',
    );
  });

  it('takes those of the demo, whose source says that they are invented', async () => {
    const { code, out } = await enter(JSON.stringify(demoCountyNumbers()));
    expect(code).toBe(0);
    expect(out.match(/Påhittat för demonstrationen/g)).toHaveLength(17);
  });
});
