import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, query } from '@hemgang/testing';
import { hemgang } from './run';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

const SOCIAL = 'umea-individ-och-omsorgsnamnden';

describe('the access log at the command line', () => {
  let county: County;
  let folder: string;
  let caseId: string;
  let patient: { readonly name: string; readonly number: string };
  let day: string;

  beforeAll(async () => {
    county = await County.open();
    folder = mkdtempSync(join(tmpdir(), 'hemgang-log-'));
    const admission = county.admission();
    patient = admission['patient'] as typeof patient;
    ({ caseId } = await county.told(admission));
    await county.give(caseId, 'acknowledge', MARIA);
    await county.service.views.case('discharges', caseId, county.reader(ANNA));
    day = localDate(county.service.clock.now());
  });
  afterAll(async () => {
    await county.close();
    rmSync(folder, { recursive: true });
  });

  const run = (...args: readonly string[]) => hemgang(args, county.databaseUrl);
  const file = (name: string) => join(folder, name);
  const days = () => ['--from', day, '--to', day];
  const logged = (action: string) =>
    query<{ staff: string }>(county.databaseUrl, 'select staff from access_log where action = $1', [
      action,
    ]);

  it('is written in the national format, for one controller, and the export is logged', async () => {
    const to = file('log.xml');
    const ran = await run('audit', 'log-export', '--controller', SOCIAL, ...days(), '--file', to);
    expect(ran.code).toBe(0);
    const xml = readFileSync(to, 'utf8');
    const logs = xml.match(/<log>/g)?.length ?? 0;
    expect(ran.out).toBe(`${logs} loggposter skrivna.`);
    expect(logs).toBeGreaterThan(0);
    expect(xml).toContain('maria-forsberg');
    expect(xml).not.toContain('anna-lundgren');
    expect(xml).not.toContain(patient.name);
    expect(statSync(to).mode & 0o077).toBe(0);
    expect(await logged('export:access-log')).toEqual([{ staff: 'operator' }]);
  });

  it('is told to a patient on a page of plain Swedish', async () => {
    const to = file('extract.txt');
    const asked = ['--controller', SOCIAL, '--case', caseId, ...days()];
    expect((await run('audit', 'extract', ...asked, '--file', to)).code).toBe(0);
    const page = readFileSync(to, 'utf8');
    expect(page).toContain('Utdrag ur åtkomstloggen');
    expect(page).toContain('Skrev i ditt ärende.');
    expect(page).toContain('Biståndsenheten Umeå norr');
    for (const secret of ['Maria Forsberg', patient.name, patient.number]) {
      expect(page).not.toContain(secret);
    }
    const withNames = file('names.txt');
    expect((await run('audit', 'extract', ...asked, '--names', '--file', withNames)).code).toBe(0);
    expect(readFileSync(withNames, 'utf8')).toContain('Maria Forsberg');
    expect(await logged('extract:access-log')).toHaveLength(2);
  });

  it('leaves nothing behind when it is asked for wrongly', async () => {
    const before = await contentsOf(county.databaseUrl);
    const to = file('nothing');
    for (const args of [
      ['log-export', '--controller', 'nobody', ...days(), '--file', to],
      ['log-export', '--controller', SOCIAL, '--from', day, '--file', to],
      ['log-export', '--controller', SOCIAL, '--from', day, '--to', '2020-01-01', '--file', to],
      ['extract', '--controller', SOCIAL, '--case', 'x', ...days(), '--file', to],
      [
        'extract',
        '--controller',
        SOCIAL,
        '--case',
        `${caseId.slice(0, -1)}z`,
        ...days(),
        '--file',
        to,
      ],
    ]) {
      expect((await run('audit', ...args)).code).toBe(2);
    }
    expect(existsSync(to)).toBe(false);
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });

  it('is planned to be erased in words, without a name', async () => {
    const ran = await run('gallring', 'plan', '--controller', SOCIAL);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('Personakt i socialtjänsten (SoL 16:1): 0 personer');
    expect(ran.out).toContain('Står kvar: 1 med pågående ärenden');
    expect(ran.out).not.toContain(patient.name);
  });
});
