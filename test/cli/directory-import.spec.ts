import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issuerSchema, personOf, readerOf, type Reader } from '@hemgang/access';
import { openService, type Service } from '@hemgang/cases';
import { derivedUrls } from '@hemgang/config';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import {
  contentsOf,
  query,
  registryInUse,
  testDatabase,
  type TestDatabase,
} from '@hemgang/testing';
import { hemgang } from './run';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

const EXAMPLE = join(__dirname, '../../docs/examples/directory.json');
const NOTHING_NEW = {
  ...{ huvudman: 0, controllers: 0, hospitals: 0, units: 0, placed: 0 },
  administrators: 0,
};
const REGION = 'region-24-halso-och-sjukvardsnamnden';

/** As a region's identity provider is set up: LoA3, employee id, commission. */
const ISSUER = issuerSchema.parse({
  id: 'siths',
  name: { sv: 'SITHS-kort', en: 'SITHS card' },
  url: 'https://idp.example.se/oidc',
  client: { id: 'hemgang', auth: { method: 'client_secret_basic', secret: 'x'.repeat(32) } },
  acr: ['loa3'],
  mapping: { employee: 'employeeHsaId', commission: 'commissionHsaId', purpose: 'purpose' },
  purposes: { Administration: 'administration' },
  speaksFor: [{ controllers: [REGION] }],
});

type File = Record<'controllers' | 'units' | 'administrators', Record<string, unknown>[]>;

const example = (): File => JSON.parse(readFileSync(EXAMPLE, 'utf8')) as File;

