import { randomUUID } from 'node:crypto';
import { openService, type Service } from '@hemgang/cases';
import { derivedUrls } from '@hemgang/config';
import { ANNA, County, MARIA, query } from '@hemgang/testing';
import { hemgang } from '../cli/run';
import { upgraded } from './live-cases.fixture';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

const TYPE_AND_VERSION = ['discharge', '2'];

describe('versions side by side', () => {
  const registry = upgraded();
  let county: County;

  beforeAll(async () => {
    county = await County.open('demo', registry);
  });

  afterAll(() => county.close());

  it('a new case gets the newest, and its log says so', async () => {
    const { caseId } = await county.told();
    const [row] = await query<{ version: number; given: object }>(
      county.databaseUrl,
      `select workflow_version as version, given from cases join events on case_id = id
       where id = $1 and seq = 1`,
      [caseId],
    );
    const { hash } = registry.of('discharge', 2);
    expect(row).toMatchObject({ version: 2, given: { workflow: { version: 2, hash } } });
  });

  it('a case goes on under its own version, with the commands of that version', async () => {
    const old = await County.open();
    const upgradedService = await openService(
      {
        databases: derivedUrls(old.databaseUrl),
        mode: 'demo',
        poolSize: 4,
        applicationName: 'hemgang-test',
        warn: () => undefined,
      },
      registry,
    );
    const { caseId } = await old.told();
    const newer = await county.told();
    const maria = old.reader(MARIA);
    const give = (service: Service, id: string) =>
      service.commands.give(
        'discharges',
        id,
        'start-planning',
        { body: {}, key: randomUUID() },
        maria,
      );
    expect(await give(upgradedService, caseId)).toMatchObject({ ok: true });
    expect(await give(county.service, newer.caseId)).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_FOUND' },
    });
    await upgradedService.close();
    await old.close();
  });

  it('a closed case stays on the version it lived on', async () => {
    const old = await County.open();
    const { caseId } = await old.admit();
    await old.give(caseId, 'register-death', ANNA);
    const { code, out } = await hemgang(
      ['workflow', 'apply', ...TYPE_AND_VERSION, '--json'],
      old.databaseUrl,
      { registry },
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ moved: 0, left: [] });
    await old.close();
  });

  it('a case that another structure of the same number has written is left alone', async () => {
    const old = await County.open();
    const { caseId } = await old.told();
    await query(old.databaseUrl, `update cases set definition_hash = 'x' where id = $1`, [caseId]);
    const args = [...TYPE_AND_VERSION, '--json'];
    const plan = await hemgang(['workflow', 'plan', ...args], old.databaseUrl, { registry });
    expect(plan.code).toBe(1);
    expect(JSON.parse(plan.out)).toMatchObject({ totals: { cases: 1, hindered: 1 } });
    const applied = await hemgang(['workflow', 'apply', ...args], old.databaseUrl, { registry });
    expect(applied.code).toBe(1);
    expect(JSON.parse(applied.out)).toMatchObject({ moved: 0, left: [{ caseId }] });
    await old.close();
  });

  it.each([
    [['discharge', '3']],
    [['discharge', '1']],
    [['sip', '2']],
    [['discharge', 'två']],
    [['discharge']],
  ])(
    'a version that nothing leads to cannot be planned, applied or undone: %s',
    async (operands) => {
      for (const name of ['plan', 'apply', 'undo']) {
        const args = ['workflow', name, ...operands];
        const { code, err } = await hemgang(args, county.databaseUrl, { registry });
        expect(code).toBe(2);
        expect(err).not.toBe('');
      }
    },
  );
});
