import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readerOf } from '@hemgang/access';
import { migrate, openService, type Service } from '@hemgang/cases';
import { derivedUrls, ROLE_NAMES } from '@hemgang/config';
import { DEMO_COUNTY, demoPatient } from '@hemgang/demo';
import { startGroup, waitUntil, type ProcessGroup } from '@hemgang/dev-services';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { migrateQueue } from '@hemgang/queue';
import { accepted, ANNA, contentsOf, County, query, recordFinding } from '@hemgang/testing';
import { hemgang } from '../cli/run';
import { DrillServer } from './drill-server.fixture';
import { ErasedFile } from './erased-file.fixture';

jest.setTimeout(240_000);

const CASES = 30;
const DONE_WITHIN_MS = 60_000;
const ROOT = join(__dirname, '..', '..');

/** Stands for whoever receives what leaves the system; it does not know its keys by heart. */
class RecordingReceiver {
  /** Every sending in its order: a gateway that forgets keys sends each of them on. */
  readonly sent: { readonly key: string; readonly what: string }[] = [];

  accept(key: string, what: string): void {
    this.sent.push({ key, what });
  }

  /** Keys that came more than once. */
  repeats(): string[] {
    const keys = this.sent.map(({ key }) => key);
    return keys.filter((key, index) => keys.indexOf(key) !== index);
  }

  /** Keys that came for two different things: one of them would be taken for a repeat and lost. */
  conflicts(): string[] {
    return this.sent
      .filter(({ key, what }) => this.sent.some((x) => x.key === key && x.what !== what))
      .map(({ key }) => key);
  }
}

interface OutsideRow {
  readonly id: number;
  readonly key: string;
  readonly what: string;
}

/** Rows of a job that only this suite has: its effect lies outside the database. */
const LEAVE = `
  insert into outbox (key, case_id, seq, receiver, job, task, created_at)
  select replace(key, '.1.', '.9.'), case_id, seq, receiver, 'send-outside', '{}', created_at
  from outbox where case_id = $1 and seq = $2 and key like '%.1.%' and job = 'deliver-notices'`;

const WAITING = `
  select o.id::int, o.key, encode(e.hash, 'hex') as what from outbox o join events e using (case_id, seq)
  where job = 'send-outside' and parked_at is null order by o.id`;

