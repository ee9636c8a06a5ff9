import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readerOf } from '@hemgang/access';
import { migrate, openService, type Service } from '@hemgang/cases';
import { derivedUrls, ROLE_NAMES } from '@hemgang/config';
import { DEMO_COUNTY, demoPatient } from '@hemgang/demo';
import { startGroup, waitUntil, type ProcessGroup } from '@hemgang/dev-services';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { migrateQueue } from '@hemgang/queue';
import { accepted, ANNA, query, recordFinding, times } from '@hemgang/testing';
import { DrillServer } from './drill-server.fixture';

jest.setTimeout(240_000);

const CASES = times({ quick: 6, full: 100 });
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
    service = await open();
    await service.replaceDirectory(DEMO_COUNTY);
  });

  afterAll(async () => {
    await worker?.stop();
    await service.close();
    await server.stop();
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

  const startWorker = () =>
    startGroup({
      args: [join(ROOT, 'dist', 'apps', 'worker', 'main.js')],
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        HEMGANG_MODE: 'demo',
        DATABASE_URL: server.url,
        LOG_LEVEL: 'error',
      },
      output: ['inherit', 'inherit'],
    });

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
    await service.close();
    const begin = performance.now();
    await server.restoreTo(lsn);
    const restoredMs = performance.now() - begin;
    service = await open();

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
    expect(verified).toEqual({ looked: CASES, faulty: [], isWhole: true });
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
});
