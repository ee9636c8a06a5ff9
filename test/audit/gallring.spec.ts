import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SettlementView } from '@hemgang/cases';
import { HOUR_MS } from '@hemgang/kernel';
import { ANNA, contentsOf, MARIA, query, recordFinding, settled, SUSANNE } from '@hemgang/testing';
import { hemgang } from '../cli/run';
import { SealedCounty } from './sealed-county.fixture';
import { settledStay } from './settled-stay.fixture';

jest.setTimeout(240_000);

const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 366 * DAY_MS;

/** Maria's authority is social services', Anna's is health care's. */
const SOCIAL = 'umea-individ-och-omsorgsnamnden';

interface Ran {
  readonly code: number;
  readonly text: string;
  readonly data: {
    readonly erased: readonly { rule: string; counts: Record<string, number>; id: string }[];
    readonly kept: Record<string, number>;
  };
}

/** A stay that has ended, whose month is settled and locked, and one that is under way. */
class OldCounty {
  readonly folder = mkdtempSync(join(tmpdir(), 'hemgang-erasures-'));
  ended = '';
  open = '';
  settlement = '';
  health = '';
  readonly patient: { number: string; name: string; address: string };

  private constructor(readonly sealed: SealedCounty) {
    const { number, name, address } = sealed.county.admission()['patient'] as OldCounty['patient'];
    this.patient = { number, name, address };
  }

  static async live(): Promise<OldCounty> {
    const old = new OldCounty(await SealedCounty.open());
    const { county } = old.sealed;
    old.health = county.reader(ANNA).controller;
    const stay = await settledStay(county, old.patient);
    [old.ended, old.settlement] = [stay.caseId, stay.settlement];
    ({ caseId: old.open } = await county.told());
    await old.sealed.seal();
    return old;
  }

  get url(): string {
    return this.sealed.url;
  }

  async run(...args: readonly string[]): Promise<Ran> {
    const env = { CHECKPOINT_FOLDER: this.folder };
    const ran = await hemgang([...args, '--json'], this.url, { env });
    const data = (ran.out === '' ? {} : JSON.parse(ran.out)) as Ran['data'];
    return { code: ran.code, text: `${ran.out}${ran.err}`, data };
  }

  /** What of the settlement was signed, as the region sees it. */
  async figures(): Promise<object> {
    const { county } = this.sealed;
    const reader = county.reader(SUSANNE);
    const view = await county.service.views.case('settlements', this.settlement, reader);
    const { locked, rows, inputHash, totals } = (view as SettlementView).settlement;
    return { locked, rows, inputHash, totals };
  }

  /** Whether the log is what was sealed, every case what its log says, and the month what it was. */
  async holds(): Promise<object> {
    await this.sealed.seal();
    const held = this.sealed.checkpointFile();
    const { code, fault, erased } = await this.sealed.verify('--checkpoints', held);
    const replay = await this.run('verify');
    return { code, fault, erased, replay: replay.code, figures: await this.figures() };
  }

  count(of: string): Promise<number> {
    return query<{ n: number }>(this.url, `select count(*)::int as n from ${of}`).then(
      ([row]) => row?.n ?? -1,
    );
  }

  async later(years: number): Promise<void> {
    await this.sealed.county.service.advanceClock(years * YEAR_MS);
  }

