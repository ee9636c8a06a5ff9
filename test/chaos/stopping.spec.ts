import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowRegistry } from '@hemgang/cases';
import { waitUntil } from '@hemgang/dev-services';
import { query, recordFinding, startService, times, type RunningService } from '@hemgang/testing';
import { Clients, outcomes, type Given } from './clients.fixture';
import { checkHistory } from './history.fixture';
import { Load, USERS } from './load.fixture';

jest.setTimeout(600_000);

const CLIENTS = 8;
const REST_MS = 5;
const STOPS = times({ quick: 1, full: 3 });
const BETWEEN_MS = times({ quick: 700, full: 2_000 });
/** Promised. */
const STOPPED_MS_MAX = 20_000;
const REST_WITHIN_MS = 20_000;

/** Jobs that a worker held when it ended; they would wait until their locks run out. */
const HELD = `select id from bullmq.job where state = 'active'`;

/** Sendings without an answer, other than that nobody listened. */
function unanswered({ sendings }: Given): string[] {
  const whys = sendings.flatMap((sent) => (sent.kind === 'unknown' ? [sent.why] : []));
  return whys.filter((why) => why !== 'ECONNREFUSED');
}

/**
 * The command had been taken and its client was not told. Not so when a client uses a connection
 * again at the very moment at which it is closed: HTTP cannot prevent that, and nothing was done.
 */
function wasTaken({ sendings }: Given): boolean {
  const last = sendings.at(-1);
  return last?.kind === 'ok' && last.replayed;
}

describe('processes told to stop under load', () => {
  let service: RunningService;
  let clients: Clients;

  beforeAll(async () => {
    service = await startService();
    clients = new Clients(() => service.url);
    await clients.signIn(USERS);
  });

  afterAll(() => service.stop());

  const stop = async (app: 'api' | 'worker'): Promise<{ code: number | null; ms: number }> => {
    const from = performance.now();
    const code = await service.terminate(app);
    return { code, ms: Math.round(performance.now() - from) };
  };

  const isQuiet = async (): Promise<boolean> =>
    (await query(service.databaseUrl, 'select from outbox limit 1')).length === 0;

  it('answer what they have taken, finish their jobs, and are gone soon', async () => {
    const load = new Load(clients, REST_MS);
    load.start(CLIENTS);
    const stops = { api: [] as number[], worker: [] as number[] };
    const codes: (number | null)[] = [];
    let held = 0;
    for (let count = 0; count < STOPS; count += 1) {
      for (const app of ['api', 'worker'] as const) {
        await pause(BETWEEN_MS);
        const { code, ms } = await stop(app);
        stops[app].push(ms);
        codes.push(code);
        if (app === 'worker') held += (await query(service.databaseUrl, HELD)).length;
        await service.revive(app);
      }
    }
    await load.stop();
    const isRest = await waitUntil(isQuiet, REST_WITHIN_MS);
    const { history } = clients;
    const unheard = history.filter((given) => unanswered(given).length > 0);
    const broken = history.filter(wasTaken).map(({ key, path }) => `${key} ${path}`);
    const checked = await checkHistory(service.databaseUrl, new WorkflowRegistry(), history);
    recordFinding('stopping', {
      promise: 'SIGTERM under load',
      figures: {
        'stops of each process': STOPS,
        'slowest stop of the API, ms': Math.max(...stops.api),
        'slowest stop of the worker, ms': Math.max(...stops.worker),
        'commands taken and not answered': broken.length,
        'connections found closed when used again': unheard.length,
        'jobs held by a stopped worker': held,
        ...outcomes(history),
        ...checked,
        faults: checked.faults.length,
      },
    });
    expect(checked.faults).toEqual([]);
    expect(clients.faults).toEqual([]);
    expect(broken).toEqual([]);
    expect(codes).toEqual(codes.map(() => 0));
    expect(Math.max(...stops.api, ...stops.worker)).toBeLessThan(STOPPED_MS_MAX);
    expect(held).toBe(0);
    expect(isRest).toBe(true);
  });
});
