import { randomUUID } from 'node:crypto';
import { ANNA, query, recordFinding, startService, type RunningService } from '@hemgang/testing';
import { ApiServer } from '../api/api-server.fixture';

jest.setTimeout(10 * 60_000);

const REPEATS = 50;
const CRASHES = 2;
/** The kill hits the fifty somewhere between their arrival and their answers. */
const KILL_AFTER_MS = [0, 3, 6, 10, 15, 20, 30, 40, 60, 80, 120, 200];
/** So that few crashes too come early, in the middle and late. */
const STRIDE = 5;

/** What a client can tell two answers apart by. */
interface Told {
  readonly status: number;
  readonly etag: string | null;
  readonly location: string | null;
  readonly id: unknown;
  readonly replayed: boolean;
}

interface Request {
  readonly path: string;
  readonly body: object;
  readonly key: string;
}

const OPENING = '/api/v1/discharges';
const RECEIVERS = ['umea-bistand-norr'];
const EXPECTED = '2199-01-01T10:00:00.000Z';

/** A machine that is busy with other things may be too slow for fifty at once. */
const UNAVAILABLE = 503;

/** As a client does: what was answered 503 is asked again. @returns null when the connection broke */
async function send(url: string, token: string, request: Request): Promise<Told | null> {
  let told = await sendOnce(url, token, request);
  while (told?.status === UNAVAILABLE) told = await sendOnce(url, token, request);
  return told;
}

async function sendOnce(url: string, token: string, request: Request): Promise<Told | null> {
  try {
    const answer = await fetch(url + request.path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': request.key,
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(request.body),
    });
    const { headers, status } = answer;
    const body = (await answer.json()) as { readonly id?: unknown; readonly code?: unknown };
    return {
      status,
      etag: headers.get('etag'),
      location: headers.get('location'),
      id: body.id ?? body.code,
      replayed: headers.get('idempotent-replayed') === 'true',
    };
  } catch {
    return null;
  }
}

const fifty = <Value>(work: () => Value): Value[] => Array.from({ length: REPEATS }, work);

const different = (answers: readonly (Told | null)[]): unknown[] => {
  const told = answers.filter((each) => each !== null);
  return [...new Set(told.map(({ replayed: _, ...rest }) => JSON.stringify(rest)))];
};

/** How many were told that it was done just now; none, when that answer was lost. */
const fresh = (answers: readonly (Told | null)[]): number =>
  answers.filter((answer) => answer?.replayed === false).length;

describe('one idempotency key, fifty times at once', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
  });

  afterAll(() => api.stop());

  const events = async (caseId: string): Promise<number> => {
    const { databaseUrl } = api.county;
    const text = 'select count(*)::int as count from events where case_id = $1';
    const [row] = await query<{ count: number }>(databaseUrl, text, [caseId]);
    return row?.count ?? 0;
  };

  it('opens one case and gives one command, and all fifty are answered alike', async () => {
    const token = await api.token(ANNA);
    const opening = { path: OPENING, body: api.county.admission(), key: randomUUID() };
    const opened = await Promise.all(fifty(() => send(api.url, token, opening)));
    expect(different(opened)).toHaveLength(1);
    expect(fresh(opened)).toBeLessThanOrEqual(1);
    const [{ status, location, id } = fail()] = opened as Told[];
    expect(status).toBe(201);
    const path = `${location ?? ''}/send-inskrivningsmeddelande`;
    const body = { receivers: RECEIVERS, expectedDischargeAt: EXPECTED };
    const telling = { path, body, key: randomUUID() };
    const told = await Promise.all(fifty(() => send(api.url, token, telling)));
    expect(different(told)).toHaveLength(1);
    expect(fresh(told)).toBeLessThanOrEqual(1);
    expect(told[0]).toMatchObject({ status: 200, etag: '"2"' });
    expect(await events(String(id))).toBe(2);
  });

  it('carries out one of two bodies and refuses the other one, however they race', async () => {
    const token = await api.token(ANNA);
    const { id } = await api.told();
    const path = `${OPENING}/${id}/change-expected-discharge`;
    const key = randomUUID();
    const days = ['2199-02-01T10:00:00.000Z', '2199-03-01T10:00:00.000Z'];
    const answers = await Promise.all(
      fifty(() => null).map((_, index) => {
        const body = { expectedDischargeAt: days[index % 2] };
        return send(api.url, token, { path, body, key });
      }),
    );
    const done = answers.filter((answer) => answer?.status === 200);
    const refused = answers.filter((answer) => answer?.status === 422);
    expect([done.length, refused.length]).toEqual([REPEATS / 2, REPEATS / 2]);
    expect(new Set(refused.map((answer) => answer?.id))).toEqual(
      new Set(['IDEMPOTENCY_KEY_REUSED']),
    );
    expect(different(done)).toHaveLength(1);
    expect(await events(id)).toBe(3);
  });
});

describe('one idempotency key, when the API is killed under it', () => {
  let service: RunningService;
  let token: string;

  beforeAll(async () => {
    service = await startService();
    const answer = await fetch(`${service.url}/api/v1/demo/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: ANNA }),
    });
    token = ((await answer.json()) as { readonly token: string }).token;
  });

  afterAll(() => service.stop());

  const opened = async (index: number): Promise<string> => {
    const number = `VB2026-${String(index).padStart(6, '0')}`;
    const body = { patient: { number, name: 'Okänd kvinna' } };
    const answer = await send(service.url, token, { path: OPENING, body, key: randomUUID() });
    return answer?.location ?? '';
  };

  it('has done it once at most, and answers as if nothing had happened', async () => {
    let [lost, early] = [0, 0];
    const faults: string[] = [];
    for (let crash = 0; crash < CRASHES; crash += 1) {
      const path = `${await opened(crash)}/note-communication-needs`;
      const request = { path, body: { language: 'finska', interpreter: true }, key: randomUUID() };
      const before = fifty(() => send(service.url, token, request));
      await new Promise((resolve) =>
        setTimeout(resolve, KILL_AFTER_MS[(crash * STRIDE) % KILL_AFTER_MS.length]),
      );
      await service.kill('api');
      const first = await Promise.all(before);
      await service.revive('api');
      const after = await Promise.all(fifty(() => send(service.url, token, request)));
      lost += first.filter((answer) => answer === null).length;
      early += first.filter((answer) => answer !== null).length;
      if (after.includes(null)) faults.push(`crash ${crash}: no answer after the restart`);
      if (different([...first, ...after]).length !== 1) faults.push(`crash ${crash}: two answers`);
      const done = fresh([...first, ...after]);
      if (done > 1) faults.push(`crash ${crash}: done ${done} times`);
      if (after[0]?.etag !== '"2"') faults.push(`crash ${crash}: answered ${after[0]?.status}`);
    }
    recordFinding('same-key', {
      promise: 'The same idempotency key fifty times at once, the API killed in the middle',
      figures: {
        crashes: CRASHES,
        'answers lost': lost,
        'answers before the kill': early,
        faults: faults.length,
      },
    });
    expect(faults).toEqual([]);
    const doubled = `select case_id from events group by case_id having count(*) <> 2`;
    expect(await query(service.databaseUrl, doubled)).toEqual([]);
  });
});

function fail(): never {
  throw new Error('There is no answer.');
}
