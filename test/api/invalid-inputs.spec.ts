import { randomInt, randomUUID } from 'node:crypto';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { demoPatient } from '@hemgang/demo';
import { waitUntil } from '@hemgang/dev-services';
import {
  ANNA,
  contentsOf,
  HELENA,
  MARIA,
  query,
  recordFinding,
  startService,
  times,
  type RunningService,
  SUSANNE,
} from '@hemgang/testing';
import { percentile } from '../bench/figures';
import { ECHO, invalidInputs, type InvalidInput } from '../bench/invalid-inputs';
import type { Described } from '../bench/described-operations';
import { ApiServer } from './api-server.fixture';

jest.setTimeout(600_000);

/** HEMGANG_SEED=… repeats a run. */
const seed = Number(process.env['HEMGANG_SEED'] ?? randomInt(2 ** 20));
const INPUTS = times({ quick: 300, full: 10_000 });
/** The worker brings notices within a moment, also on a busy machine. */
const TOLD_WITHIN_MS = 30_000;

/** So many are under way at once. */
const HANDS = 8;

/** A process that has just started still grows: memory is compared with that after so many. */
const WARM_AFTER = INPUTS / 4;
/** Bodies of 1 MB that are refused side by side, and a heap that is not swept at once. */
const GROWTH_MB_MAX = 64;

/** Nothing that only the inside of a program has. */
const INSIDE = /\n\s+at |node_modules|\.[jt]s:\d+|select |insert /;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: HANDS });

/** `fetch` mends addresses and headers and would not send all of these. */
function send(
  url: string,
  { method, path, headers, body }: Pick<InvalidInput, 'method' | 'path' | 'headers' | 'body'>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const { hostname, port } = new URL(url);
    const length = body === null ? {} : { 'content-length': body.length };
    const sent = request(
      { hostname, port, method, path, agent, headers: { ...headers, ...length } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const ms = performance.now() - begin;
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, ms });
        });
      },
    );
    // After an answer this changes nothing: the server need not read all of a body it refuses.
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

/** What does not fit the promise, in words; the input is told in them. */
function faultsOf(input: InvalidInput, { status, headers, text }: Answer): string[] {
  const faults = [
    ...(status >= 400 && status < 500 ? [] : [`answered ${status}`]),
    ...(headers['content-type']?.startsWith('application/problem+json') === true
      ? []
      : [`answered with ${headers['content-type']}`]),
    ...(text.includes(ECHO) ? ['repeats what was sent'] : []),
    ...(INSIDE.test(text) ? ['tells of its inside'] : []),
  ];
  if (faults.length === 0) return [];
  const body = input.body?.subarray(0, 300).toString();
  const { fault, method, path } = input;
  return faults.map((each) => `${each}: ${JSON.stringify({ fault, method, path, body })}`);
}

