import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentsOf, MARIA, PETER, query, recordFinding, settled, SUSANNE } from '@hemgang/testing';
import { hemgang } from '../cli/run';
import { besideOf, dumped, noteBeside, OldCounty, SECRET, SOCIAL } from './old-county.fixture';

jest.setTimeout(240_000);

const TABLES_OF_STAFF = [
  'staff',
  'assignments',
  'machine_clients',
  'directory_changes',
  'sessions',
  'deliveries',
  'notice_wishes',
  'saved_views',
  'watch_turns',
  'watch_hand_overs',
  'absences',
];

/** Rows about staff of the unit $1, each twice: from long ago, and as of $2. */
const ROWS_OF_STAFF = `
  with people as (
    insert into staff (id, position, name, machine)
    values ('gone-' || $1, 9000, 'Gammal Personal', true), ('here-' || $1, 9001, 'Ny', true)
  ), worked as (
    insert into assignments (id, position, staff, unit, roles, valid_until) values
      ('a-gone-' || $1, 9000, 'gone-' || $1, $1, '{physician}', '2020-01-01'),
      ('a-here-' || $1, 9001, 'here-' || $1, $1, '{physician}', $2)
  ), programs as (
    insert into machine_clients (id, controller, unit, assignment, scopes, keys, revoked)
    select s || '-' || $1, controller, $1, 'a-' || s || '-' || $1, '{read}', '[{}]', true
    from units, (values ('gone'), ('here')) as x (s) where units.id = $1
  ), changed as (
    insert into directory_changes (at, controller, caller, key, request_hash, action, subject)
    select x.at::timestamptz, controller, 'c', x.at || $1, sha256('x'), 'revoke', 's'
    from units, (values ('2020-01-01'), ($2)) as x (at) where units.id = $1
  ), told as (
    insert into deliveries (key, notice, case_id, unit, staff, channel, acute, status,
                            created_at, send_at)
    select x.at || $1, 1, gen_random_uuid(), $1, 'here-' || $1, 'mail', false, 'sent',
           x.at::timestamptz, x.at::timestamptz
    from (values ('2020-01-01'), ($2)) as x (at)
  ), filed as (
    insert into attachments (id, case_id, unit, staff, name, kind, size, sha256, bytes, created_at)
    select gen_random_uuid(), gen_random_uuid(), $1, 'here-' || $1, 'x.txt', 'text', 1, sha256('x'),
           'x', x.at::timestamptz
    from (values ('2020-01-01'), ($2)) as x (at)
  ), watch as (
    insert into watches (id, controller, name, units, may_decide, version)
    select 'w-' || $1, controller, 'Jour', array[$1], true, 1 from units where units.id = $1
    returning id
  ), turns as (
    insert into watch_turns (watch, staff, starts, ends)
    select watch.id, 'here-' || $1, x.at::timestamptz - interval '1 day', x.at::timestamptz
    from watch, (values ('2020-01-01'), ($2)) as x (at)
  ), handed as (
    insert into watch_hand_overs (watch, to_staff, at)
    select watch.id, 'here-' || $1, x.at::timestamptz
    from watch, (values ('2020-01-01'), ($2)) as x (at)
  ), away as (
    insert into absences (id, staff, starts, ends)
    select x.at || $1, 'here-' || $1, x.at::timestamptz - interval '1 day', x.at::timestamptz
    from (values ('2020-01-01'), ($2)) as x (at)
  ), wished as (
    insert into notice_wishes (staff, mail_for, sms_for, digest_hours, language, changed_at)
    select x || '-' || $1, 'all', 'acute', '{}', 'sv', $2::timestamptz
    from (values ('gone'), ('here')) as w (x)
  ), saved as (
    insert into saved_views (id, unit, staff, name, page, query, shared, every, next_at)
    select gen_random_uuid(), $1, x || '-' || $1, 'Sent', 'figures', '{"plats": "county"}', true,
           'monday', $2
    from (values ('gone'), ('here')) as w (x)
    returning id
  ), delivered as (
    insert into view_deliveries (view, day, at) select id, '2020-01-06', $2 from saved
  )
  insert into sessions (token_hash, staff, assignment, purpose, may_act_as, created_at,
                        last_used_at, idle_ms, expires_at)
  select sha256(convert_to(x.at || $1, 'UTF8')), 's', 'a-gone-' || $1, 'vård', '[]',
         x.at::timestamptz - interval '1 day', x.at::timestamptz, 1000, x.at::timestamptz
  from (values ('2020-01-01'), ($2)) as x (at)`;

