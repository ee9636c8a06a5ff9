import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowRegistry } from '@hemgang/cases';
import { waitUntil } from '@hemgang/dev-services';
import { query, recordFinding, startService, times, type RunningService } from '@hemgang/testing';
import { CutConnection } from '../api/cut-connection.fixture';
import { Clients, outcomes, recoveryMs, type Given } from './clients.fixture';
import { checkHistory } from './history.fixture';
import { Load, USERS } from './load.fixture';
import { OwnServer } from './own-server.fixture';

jest.setTimeout(600_000);

const CLIENTS = 6;
const REST_MS = 20;
const ROUNDS = times({ quick: 1, full: 2 });
/** Promised: 10 s without a network. */
const AWAY_MS = times({ quick: 1_000, full: 10_000 });
const BETWEEN_MS = times({ quick: 500, full: 2_000 });
/** Promised. */
const RECOVERY_MS_MAX = 10_000;
const REST_WITHIN_MS = 20_000;

describe('a PostgreSQL that is lost under load', () => {
  let server: OwnServer;
  let connection: CutConnection;
  let service: RunningService;
  let clients: Clients;

  beforeAll(async () => {
    server = await OwnServer.start();
    connection = await CutConnection.to(server.url);
    service = await startService({ database: { url: server.url, reachedAt: connection.url } });
    clients = new Clients(() => service.url);
    await clients.signIn(USERS);
  });

  afterAll(async () => {
    await service.stop();
    await connection.cut();
    await server.stop();
  });

  const faults: Record<string, () => Promise<void>> = {
    'fast restart': () => server.restart('fast'),
    'immediate restart': () => server.restart('immediate'),
    'connections refused': async () => {
      await connection.cut();
      await pause(AWAY_MS);
      await connection.mend();
    },
    'connections gone silent': async () => {
      connection.swallow();
      await pause(AWAY_MS);
      connection.deliver();
    },
  };

  const isQuiet = async (): Promise<boolean> =>
    (await query(server.url, 'select from outbox limit 1')).length === 0;

  it('makes clients wait, and loses, invents and doubles nothing', async () => {
    const load = new Load(clients, REST_MS);
    load.start(CLIENTS);
    await pause(BETWEEN_MS);
    const back: Record<string, number[]> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [fault, happen] of Object.entries(faults)) {
        await happen();
        const backAt = performance.now();
        const isInDoubt = ({ fromMs, untilMs }: Given): boolean =>
          fromMs < backAt && untilMs === Infinity;
        await waitUntil(() => !clients.history.some(isInDoubt), 2 * RECOVERY_MS_MAX);
        await pause(BETWEEN_MS);
        (back[fault] ??= []).push(backAt);
      }
    }
    await load.stop();
    const isRest = await waitUntil(isQuiet, REST_WITHIN_MS);
    const { history } = clients;
    const recoveries = Object.fromEntries(
      Object.entries(back).map(([fault, at]) => [
        `slowest recovery, ${fault}, ms`,
        Math.max(...at.map((ms) => recoveryMs(history, ms))),
      ]),
    );
    const checked = await checkHistory(server.url, new WorkflowRegistry(), history);
    recordFinding('postgres-lost', {
      promise: 'PostgreSQL restarted and cut off under load',
      figures: {
        rounds: ROUNDS,
        'cut off, ms': AWAY_MS,
        ...recoveries,
        'longest answer, ms': Math.round(clients.slowestMs),
        ...outcomes(history),
        ...checked,
        faults: checked.faults.length,
      },
    });
    expect(checked.faults).toEqual([]);
    expect(clients.faults).toEqual([]);
    const lost = history
      .flatMap(({ sendings }) => sendings)
      .filter(({ kind }) => kind === 'unknown');
    expect(lost.filter((sent) => sent.kind === 'unknown' && sent.why !== '503')).toEqual([]);
    expect(lost.length).toBeGreaterThan(0);
    for (const ms of Object.values(recoveries)) expect(ms).toBeLessThanOrEqual(RECOVERY_MS_MAX);
    expect(isRest).toBe(true);
  });
});