  async close(): Promise<void> {
    await this.sealed.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

describe('gallring', () => {
  let old: OldCounty;
  let figures: object;
  let events: number;
  const held = (controller: string, id: string) =>
    old.count(`contents where controller = '${controller}' and case_id = '${id}'`);

  beforeAll(async () => {
    old = await OldCounty.live();
    figures = await old.figures();
    events = await old.count('events');
    expect(figures).toMatchObject({ locked: { disputedDays: 0 } });
  });
  afterAll(() => old.close());

  it('finds nothing before its time', async () => {
    const before = await contentsOf(old.url, 'access_log');
    const ran = await old.run('gallring', 'apply', '--controller', SOCIAL);
    expect(ran).toMatchObject({ code: 0, data: { erased: [] } });
    expect(await contentsOf(old.url, 'access_log')).toEqual(before);
    expect(await old.holds()).toMatchObject({ code: 0, replay: 0, erased: 0 });
  });

  it('is planned without a name and changes nothing', async () => {
    await old.later(6);
    const before = await contentsOf(old.url);
    const ran = await old.run('gallring', 'plan', '--controller', SOCIAL);
    expect(ran.data.erased.filter(({ rule }) => rule === 'SoL 16:1')).toMatchObject([
      { kind: 'social-personakt', persons: 1, cases: 1 },
    ]);
    // Those of the fixture are under way, too.
    expect(ran.data.kept).toMatchObject({ open: 3 });
    for (const secret of Object.values(old.patient)) expect(ran.text).not.toContain(secret);
    expect(await contentsOf(old.url)).toEqual(before);
  });

  it('is refused without a place outside, for nobody, for the future, and for logs that are young', async () => {
    await settled(old.url);
    const before = await contentsOf(old.url);
    const folderless = await hemgang(['gallring', 'apply', '--controller', SOCIAL], old.url);
    expect(folderless.code).toBe(2);
    for (const args of [
      ['--controller', 'nobody'],
      ['--controller', SOCIAL, '--before', '2999-01-01'],
      ['--controller', SOCIAL, '--before', 'yesterday'],
      ['--controller', SOCIAL, '--log-years', '4'],
      [],
    ]) {
      expect((await old.run('gallring', 'apply', ...args)).code).toBe(2);
    }
    expect(await contentsOf(old.url)).toEqual(before);
  });

  it('takes what social services hold after five years, and nothing of health care', async () => {
    const ofHealth = await held(old.health, old.ended);
    const ran = await old.run('gallring', 'apply', '--controller', SOCIAL);
    expect(ran.data.erased).toMatchObject([{ rule: 'SoL 16:1', counts: { cases: 1, persons: 0 } }]);
    expect(await held(SOCIAL, old.ended)).toBe(0);
    expect(await held(SOCIAL, old.open)).toBeGreaterThan(0);
    expect(await held(old.health, old.ended)).toBe(ofHealth);
    const [line] = await query<{ action: string }>(
      old.url,
      `select action from access_log where action like 'erasure:%'`,
    );
    expect(line?.action).toMatch(/^erasure:SoL_16:1:cases=1,copies=\d+,persons=0:[0-9a-f]{64}$/);
  });

  it('leaves log, replay and locked figures as they were', async () => {
    expect(await old.holds()).toEqual({ code: 0, fault: null, erased: 0, replay: 0, figures });
    expect(await old.count('events')).toBe(events);
  });

  it('leaves a case that can be read, without the patient', async () => {
    const { county } = old.sealed;
    const { views } = county.service;
    const view = await views.case('discharges', old.ended, county.reader(MARIA));
    expect(view).toMatchObject({ id: old.ended, patient: null });
    const page = { cursor: null, limit: 50 };
    const list = await views.cases('discharges', county.reader(MARIA), page);
    expect(list).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ id: old.ended, patient: null }) as object,
      ]) as object,
    });
    for (const secret of Object.values(old.patient)) {
      expect(JSON.stringify([view, list])).not.toContain(secret);
    }
  });

  it('takes the health record after ten years, with the facts of a person nobody holds anything of', async () => {
    await old.later(5);
    const ran = await old.run('gallring', 'apply', '--controller', old.health);
    expect(ran.data.erased[0]).toMatchObject({ rule: 'PDL 3:17', counts: { persons: 1 } });
    expect(await held(old.health, old.ended)).toBe(0);
    const dump = await dumped(old.url);
    for (const secret of [old.patient.number, old.patient.name]) {
      expect(dump).not.toContain(secret);
    }
    expect(await old.count('persons where erased_at is not null')).toBe(1);
  });

  it('takes lines of the access log after ten years, and the log still verifies', async () => {
    const lines = await old.count('access_log');
    const ran = await old.run('gallring', 'apply', '--controller', SOCIAL);
    const gone = ran.data.erased.reduce((sum, { counts }) => sum + (counts['lines'] ?? 0), 0);
    expect(gone).toBeGreaterThan(0);
    expect(await old.count('access_log')).toBe(lines - gone + ran.data.erased.length);
    const holds = await old.holds();
    const all = await old.count('sealed_lines where salt is null');
    expect(holds).toEqual({ code: 0, fault: null, erased: all, replay: 0, figures });
    recordFinding('gallring', {
      promise: 'After gallring, log, replay and locked figures hold',
      figures: {
        'events before and after': `${events} and ${await old.count('events')}`,
        'lines of the log erased': all,
        'erasures sealed': await old.count('erasures'),
        'cases that do not replay': 0,
      },
    });
  });

  it('is found when somebody deletes a line without saying so', async () => {
    const target = `(select max(access_id) from sealed_lines where salt is not null)`;
    await old.sealed.attack(
      `update sealed_lines set salt = null where access_id = ${target}`,
      `delete from access_log where id = (select access_id from sealed_lines
         where salt is null and access_id in (select id from access_log))`,
    );
    const { code, fault } = await old.sealed.verify();
    expect({ code, fault }).toMatchObject({ code: 1, fault: { code: 'missing' } });
  });

  it('lets no line go that no erasure names, whoever asks the database', async () => {
    const before = await contentsOf(old.url);
    const [erasure] = await query<{ id: string }>(old.url, 'select id from erasures limit 1');
    for (const statement of [
      `delete from access_log where id = (select max(id) from access_log)`,
      `update access_log set action = 'other'`,
      `update sealed_lines set salt = null where number = (select max(number) from sealed_lines)`,
      `update sealed_lines set leaf = leaf, salt = null`,
      `delete from sealed_lines`,
      `delete from erasures`,
    ]) {
      const named = `begin; set local hemgang.erasure = '${erasure?.id}'; ${statement}; commit`;
      await expect(query(old.url, named)).rejects.toThrow('only grows');
    }
    expect(await contentsOf(old.url)).toEqual(before);
  });
});

