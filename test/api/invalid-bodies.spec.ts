import { randomInt } from 'node:crypto';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, HELENA, MARIA } from '@hemgang/testing';
import fc from 'fast-check';
import { apiDocument } from '../../apps/api/openapi/document';
import { ApiServer } from './api-server.fixture';
import { ECHO, invalidBodies } from './invalid-bodies.fixture';

/** SEED=… repeats a run. */
const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
const BODIES = 1_000;
/** So many are under way at once. */
const HANDS = 8;

describe('a body that the description does not allow', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
    for (const user of [ANNA, MARIA, HELENA]) await api.token(user);
  });

  afterAll(() => api.stop());

  /** A case with a municipal and an open-care receiver, so that every role is a party. */
  async function openCase(): Promise<string> {
    const { id } = await api.admit();
    const expectedDischargeAt = plusMs(api.county.service.clock.now(), 72 * HOUR_MS);
    const receivers = ['umea-bistand-norr', 'ersboda-halsocentral'];
    const notice = { receivers, expectedDischargeAt };
    await api.county.give(id, 'send-inskrivningsmeddelande', ANNA, notice);
    return id;
  }

  function userWith(roles: readonly string[]): string {
    const users = api.county.service.demo?.users() ?? [];
    const mine = (user: string) => users.find(({ id }) => id === user)?.roles ?? [];
    const found = [MARIA, HELENA, ANNA].find((user) =>
      mine(user).some((role) => roles.includes(role)),
    );
    return found ?? ANNA;
  }

  it(`is refused ${BODIES} times, repeated never, and writes nothing (SEED=${seed})`, async () => {
    const id = await openCase();
    const document = apiDocument(api.county.service.registry.workflows, 'demo');
    const bodies = fc.sample(invalidBodies(document), { seed, numRuns: BODIES });
    const before = await contentsOf(api.county.databaseUrl, 'access_log');
    const codes = new Map<string, number>();
    const send = async () => {
      for (let next = bodies.pop(); next !== undefined; next = bodies.pop()) {
        const { path, roles, body } = next;
        const answer = await api.post(path.replace('{id}', id), body, userWith(roles));
        const sent = JSON.stringify(next);
        expect({ sent, status: answer.status }).toEqual({ sent, status: expect.any(Number) });
        expect([sent, Math.floor(answer.status / 100)]).toEqual([sent, 4]);
        expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
        expect([sent, answer.text.includes(ECHO)]).toEqual([sent, false]);
        const { code } = answer.body as { code: string };
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: HANDS }, send));
    expect([...codes.values()].reduce((sum, count) => sum + count, 0)).toBe(BODIES);
    // Most of them come as far as the schema, so it is the schema that is tried here.
    expect(codes.get('PAYLOAD_INVALID')).toBeGreaterThan(BODIES / 3);
    expect(await contentsOf(api.county.databaseUrl, 'access_log')).toEqual(before);
    expect(api.log.join('')).not.toContain(ECHO);
  });
});