/** One after the other, on one database; what each file may hold is in libs/cases/founding. */
describe('hemgang directory import, on an empty database in production', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hemgang-directory-'));
  let database: TestDatabase;
  let service: Service;

  beforeAll(async () => {
    database = await testDatabase();
    service = await openService(
      {
        databases: derivedUrls(database.url),
        mode: 'production',
        poolSize: 2,
        applicationName: 'hemgang-test',
        warn: () => undefined,
      },
      registryInUse(),
    );
  });
  afterAll(async () => {
    await service.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const run = async (path: string) => {
    const args = ['directory', 'import', path, '--json', '--lang', 'en'];
    const { code, out, err } = await hemgang(args, database.url, { mode: 'production' });
    return { code, err, entered: JSON.parse(out) as unknown };
  };

  function enter(content: unknown) {
    const path = join(folder, 'file.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return run(path);
  }

  async function mustRefuse(content: unknown, words: string): Promise<void> {
    const before = await contentsOf(database.url);
    const { code, err } = await enter(content);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n|Påhittad|SE0000/);
    expect(await contentsOf(database.url)).toEqual(before);
  }

  const sql = <Row>(text: string) => query<Row>(database.url, text);

  /** Who signs in with the ids that the file gives her. */
  function signedIn(employee: string): Reader {
    const claims = {
      ...{ sub: 'x', acr: 'loa3', employeeHsaId: employee },
      ...{ commissionHsaId: 'SE0000000000-U001', purpose: 'Administration' },
    };
    const person = personOf(claims, ISSUER, service.directory());
    if ('refused' in person) throw new Error(person.refused);
    const reader = readerOf(service.directory(), person.assignments[0]?.id ?? '', 'sv');
    if (reader === null) throw new Error('nobody');
    return { ...reader, steppedUpUntil: plusMs(service.clock.now(), HOUR_MS) };
  }

  it('refuses a bad file with 2, names every place and nothing of what stands there', async () => {
    expect((await run(join(folder, 'nowhere.json'))).code).toBe(2);
    await mustRefuse('huvudman: region-24', 'The file is not JSON.');
    const file = example();
    file.units[0] = { ...file.units[0], kind: 'avdelning' };
    delete file.administrators[1]!['employee'];
    await mustRefuse(file, 'Nothing was entered: /units/0/kind is missing');
    await mustRefuse(file, '; /administrators/1/employee is missing or has the wrong form.');
    const orphaned = example();
    orphaned.controllers.pop();
    await mustRefuse(orphaned, '/units/2/controller is neither in the file nor here');
  });

  it('names an administrator, who signs in and takes people in', async () => {
    const entered = {
      ...{ ...NOTHING_NEW, huvudman: 2, controllers: 2, hospitals: 1 },
      ...{ units: 3, administrators: 2 },
    };
    expect(await run(EXAMPLE)).toEqual({ code: 0, err: '', entered });
    await service.refreshDirectory();
    const karin = signedIn('SE0000000000-A001');
    expect(karin).toMatchObject({ controller: REGION, roles: ['administrator'] });
    const wish = {
      name: 'Anna Ny',
      employee: 'SE0000000000-A002',
      assignment: {
        ...{ unit: 'nus-medicin-2', roles: ['ward-staff' as const], from: null, until: null },
        ...{ commission: null, standIn: null },
      },
    };
    const added = await service.staffing.add(karin, wish, { key: 'first', body: wish });
    expect(added).toMatchObject({ replayed: false });
    const review = await hemgang(['access', 'review'], database.url, { mode: 'production' });
    expect(review.code).toBe(0);
  });

  it('is an operator’s act in the log of each controller, for each thing entered', async () => {
    const noted = await sql<object>(
      `select controller, action, count(*)::int from directory_changes
       where caller = 'operator' group by 1, 2 order by 1, 2`,
    );
    expect(noted.slice(3)).toEqual([
      { controller: REGION, action: 'import-controller', count: 1 },
      { controller: REGION, action: 'import-unit', count: 2 },
      { controller: REGION, action: 'name-administrator', count: 1 },
    ]);
    const lines = await sql<{ action: string; unit: string }>(
      `select action, unit from access_log
       where staff = 'operator' and action like 'admin:%' order by id`,
    );
    expect(lines).toHaveLength(10);
    expect(lines[8]).toEqual({
      action: expect.stringMatching(/^admin:name-administrator:p-[\da-f]{16}$/),
      unit: 'nus-medicin-2',
    });
  });

  it('does nothing the second time, also when an administrator has changed what is hers', async () => {
    await sql(`update units set name = 'Nytt namn', phone = '0980-319 299', version = 2`);
    const before = await contentsOf(database.url);
    expect(await run(EXAMPLE)).toEqual({ code: 0, err: '', entered: NOTHING_NEW });
    expect(await contentsOf(database.url)).toEqual(before);
  });

  it('adds what is new in a longer file, behind what is there', async () => {
    const file = example();
    file.units.unshift({ ...file.units[0], id: 'nus-kirurgi-1', name: 'Kirurgavdelning 1' });
    expect((await enter(file)).entered).toEqual({ ...NOTHING_NEW, units: 1 });
    await service.refreshDirectory();
    const units = service.directory().rows.units.map(({ id }) => id);
    expect(units).toEqual([...example().units.map(({ id }) => id), 'nus-kirurgi-1']);
  });

  it('says of wards that are here where they lie, and has figures reckoned anew', async () => {
    await sql(`update units set hospital = null, care = null`);
    await sql(`update figure_head set version = 4`);
    expect((await run(EXAMPLE)).entered).toEqual({ ...NOTHING_NEW, placed: 2 });
    const units = await sql<object>(
      `select id, care from units where hospital = 'nus' order by position`,
    );
    expect(units).toEqual([
      { id: 'nus-medicin-2', care: 'somatic' },
      { id: 'nus-psykiatri-1', care: 'psychiatric' },
    ]);
    expect(await sql(`select version from figure_head`)).toEqual([{ version: 0 }]);
  });

  it('leaves a controller to its administrators, and helps where nobody is left', async () => {
    const another = example();
    another.administrators[0] = { ...another.administrators[0], employee: 'SE0000000000-A009' };
    await mustRefuse(another, '/administrators/0/unit belongs to a controller that has');
    await sql(`update assignments set valid_until = '2020-01-01' where unit = 'nus-medicin-2'`);
    expect((await enter(another)).entered).toEqual({ ...NOTHING_NEW, administrators: 1 });
    // The first one has left: named once more she stays out.
    expect((await run(EXAMPLE)).entered).toEqual(NOTHING_NEW);
  });
});