/** Sends everything, several at once; `sender` fills in who asks and about which case. */
async function sendAll(
  inputs: Iterator<InvalidInput>,
  url: string,
  sender: (input: InvalidInput) => Promise<InvalidInput>,
  onAnswer: (input: InvalidInput, answer: Answer) => Promise<void>,
): Promise<void> {
  const hand = async (): Promise<void> => {
    for (let next = inputs.next(); next.done !== true; next = inputs.next()) {
      const input = await sender(next.value);
      await onAnswer(input, await send(url, input));
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}

/** A case of each type, by the path segment of its type. */
type CaseIds = Readonly<Record<string, string>>;

/** Who takes part in them. */
const PARTIES: Readonly<Record<string, readonly string[]>> = {
  sips: [HELENA],
  settlements: [SUSANNE],
};

function typeIn(path: string): string {
  const [, type = ''] = /^\/api\/v1\/(\w+)/.exec(path) ?? [];
  return type;
}

function filledIn(input: InvalidInput, caseIds: CaseIds, token: string): InvalidInput {
  const id = caseIds[typeIn(input.path)] ?? '';
  const path = input.path.replace('{id}', id).replace('{handover}', 'h2-1');
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': randomUUID(),
    ...input.headers,
  };
  return { ...input, path, headers };
}

describe('an input that the description does not allow', () => {
  let service: RunningService;
  const tokens = new Map<string, string>();
  const rolesOf = new Map<string, readonly string[]>();
  let caseIds: CaseIds;

  const json = async (path: string, body?: object, user?: string) => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(user === undefined ? {} : { authorization: `Bearer ${tokens.get(user)}` }),
    };
    const method = body === undefined ? 'GET' : 'POST';
    const text = body === undefined ? null : JSON.stringify(body);
    const answer = await fetch(service.url + path, { method, headers, body: text });
    return (await answer.json()) as Record<string, unknown>;
  };

  beforeAll(async () => {
    service = await startService();
    const { items } = (await json('/api/v1/demo/users')) as {
      items: { id: string; roles: string[] }[];
    };
    for (const { id, roles } of items) rolesOf.set(id, roles);
    for (const user of [ANNA, MARIA, HELENA, SUSANNE]) {
      tokens.set(user, (await json('/api/v1/demo/sign-in', { user }))['token'] as string);
    }
    caseIds = {
      discharges: await openStay(),
      sips: await openSip(),
      settlements: await openSettlement(),
    };
    caseIds = { ...caseIds, avvikelser: await report(String(caseIds['discharges'])) };
    await allTold();
  });

  afterAll(async () => {
    agent.destroy();
    await service.stop();
  });

  /** A SIP to which Maria's unit has been called: it may give every command of a called unit. */
  async function openSip(): Promise<string> {
    const { number, name, address, municipality } = demoPatient(1);
    const patient = { number, name, address, municipality };
    const { id } = await json('/api/v1/sips', { patient, need: 'Hemtjänst.' }, HELENA);
    const give = (name: string, body: object) =>
      json(`/api/v1/sips/${String(id)}/${name}`, body, HELENA);
    await give('offer-sip', {});
    await give('record-consent', { givenBy: 'person', way: 'spoken', scope: 'Allt.' });
    await give('call', { units: ['umea-bistand-norr'] });
    return String(id);
  }

  /** A month in which nobody was in hospital. */
  async function openSettlement(): Promise<string> {
    const month = { municipality: '2480', month: '2024-02' };
    const { id } = await json('/api/v1/settlements', month, SUSANNE);
    return String(id);
  }

  /** Maria's unit reports the ward. */
  async function report(about: string): Promise<string> {
    const values = { category: 'annat', consequence: 'ingen' };
    const { id } = await json(
      '/api/v1/avvikelser',
      { about, to: 'nus-medicin-2', ...values },
      MARIA,
    );
    return String(id);
  }

  /** From then on nothing is under way that would write something. */
  async function allTold(): Promise<void> {
    const waiting = async () => (await query(service.databaseUrl, 'select from outbox')).length;
    expect(await waitUntil(async () => (await waiting()) === 0, TOLD_WITHIN_MS)).toBe(true);
  }

  /** A case with a municipal and an open-care receiver, so that every role is a party. */
  async function openStay(): Promise<string> {
    const { number, name, address, municipality } = demoPatient(0);
    const patient = { number, name, address, municipality };
    const needs = { socialServices: true, municipalHealthCare: false, openCare: true };
    const physician = 'Erik Sandström';
    const { id } = await json('/api/v1/discharges', { patient, needs, physician }, ANNA);
    const receivers = ['umea-bistand-norr', 'ersboda-halsocentral'];
    const expectedDischargeAt = '2199-01-01T10:00:00.000Z';
    const notice = { receivers, expectedDischargeAt };
    await json(`/api/v1/discharges/${String(id)}/send-inskrivningsmeddelande`, notice, ANNA);
    return String(id);
  }

  /** Somebody who takes part in a case of the input's type and may do what it is for. */
  const senderOf = ({ path, roles }: InvalidInput): string => {
    const parties = PARTIES[typeIn(path)] ?? [MARIA, HELENA, ANNA];
    const may = (user: string) => rolesOf.get(user)?.some((role) => roles.includes(role));
    return parties.find(may) ?? parties.at(-1) ?? ANNA;
  };

  async function memoryMb(): Promise<number> {
    const text = await (await fetch(`${service.url}/metrics`)).text();
    const [, bytes] = /^process_resident_memory_bytes (\S+)$/m.exec(text) ?? [];
    return Math.round(Number(bytes) / 1024 / 1024);
  }

  /** All that a request may write, but the logs of access and when a session was last used. */
  async function written() {
    const contents = await contentsOf(service.databaseUrl, 'access_log', 'sessions');
    const sessions = await query(
      service.databaseUrl,
      'select token_hash, ended_at from sessions order by token_hash',
    );
    return { ...contents, sessions };
  }

  it('is refused as a problem, repeated never, writes nothing and costs no memory', async () => {
    const document = (await json('/api/openapi.json')) as unknown as Described;
    const before = await written();
    const faults: string[] = [];
    const latencies: number[] = [];
    const operations = new Set<string>();
    const counts: Record<string, number> = {};
    const memory: number[] = [];
    const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1);
    await sendAll(
      invalidInputs(document, { seed, count: INPUTS }),
      service.url,
      async (input) => {
        operations.add(`${input.method} ${input.path.split('?')[0]}`);
        return filledIn(input, caseIds, tokens.get(senderOf(input)) ?? '');
      },
      async (input, answer) => {
        faults.push(...faultsOf(input, answer));
        latencies.push(answer.ms);
        count(`of the kind "${input.fault}"`);
        count(`answered ${answer.status}`);
        if (latencies.length === WARM_AFTER) memory.push(await memoryMb());
      },
    );
    memory.push(await memoryMb());
    const [warm = 0, atTheEnd = 0] = memory;
    recordFinding('invalid-inputs', {
      promise: 'Inputs that violate the OpenAPI document',
      seed,
      figures: {
        inputs: latencies.length,
        'not as promised': faults.length,
        ...counts,
        'latency p50, ms': Math.round(percentile(latencies, 0.5) * 10) / 10,
        'latency p99, ms': Math.round(percentile(latencies, 0.99) * 10) / 10,
        [`memory after ${WARM_AFTER}, MB`]: warm,
        'memory at the end, MB': atTheEnd,
      },
    });
    expect(faults).toEqual([]);
    expect(latencies).toHaveLength(INPUTS);
    // Many come as far as the schema, so it is the schema that is tried here.
    expect(counts['answered 422']).toBeGreaterThan(INPUTS / 6);
    expect(await written()).toEqual(before);
    expect(atTheEnd - warm).toBeLessThan(GROWTH_MB_MAX);
  });
});

describe('the log of the process', () => {
  it('does not repeat what was sent either', async () => {
    const api = await ApiServer.start();
    try {
      const { id } = await api.told();
      const caseIds = { discharges: id, sips: (await api.county.sip(ANNA)).caseId };
      const token = await api.token(ANNA);
      const document = (await api.get('/api/openapi.json')).body as Described;
      const inputs = invalidInputs(document, { seed, count: times({ quick: 100, full: 300 }) });
      const fill = async (input: InvalidInput) => filledIn(input, caseIds, token);
      await sendAll(inputs, api.url, fill, async () => undefined);
      expect(api.log.join('')).not.toContain(ECHO);
    } finally {
      agent.destroy();
      await api.stop();
    }
  });
});