describe('gallring', () => {
  let old: OldCounty;
  let figures: object;
  let events: number;
  const held = (controller: string, id: string) =>
    old.count(`contents where controller = '${controller}' and case_id = '${id}'`);

  beforeAll(async () => {
    old = await OldCounty.live();
    await noteBeside(old);
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

  it('goes by terms that a controller may lengthen, with source and confidence, and not shorten', async () => {
    const listed = await old.run('gallring', 'terms', 'list', '--controller', SOCIAL);
    expect(listed.data).toMatchObject({
      terms: expect.arrayContaining([
        expect.objectContaining({
          ...{ kind: 'social-personakt', years: 5, minimum: 5, rule: 'SoL 16:1' },
          ...{ source: 'SFS 2025:400, läst juli 2026', confidence: 'read', entered: null },
        }),
        expect.objectContaining({ kind: 'access-log', years: 10, confidence: 'assumption' }),
      ]) as object,
    });
    const add = (...args: readonly string[]) => old.run('gallring', 'terms', 'add', ...args);
    const said = ['--controller', SOCIAL, '--source', 'Nämnden § 12', '--by', PETER];
    const before = await contentsOf(old.url);
    for (const args of [
      [...said, '--kind', 'access-log', '--years', '4'],
      [...said, '--kind', 'social-personakt', '--years', '4'],
      [...said, '--kind', 'health-journal', '--years', '9'],
      [...said, '--kind', 'other', '--years', '12'],
      [...said, '--kind', 'access-log', '--years', '12', '--by', SUSANNE],
      [...said, '--kind', 'access-log', '--years', '12', '--source', ''],
      [...said, '--kind', 'access-log', '--years', '12', '--controller', 'nobody'],
    ]) {
      const { code } = await add(...args);
      expect({ args, code }).toEqual({ args, code: 2 });
    }
    expect(await contentsOf(old.url)).toEqual(before);
    const persons = async (years: string) => {
      const added = await add(...said, '--kind', 'social-personakt', '--years', years);
      expect(added.data).toMatchObject({ years: Number(years), source: 'Nämnden § 12' });
      const { data } = await old.run('gallring', 'plan', '--controller', SOCIAL);
      return data.erased.find(({ rule }) => rule === 'SoL 16:1');
    };
    expect(await persons('7')).toMatchObject({ persons: 0 });
    expect(await persons('5')).toMatchObject({ persons: 1 });
  });

  it('is refused without a place outside, for nobody and for the future', async () => {
    await settled(old.url);
    const before = await contentsOf(old.url);
    const folderless = await hemgang(['gallring', 'apply', '--controller', SOCIAL], old.url);
    expect(folderless.code).toBe(2);
    for (const args of [
      ['--controller', 'nobody'],
      ['--controller', SOCIAL, '--before', '2999-01-01'],
      ['--controller', SOCIAL, '--before', 'yesterday'],
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
    // A spärr with its release, an objection, an opening and a contact of each controller.
    expect(await besideOf(old, SOCIAL)).toBe(0);
    expect(await besideOf(old, old.health)).toBe(4);
    const [line] = await query<{ action: string }>(
      old.url,
      `select action from access_log where action like 'erasure:%'`,
    );
    expect(line?.action).toMatch(
      /^erasure:SoL_16:1:cases=1,copies=\d+,files=0,beside=\d+,persons=0:[0-9a-f]{64}$/,
    );
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
    for (const secret of [old.patient.number, old.patient.name, SECRET]) {
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

  it('takes rows about staff whose time has gone, and no other', async () => {
    const of = async (unit: string) =>
      query(old.url, ROWS_OF_STAFF, [unit, old.sealed.county.service.clock.now()]);
    await of('umea-bistand-norr');
    await of('nus-medicin-2');
    const before = await contentsOf(old.url);
    const planned = await old.run('gallring', 'plan', '--controller', SOCIAL);
    expect(planned.data.erased.at(-1)).toMatchObject({ kind: 'staff', lines: 7 });
    expect(await contentsOf(old.url)).toEqual(before);
    const ran = await old.run('gallring', 'apply', '--controller', SOCIAL);
    expect(ran.data.erased.at(-1)).toMatchObject({
      counts: {
        ...{ changes: 1, sessions: 1, deliveries: 1, files: 1 },
        ...{ clients: 1, assignments: 1, staff: 1 },
      },
    });
    const left = await Promise.all(
      TABLES_OF_STAFF.map((table) =>
        old.count(`${table} t where t::text like '%umea-bistand-norr%'
                     and t::text ~ '(gone-|here-|2020-01-01)'`),
      ),
    );
    // Who works there still, her assignment, a program not long revoked; what is newer.
    expect(left).toEqual([1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1]);
    expect(await old.count(`staff where id = 'gone-nus-medicin-2'`)).toBe(1);
    // Her view takes with it when it was delivered: of two people at two units one has gone.
    expect(await old.count('view_deliveries')).toBe(3);
    // A file stays with its case; who kept it long ago is told no more.
    const files = (unit: string) =>
      old.count(`attachments where unit = '${unit}' and staff is null`);
    expect([await files('umea-bistand-norr'), await files('nus-medicin-2')]).toEqual([1, 0]);
    const again = await old.run('gallring', 'apply', '--controller', SOCIAL);
    expect(again.data.erased).toEqual([]);
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
  let avvikelse: string;
  beforeAll(async () => {
    old = await OldCounty.live();
    const values = { category: 'annat', consequence: 'ingen', text: SECRET };
    const body = { about: old.ended, to: 'nus-medicin-2', ...values };
    ({ caseId: avvikelse } = await old.sealed.county.open('avvikelser', body, MARIA));
  });
  const wordsOf = (controller: string) =>
    old.count(`contents where controller = '${controller}' and case_id = '${avvikelse}'`);
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
    // With it go the words of an avvikelse about the case, which names nobody itself; the other's stay.
    expect([await wordsOf(SOCIAL), await wordsOf(old.health)]).toEqual([0, 1]);
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
    expect(await wordsOf(old.health)).toBe(0);
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
