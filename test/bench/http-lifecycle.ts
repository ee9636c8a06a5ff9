import { randomUUID } from 'node:crypto';
import type { Clock } from '@hemgang/kernel';
import { COMMANDS, MUNICIPALITY, STEPS, WARD, type Patients } from './discharge-lifecycle';
import type { HttpClient } from './http-client';

/** Lives discharges through the real HTTP API, signed in as its users. */
export class HttpLifecycle {
  private constructor(
    private readonly client: HttpClient,
    private readonly tokens: Readonly<Record<string, string>>,
    private readonly patients: Patients,
    private readonly clock: Clock,
  ) {}

  static async signIn(
    url: string,
    client: HttpClient,
    patients: Patients,
    clock: Clock,
  ): Promise<HttpLifecycle> {
    const tokens = {
      [WARD]: await signIn(url, WARD),
      [MUNICIPALITY]: await signIn(url, MUNICIPALITY),
    };
    return new HttpLifecycle(client, tokens, patients, clock);
  }

  async *run(): AsyncGenerator<void> {
    const path = await this.post('/api/v1/discharges', WARD, this.patients.admission());
    if (path === undefined) throw new Error('no case was opened');
    yield;
    for (const { command, by, body } of STEPS) {
      await this.post(`${path}/${command}`, by, body(this.clock.now()));
      yield;
    }
  }

  private async post(path: string, by: string, body: object): Promise<string | undefined> {
    const headers = {
      Authorization: `Bearer ${this.tokens[by]}`,
      'Idempotency-Key': randomUUID(),
    };
    const { status, location } = await this.client.post(path, headers, body);
    if (status >= 300) throw new Error(`${path} answered ${status}`);
    return location;
  }
}

/** @returns the token of a session of that demo user */
export async function signIn(url: string, user: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  return ((await answer.json()) as { token: string }).token;
}

/** As many commands over C-http as the lifecycle has. */
export async function* ceilingLifecycle(client: HttpClient): AsyncGenerator<void> {
  const id = randomUUID();
  for (const [index] of COMMANDS.entries()) {
    const { status } = await client.post(`/${id}/${index + 1}`, {}, { note: 'x' });
    if (status !== 200) throw new Error(`C-http answered ${status}`);
    yield;
  }
}
