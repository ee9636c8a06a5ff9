import { randomUUID } from 'node:crypto';
import { waitUntil } from '@hemgang/dev-services';
import { localDate } from '@hemgang/kernel';
import { ANNA, query, startService, SUSANNE, type RunningService } from '@hemgang/testing';

jest.setTimeout(180_000);

/** Issue: nothing is left undone ten seconds after a restart. Starting again is not counted. */
const UNDONE_MAX_MS = 10_000;
const CASES = 6;

/** Issue 9: so long until what has happened is in the figures. */
const COUNTED_MAX_MS = 5_000;

describe('processes killed between a commit and what follows it', () => {
  let service: RunningService;
  let token: string;

  beforeAll(async () => {
    service = await startService();
    token = await signIn();
  });

  afterAll(() => service.stop());

  const call = async (path: string, body: object, key: string = randomUUID()) => {
    const answer = await fetch(service.url + path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json()) as object,
    };
  };

  const signIn = async (user: string = ANNA): Promise<string> => {
    const { body } = await call('/api/v1/demo/sign-in', { user });
    return (body as { token: string }).token;
  };

  /** Numbers of the test series, one after another. */
  const numbers = [
    '194001019803',
    '194001029802',
    '194001039801',
    '194001049800',
    '194001059809',
    '194001069808',
  ];

  const admitAndTell = async (index: number): Promise<string> => {
    const admitted = await call('/api/v1/discharges', {
      patient: { number: numbers[index], name: `Patient ${index}`, address: 'Storgatan 1' },
      needs: { socialServices: true, municipalHealthCare: false, openCare: false },
      physician: 'Erik Sandström',
    });
    expect(admitted.status).toBe(201);
    const path = admitted.headers.get('location') ?? '';
    const told = await call(`${path}/send-inskrivningsmeddelande`, {
      receivers: ['umea-bistand-norr'],
      expectedDischargeAt: '2199-01-01T10:00:00.000Z',
    });
    expect(told.status).toBe(200);
    return path;
  };

  const noticesOf = async (entry: string): Promise<number> => {
    const [row] = await query<{ count: number }>(
      service.databaseUrl,
      'select count(*)::int as count from notices where entry = $1',
      [entry],
    );
    return row?.count ?? 0;
  };

  it('loses nothing, does nothing twice, and leaves nothing undone', async () => {
    await service.kill('worker');
    const paths: string[] = [];
    for (let index = 0; index < CASES; index += 1) paths.push(await admitAndTell(index));
    await service.kill('api');
    expect(await noticesOf('inskrivningsmeddelande')).toBe(0);
    await service.revive('api');
    await service.revive('worker');
    const isDone = async () => (await noticesOf('inskrivningsmeddelande')) === CASES;
    expect(await waitUntil(isDone, UNDONE_MAX_MS)).toBe(true);
    for (const path of paths) {
      const answer = await fetch(service.url + path, {
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(await answer.json()).toMatchObject({ state: 'planning', version: 2 });
    }
  });

  it('answers a repeat after the crash as the first time', async () => {
    const [row] = await query<{ id: string }>(service.databaseUrl, 'select id from cases limit 1');
    const path = `/api/v1/discharges/${row?.id ?? ''}/change-expected-discharge`;
    const body = { expectedDischargeAt: '2199-02-01T10:00:00.000Z' };
    const key = randomUUID();
    const first = await call(path, body, key);
    await service.kill('api');
    await service.revive('api');
    const second = await call(path, body, key);
    expect(second.status).toBe(first.status);
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it('brings a notice once when the worker is killed again and again', async () => {
    const before = await noticesOf('andrad-beraknad-utskrivning');
    const rows = await query<{ id: string }>(service.databaseUrl, 'select id from cases');
    for (const [index, { id }] of rows.entries()) {
      const body = { expectedDischargeAt: `2199-03-0${index + 1}T10:00:00.000Z` };
      const path = `/api/v1/discharges/${id}/change-expected-discharge`;
      expect((await call(path, body)).status).toBe(200);
      if (index % 2 === 0) {
        await service.kill('worker');
        await service.revive('worker');
      }
    }
    const isDone = async () =>
      (await noticesOf('andrad-beraknad-utskrivning')) === before + rows.length;
    expect(await waitUntil(isDone, 2 * UNDONE_MAX_MS)).toBe(true);
    const doubled = await query(
      service.databaseUrl,
      'select key from notices group by key having count(*) > 1',
    );
    expect(doubled).toEqual([]);
  });

  it('tells an old case of a readmission that was committed before the kill', async () => {
    const [row] = await query<{ id: string; number: string }>(
      service.databaseUrl,
      'select c.id, p.number from cases c join persons p on p.id = c.person_id limit 1',
    );
    const old = `/api/v1/discharges/${row?.id ?? ''}`;
    const judgedAt = new Date(Date.now() - 1_000).toISOString();
    const marked = { physician: 'Erik Sandström', judgedAt };
    expect((await call(`${old}/mark-utskrivningsklar`, marked)).status).toBe(200);
    expect((await call(`${old}/discharge`, {})).status).toBe(200);
    await service.kill('worker');
    const patient = { number: row?.number, name: 'Patient', address: 'Storgatan 1' };
    expect((await call('/api/v1/discharges', { patient })).status).toBe(201);
    await service.kill('api');
    await service.revive('api');
    await service.revive('worker');
    const isTold = async () => {
      const told = await query(
        service.databaseUrl,
        `select seq from events where type = 'patient-readmitted' and case_id = '${row?.id}'`,
      );
      return told.length === 1 && (await noticesOf('aterinskriven')) === 1;
    };
    expect(await waitUntil(isTold, UNDONE_MAX_MS)).toBe(true);
  });

  it('counts what happens within five seconds', async () => {
    const bearer = { Authorization: `Bearer ${await signIn(SUSANNE)}` };
    const today = localDate(new Date().toISOString());
    const address = `/api/v1/figures?place=ward:nus-medicin-2&from=${today}&to=${today}&by=month`;
    const judgements = async (): Promise<number | null | undefined> => {
      const answer = await fetch(service.url + address, { headers: bearer });
      const { figures } = (await answer.json()) as {
        readonly figures: readonly { readonly measure: string; readonly all: { whole: number } }[];
      };
      return figures.find(({ measure }) => measure === 'withdrawn')?.all.whole;
    };
    const before = await judgements();
    const [open] = await query<{ id: string }>(
      service.databaseUrl,
      `select id from cases where word = 'planning' limit 1`,
    );
    const judged = { physician: 'Erik Sandström', judgedAt: new Date().toISOString() };
    const path = `/api/v1/discharges/${open?.id ?? ''}/mark-utskrivningsklar`;
    expect((await call(path, judged)).status).toBe(200);
    const isCounted = async () => (await judgements()) === (before ?? 0) + 1;
    expect(await waitUntil(isCounted, COUNTED_MAX_MS)).toBe(true);
  });
});
