import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowRegistry } from '@hemgang/cases';
import { waitUntil } from '@hemgang/dev-services';
import { query, recordFinding, startService, times, type RunningService } from '@hemgang/testing';
import { Client } from 'pg';
import { Clients, outcomes, recoveryMs, type Given } from './clients.fixture';
import { checkHistory } from './history.fixture';
import { Load, USERS } from './load.fixture';
import { OwnServer } from './own-server.fixture';
import { smallDisk, type SmallDisk } from './small-disk.fixture';

jest.setTimeout(600_000);

const CLIENTS = 8;
const REST_MS = 10;
const BEFORE_MS = times({ quick: 500, full: 3_000 });
const EXHAUSTED_MS = times({ quick: 500, full: 10_000 });
const RECOVERY_MS_MAX = 10_000;
/** It takes some commands until the last pages that were there are full, too. */
const FELT_WITHIN_MS = 60_000;
const TAKEN_WITHIN_MS = times({ quick: 3_000, full: 20_000 });
const REST_WITHIN_MS = 30_000;

/** Cuts the service's connections, so that it must ask for others; a row for each. */
const CUT = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where application_name in ('hemgang-api', 'hemgang-worker', 'hemgang')`;

describe('what the service stands on is used up under load', () => {
  let disk: SmallDisk;
  let server: OwnServer;
  let service: RunningService;
  let clients: Clients;
  let load: Load;
  let lives = 0;

  beforeAll(async () => {
    disk = smallDisk();
    server = await OwnServer.start(disk.folder);
    service = await startService({ database: { url: server.url, reachedAt: server.url } });
  });

  afterAll(async () => {
    await service.stop();
    await server.stop();
    disk.remove();
  });

  beforeEach(async () => {
    lives += 1;
    clients = new Clients(() => service.url, `load-${lives}`);
    await clients.signIn(USERS);
    load = new Load(clients, REST_MS, lives * 1_000);
    load.start(CLIENTS);
    await pause(BEFORE_MS);
  });

  const isRefused = ({ sendings }: Given): boolean =>
    sendings.some((sent) => sent.kind === 'unknown' && sent.why === '503');

  const isQuiet = async (): Promise<boolean> =>
    (await query(server.url, 'select from outbox limit 1')).length === 0;

  /** Lets the load end after what was used up is there again, and compares everything. */
  const expectNothingLost = async (name: string, promise: string, more: object): Promise<void> => {
    const backAt = performance.now();
    await pause(BEFORE_MS);
    await load.stop();
    const isRest = await waitUntil(isQuiet, REST_WITHIN_MS);
    const { history, faults } = clients;
    all.push(...history);
    const checked = await checkHistory(server.url, new WorkflowRegistry(), all);
    const recovery = recoveryMs(history, backAt);
    recordFinding(name, {
      promise,
      figures: {
        ...more,
        'slowest recovery, ms': recovery,
        'longest answer, ms': Math.round(clients.slowestMs),
        ...outcomes(history),
        ...checked,
        faults: checked.faults.length,
      },
    });
    expect(checked.faults).toEqual([]);
    expect(faults).toEqual([]);
    expect(history.some(isRefused)).toBe(true);
    expect(recovery).toBeLessThanOrEqual(RECOVERY_MS_MAX);
    expect(isRest).toBe(true);
  };

  /** Commands of all loads: they stand in one database. */
  const all: Given[] = [];

  it('connections that others have taken: 503, nothing half written, and on again', async () => {
    const others: Client[] = [];
    let refusal = await takeAll(server.url, others);
    const until = performance.now() + TAKEN_WITHIN_MS;
    // The service is quick to ask again for what it lost: until others, many at once, have been
    // quicker. What it keeps all the same is too little for its load.
    while (((await others[0]?.query(CUT))?.rowCount ?? 0) > 0 && performance.now() < until) {
      const takers = Array.from({ length: 16 }, () => takeAll(server.url, others));
      [refusal = refusal] = await Promise.all(takers);
    }
    await pause(EXHAUSTED_MS);
    await Promise.all(others.map((client) => client.end()));
    await expectNothingLost('connections-taken', 'All connections of PostgreSQL taken by others', {
      'connections taken': others.length,
      refusal,
    });
  });

  it('a pool whose every connection hangs: 503 in time, and on again', async () => {
    const lock = new Client({ connectionString: server.url });
    await lock.connect();
    await lock.query('begin');
    await lock.query('lock table sessions in access exclusive mode');
    await waitUntil(() => clients.history.some(isRefused), FELT_WITHIN_MS);
    await pause(EXHAUSTED_MS);
    await lock.end();
    await expectNothingLost('pool-exhausted', 'Every connection of the pool hangs', {});
  });

  it('the disk: 503, nothing half written, and on again when there is room', async () => {
    await disk.fill(server.url);
    const isFelt = await waitUntil(() => clients.history.some(isRefused), FELT_WITHIN_MS);
    await pause(EXHAUSTED_MS);
    await disk.free(server.url);
    await server.untilBack();
    await expectNothingLost('disk-full', 'The disk of PostgreSQL is full', {
      disk: disk.kind,
      felt: String(isFelt),
    });
  });
});

/** Opens connections until the server has no more. @returns the state by which it said so */
async function takeAll(url: string, taken: Client[]): Promise<string> {
  for (;;) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      taken.push(client);
    } catch (error) {
      return String((error as { code?: unknown }).code);
    }
  }
}
