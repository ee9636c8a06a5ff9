import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { waitUntil } from '@hemgang/dev-services';
import { localDate } from '@hemgang/kernel';
import { durationMs, type Step } from './narrative';

type Request = Extract<Step, { kind: 'request' }>;

/** What the ladder does is done by another process, within a moment. */
const TIMELINE_WITHIN_MS = 10_000;

/** Somebody without an account. */
const NOBODY = 'nobody';

interface DemoUser {
  readonly id: string;
  readonly unitId: string;
  readonly roles: readonly string[];
}

/** Plays a walk-through against a running service, as its people would. */
export class Player {
  private readonly tokens = new Map<string, string>();
  /** Paths of the cases opened so far by their names; `case` is the latest. */
  private readonly cases = new Map<string, string>();

  constructor(private readonly base: string) {}

  /** Carries out one step. @throws Error naming the line of the document and what differs */
  async play(step: Step): Promise<void> {
    if (step.kind === 'clock') {
      await this.call('POST', '/api/v1/demo/clock/advance', { ms: step.ms }, null);
      return;
    }
    const expected = readExpected(this.named(step.expected));
    let answer = await this.request(step);
    if (step.until !== null) {
      const wanted = JSON.parse(this.named(step.until)) as unknown;
      await waitUntil(async () => {
        answer = await this.request(step);
        const { items } = answer.body as { items: unknown[] };
        return items.some((item) => difference(item, wanted) === null);
      }, TIMELINE_WITHIN_MS);
    }
    const wrong =
      answer.status === step.status
        ? difference(answer.body, expected)
        : `status ${answer.status}, ${JSON.stringify(answer.body)}`;
    if (wrong !== null) throw new Error(`line ${step.line}: ${wrong}`);
    if (step.keep !== null && step.keepFrom !== null) {
      this.cases.set(step.keep, String(valueAt(answer.body, step.keepFrom)));
    }
    if (answer.location === null) return;
    this.cases.set('case', answer.location);
    if (step.keep !== null) this.cases.set(step.keep, answer.location);
  }

  private async request({ method, path, as, body }: Request) {
    const now = await this.now();
    const token = as === NOBODY ? null : await this.signIn(as);
    const text = this.named(body ?? '').replace(
      /\{(now|today)(?: ([+-]) (\w+))?\}/g,
      (_, what: string, sign: string, duration: string) => {
        const at = time(now, sign, duration);
        return what === 'now' ? at : localDate(at);
      },
    );
    const payload = body === null ? undefined : (JSON.parse(text) as unknown);
    return this.call(method, this.named(path), payload, token);
  }

  /** `{old}` and `{old.id}` are the path and the id of the case that was kept as `old`. */
  private named(text: string): string {
    return text.replace(/\{(\w+)(\.id)?\}/g, (whole, name: string, id: string | undefined) => {
      const path = this.cases.get(name);
      if (path === undefined) return whole;
      return id === undefined ? path : path.slice(path.lastIndexOf('/') + 1);
    });
  }

  private async now(): Promise<string> {
    const { body } = await this.call('GET', '/api/v1/demo/clock', undefined, null);
    return (body as { now: string }).now;
  }

  private async signIn(as: string): Promise<string> {
    const known = this.tokens.get(as);
    if (known !== undefined) return known;
    const user = await this.userNamed(as);
    const { body } = await this.call('POST', '/api/v1/demo/sign-in', { user }, null);
    const { token } = body as { token: string };
    this.tokens.set(as, token);
    return token;
  }

  /** `{coordinator of vannas-bistand}` is whoever holds that role there. */
  private async userNamed(as: string): Promise<string> {
    const [, role, unit] = /^\{(\w+) of ([\w-]+)\}$/.exec(as) ?? [];
    if (role === undefined) return as;
    const { body } = await this.call('GET', '/api/v1/demo/users', undefined, null);
    const found = (body as { items: DemoUser[] }).items.find(
      ({ unitId, roles }) => unitId === unit && roles.some((name) => name.endsWith(role)),
    );
    if (found === undefined) throw new Error(`nobody is ${as}`);
    return found.id;
  }

  private async call(method: string, path: string, body: unknown, token: string | null) {
    const answer = await fetch(this.base + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'POST' ? { 'Idempotency-Key': randomUUID() } : {}),
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      body: bodyOf(answer.headers.get('content-type') ?? '', text),
    };
  }
}

/** What stands at a JSON pointer; undefined when nothing does. */
function valueAt(body: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce((value, name) => (value as Record<string, unknown> | undefined)?.[name], body);
}

/** A page is its text; `{ "$matches": "…" }` says what must stand in it. */
function bodyOf(contentType: string, text: string): unknown {
  if (text === '') return null;
  return contentType.startsWith('text/html') ? text : (JSON.parse(text) as unknown);
}

function time(now: string, sign: string | undefined, duration: string | undefined): string {
  const ms = duration === undefined ? 0 : durationMs(duration);
  return new Date(Date.parse(now) + (sign === '-' ? -ms : ms)).toISOString();
}

/** JSON in which a value may be a pattern: `"why": /Vännäs/`. */
function readExpected(text: string): unknown {
  const quoted = text.replace(/: (\/.+?\/)(\s*[,\n}\]])/g, (_, pattern: string, end: string) => {
    return `: ${JSON.stringify({ $matches: pattern.slice(1, -1) })}${end}`;
  });
  return JSON.parse(quoted) as unknown;
}

/**
 * How an answer differs from what is expected; null when every named field is as named. Each item
 * of an expected list must be matched by some item of the answer's list.
 */
export function difference(actual: unknown, expected: unknown, path = ''): string | null {
  if (expected === null || typeof expected !== 'object') {
    return isDeepStrictEqual(actual, expected)
      ? null
      : `${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`;
  }
  if ('$matches' in expected) {
    return new RegExp(String(expected.$matches)).test(String(actual))
      ? null
      : `${path} is ${JSON.stringify(actual)}, which does not match`;
  }
  if (Array.isArray(expected)) {
    const list: unknown[] = Array.isArray(actual) ? actual : [];
    const missing = expected.find(
      (item) => !list.some((candidate) => difference(candidate, item) === null),
    ) as unknown;
    return missing === undefined
      ? null
      : `${path} has no ${JSON.stringify(missing)} in ${JSON.stringify(list)}`;
  }
  const fields = actual as Record<string, unknown> | null;
  for (const [field, value] of Object.entries(expected)) {
    const wrong = difference(fields?.[field], value, `${path}/${field}`);
    if (wrong !== null) return wrong;
  }
  return null;
}