describe('a database that is restored from its backup', () => {
  let server: DrillServer;
  let service: Service;
  let worker: ProcessGroup | null = null;
  let file: ErasedFile;
  /** As the database was when it had been restored and nothing had been done yet. */
  let copy: string;
  let twin: ErasedFile;
  const receiver = new RecordingReceiver();

  const open = () =>
    openService({
      databases: derivedUrls(server.url),
      mode: 'demo',
      poolSize: 5,
      applicationName: 'hemgang-test',
      warn: () => undefined,
    });

  const anna = () => readerOf(service.directory(), ANNA, 'sv')!;

  beforeAll(async () => {
    server = await DrillServer.start();
    await migrate(server.url, derivedUrls(server.url));
    await migrateQueue(server.url, ROLE_NAMES.works);
    file = await ErasedFile.live(server.url);
    service = await open();
    await service.replaceDirectory(DEMO_COUNTY);
  });

  afterAll(async () => {
    await worker?.stop();
    await service.close();
    await server.stop();
    file.close();
    twin.close();
  });

  let patients = 0;

  async function admit(): Promise<string> {
    const { number, name, address, municipality } = demoPatient(patients);
    patients += 1;
    const body = {
      patient: { number, name, address, municipality },
      needs: { socialServices: true, municipalHealthCare: false, openCare: false },
      physician: 'Erik Sandström',
    };
    return accepted(await service.answered.open('discharges', { body, key: randomUUID() }, anna()))
      .caseId;
  }

  /** Tells the municipality; the notice also leaves the system. */
  async function tell(caseId: string, hours: number, key: string = randomUUID()) {
    const expectedDischargeAt = plusMs(service.clock.now(), hours * HOUR_MS);
    const isTold = (await versionOf(caseId)) > 1;
    const name = isTold ? 'change-expected-discharge' : 'send-inskrivningsmeddelande';
    const receivers = ['umea-bistand-norr'];
    const body = { expectedDischargeAt, ...(isTold ? {} : { receivers }) };
    const incoming = { body, key };
    const answer = accepted(
      await service.answered.give('discharges', caseId, name, incoming, anna()),
    );
    await query(server.url, LEAVE, [caseId, answer.version]);
    return answer;
  }

  async function versionOf(caseId: string): Promise<number> {
    const [row] = await query<{ version: number }>(
      server.url,
      'select version from cases where id = $1',
      [caseId],
    );
    return row?.version ?? 0;
  }

  /** Sends what waits, as a handler of such a job does, and says so in the same database. */
  async function sendAll(): Promise<number> {
    const rows = await query<OutsideRow>(server.url, WAITING);
    for (const { id, key, what } of rows) {
      receiver.accept(key, what);
      await query(server.url, 'delete from outbox where id = $1', [id]);
    }
    return rows.length;
  }

  const startWorker = (url = server.url, more: Readonly<Record<string, string>> = file.env) =>
    startGroup({
      args: [join(ROOT, 'dist', 'programs', 'worker.js')],
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        HEMGANG_MODE: 'demo',
        DATABASE_URL: url,
        LOG_LEVEL: 'error',
        ...more,
      },
      output: ['inherit', 'inherit'],
    });

  /** Log, replay and signed figures, and the restore: one signed entry, which names what is lost. */
  const holds = () => ({
    ...{ replay: 0, log: 0, fault: null, signed: 1, isLost: true, figures: file.figures },
  });

  /** Brings the server back and copies its database. @returns how long the server was away */
  async function restore(lsn: string): Promise<number> {
    await service.close();
    const begin = performance.now();
    await server.restoreTo(lsn);
    const restoredMs = performance.now() - begin;
    copy = await server.copy('untouched');
    twin = file.twin();
    service = await open();
    return restoredMs;
  }

  const count = async (what: string): Promise<number> =>
    (await query<{ n: number }>(server.url, `select count(*)::int as n from ${what}`))[0]!.n;

  it('is whole, goes on, and sends nothing twice', async () => {
    const cases: string[] = [];
    for (let n = 0; n < CASES; n += 1) cases.push(await admit());
    for (const id of cases) await tell(id, 72);
    await server.backUp();
    for (const id of cases) await tell(id, 80);
    const sentBefore = await sendAll();
    for (const id of cases) await tell(id, 90);
    const events = await count('events');
    const lsn = await server.archived();

    // From here on everything is lost but what has left the system.
    const sentInVain = await sendAll();
    const key = randomUUID();
    const lost = await tell(cases[0]!, 100, key);
    for (const id of cases.slice(1)) await tell(id, 100);
    const sentOfLost = await sendAll();
    await file.erase(server.url);
    expect(await file.left(server.url)).toMatchObject({ copies: 0, isNamed: false });
    const restoredMs = await restore(lsn);
    expect(await file.left(server.url)).toMatchObject({ isNamed: true, erasures: 0, saltless: 0 });

    const verified = await service.verification.all(() => undefined, new AbortController().signal);
    const eventsAfter = await count('events');
    worker = startWorker();
    const inside = () => count(`outbox where job <> 'send-outside'`);
    const isDone = await waitUntil(async () => (await inside()) === 0, DONE_WITHIN_MS);
    await worker.stop();
    worker = null;
    const held = await count(`outbox where error_code = 'RESTORED'`);
    const again = await tell(cases[0]!, 100, key);
    for (const id of cases.slice(1)) await tell(id, 110);
    const sentAfter = await sendAll();
    const notices = await count('notices');

    recordFinding('restored-backup', {
      promise: 'Backup, restore and verification; nothing is sent twice after a restore',
      figures: {
        cases: CASES,
        'events before the moment restored to': events,
        'events after the restore': eventsAfter,
        'cases verified (hashes, contents, replay, duties)': verified.looked,
        'cases that do not fit': verified.faulty.length,
        'events lost with the end of the log': CASES,
        'server back after, ms': Math.round(restoredMs),
        'sent before the moment': sentBefore,
        'sent in the lost time': sentInVain + sentOfLost,
        'held after the restore': held,
        'sent after the restore': sentAfter,
        'sent twice': receiver.repeats().length,
        'keys used for two things': receiver.conflicts().length,
      },
    });
    expect(eventsAfter).toBe(events);
    // With the stay and the settlement of the patient whose file was erased.
    expect(verified).toEqual({ looked: CASES + 2, faulty: [], isWhole: true });
    expect(isDone).toBe(true);
    expect(held).toBe(CASES);
    expect(await count(`sealed_lines where entry ->> 'kind' = 'restore'`)).toBe(1);
    expect([sentBefore, sentInVain, sentOfLost]).toEqual([2 * CASES, CASES, CASES]);
    expect(sentAfter).toBe(CASES);
    expect(receiver.repeats()).toEqual([]);
    expect(receiver.conflicts()).toEqual([]);
    // Nobody knows of the lost command: its repeat is a command like any other, and gets its number.
    expect(again).toMatchObject({ replayed: false, version: lost.version });
    expect(notices).toBe(await count('(select distinct key from notices) n'));
  });

  it('sends what was held, by its old key, when somebody says so', async () => {
    const rows = await service.outbox.parked(1_000);
    expect(rows.map(({ errorCode }) => errorCode)).toEqual(rows.map(() => 'RESTORED'));
    await service.outbox.redrive(rows.map(({ id }) => id));
    const known = new Set(receiver.sent.map(({ key }) => key));
    const waiting = await query<OutsideRow>(server.url, WAITING);
    expect(waiting.map(({ key }) => known.has(key))).toEqual(rows.map(() => true));
  });

  it('has erased again what was erased since the backup, and holds', async () => {
    const left = await file.left(server.url);
    expect(left).toMatchObject({ copies: 0, isNamed: false, erasures: 3 });
    expect(left.saltless).toBeGreaterThan(0);
    expect(await service.health()).toMatchObject({ erasuresAwaited: false });
    expect(await file.holds(server.url)).toEqual(holds());
  });

  it('is not let out as long as the list of erasures cannot be relied on', async () => {
    const before = await contentsOf(copy, 'outbox', 'timeline');
    const strangers = mkdtempSync(join(tmpdir(), 'hemgang-strangers-'));
    const garbled = mkdtempSync(join(tmpdir(), 'hemgang-garbled-'));
    mkdirSync(join(garbled, 'region'));
    writeFileSync(join(garbled, 'region', 'erasures.jsonl'), '{"kind":"erasure-order","id');
    for (const folder of [
      {},
      ...[strangers, garbled, '/nowhere'].map((path) => ({ CHECKPOINT_FOLDER: path })),
    ]) {
      const ran = await hemgang(['after-restore'], copy, { env: folder });
      expect({ folder, code: ran.code, out: ran.out }).toEqual({ folder, code: 2, out: '' });
      const { code, out } = await hemgang(['doctor'], copy, { env: folder });
      expect({ code, out }).toMatchObject({
        code: 1,
        out: expect.stringMatching(/^FEL +erasures/m) as string,
      });
    }
    const refused = startWorker(copy, { CHECKPOINT_FOLDER: strangers });
    expect(await refused.ended).toBe(1);
    expect(await contentsOf(copy, 'outbox', 'timeline')).toEqual(before);
    const county = await County.at(copy);
    expect(await county.service.health()).toMatchObject({ erasuresAwaited: true });
    await county.close();
    [strangers, garbled].forEach((path) => rmSync(path, { recursive: true }));
  });

  it('is brought to the same by an operator, and asked again changes nothing', async () => {
    const ran = await hemgang(['after-restore', '--json'], copy, { env: twin.env });
    expect(JSON.parse(ran.out)).toMatchObject({
      erased: [
        { rule: 'SoL 16:1' },
        { rule: 'HSLF-FS 2016:40 4:9' },
        { decision: '3.2.1-77/2032' },
      ],
    });
    expect(await file.left(copy)).toEqual(await file.left(server.url));
    expect(await twin.holds(copy)).toEqual(holds());
    const before = await contentsOf(copy);
    const again = await hemgang(['after-restore', '--json'], copy, { env: twin.env });
    expect(JSON.parse(again.out)).toEqual({ erased: [] });
    expect(await contentsOf(copy)).toEqual(before);
  });
});
