import { randomInt, randomUUID } from 'node:crypto';
import type { Described } from './described-operations';
import { WARD } from './discharge-lifecycle';
import { judged, percentile, shown, type Figure } from './figures';
import type { Ground } from './ground';
import { HttpClient } from './http-client';
import { signIn } from './http-lifecycle';
import { invalidInputs } from './invalid-inputs';
import { startApi } from './processes';

const INPUTS = 3_000;
const AT_ONCE = 8;

/** How fast what is not allowed is refused: every operation and every kind of fault in turn. */
export async function invalidInputsAnswered(ground: Ground): Promise<Figure[]> {
  const caseId = await ground.lifecycle.admit();
  const api = await startApi({ databaseUrl: ground.databaseUrl });
  const client = new HttpClient(api.url, AT_ONCE);
  try {
    const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as Described;
    const authorization = `Bearer ${await signIn(api.url, WARD)}`;
    const seed = randomInt(2 ** 20);
    // Made beforehand: making them takes longer than refusing them.
    const inputs = [...invalidInputs(document, { seed, count: INPUTS })];
    const times: number[] = [];
    const hand = async (): Promise<void> => {
      for (let input = inputs.pop(); input !== undefined; input = inputs.pop()) {
        const path = input.path.replace('{id}', caseId).replace('{handover}', 'h2-1');
        const own = { authorization, 'idempotency-key': randomUUID() };
        const from = performance.now();
        await client.send({ ...input, path, headers: { ...own, ...input.headers } });
        times.push(performance.now() - from);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
    const how = `${INPUTS} inputs, ${AT_ONCE} at once, seed ${seed}`;
    return [
      shown('invalid input p50', percentile(times, 0.5), 'ms'),
      judged('invalid input p99', percentile(times, 0.99), how),
    ];
  } finally {
    client.close();
    await api.stop();
  }
}