describe('a record that an authority has ordered destroyed (PDL 8:4)', () => {
  let old: OldCounty;
  beforeAll(async () => {
    old = await OldCounty.live();
  });
  afterAll(() => old.close());

  it('goes at that controller, whatever its age, with the decision noted', async () => {
    const order = ['gallring', 'order', '--controller', SOCIAL, '--case', old.ended];
    for (const decision of ['Karin Åström vill det', '']) {
      expect((await old.run(...order, '--decision', decision)).code).toBe(2);
    }
    const ran = await old.run(...order, '--decision', '3.2.1-12345/2026');
    expect(ran.data.erased).toMatchObject([{ rule: 'PDL 8:4', decision: '3.2.1-12345/2026' }]);
    const rows = await old.count(`contents where controller = '${SOCIAL}'
      and case_id = '${old.ended}'`);
    expect(rows).toBe(0);
    expect(await old.holds()).toMatchObject({ code: 0, replay: 0 });
    expect((await old.run(...order, '--decision', '3.2.1-12345/2026')).code).toBe(2);
  });

  it('goes again when a backup from before has been restored, and is asked of nobody twice', async () => {
    const { county } = old.sealed;
    const kept = await query<Record<string, unknown>>(
      old.url,
      `select * from contents where controller = '${old.health}' and case_id = '${old.ended}'`,
    );
    const args = ['--controller', old.health, '--case', old.ended, '--decision', '3.2.1-9/2026'];
    await old.run('gallring', 'order', ...args);
    expect(await old.count(`contents where case_id = '${old.ended}'`)).toBe(0);
    // What a restore brings back: the content, and no trace of what came after.
    await old.sealed.attack(
      `delete from access_log where action like 'erasure:%'
         and id not in (select access_id from sealed_lines where access_id is not null)`,
      `delete from erasures where decision = '3.2.1-9/2026'`,
    );
    for (const row of kept) {
      await query(
        old.url,
        `insert into contents (case_id, seq, controller, entry, legal_basis, salt, source, body)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        ['case_id', 'seq', 'controller', 'entry', 'legal_basis', 'salt', 'source', 'body'].map(
          (column) => row[column],
        ),
      );
    }
    const ran = await old.run('after-restore');
    expect(ran.data.erased).toMatchObject([{ decision: '3.2.1-9/2026', counts: { cases: 1 } }]);
    expect(await old.count(`contents where case_id = '${old.ended}'`)).toBe(0);
    expect((await old.run('after-restore')).data.erased).toEqual([]);
    expect(await old.holds()).toMatchObject({ code: 0, replay: 0 });
    expect(county.service.directory().controller(old.health)).toBeDefined();
  });

  it('is kept outside without a word about the patient', () => {
    const files = readdirSync(old.folder).map((controller) =>
      readFileSync(join(old.folder, controller, 'erasures.jsonl'), 'utf8'),
    );
    expect(files.join('').trim().split('\n')).toHaveLength(2);
    for (const secret of Object.values(old.patient)) expect(files.join()).not.toContain(secret);
  });
});

/** Every row of every table as text. */
async function dumped(url: string): Promise<string> {
  const tables = await query<{ name: string }>(
    url,
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const texts = await Promise.all(
    tables.map(({ name }) =>
      query<{ text: string | null }>(
        url,
        `select string_agg(t::text, ' ') as text from "${name}" t`,
      ),
    ),
  );
  return texts.flatMap((rows) => rows.map(({ text }) => text ?? '')).join(' ');
}
