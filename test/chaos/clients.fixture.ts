import { setTimeout as pause } from 'node:timers/promises';

/** What became of one sending of a command. `unknown`: no answer, or 503; it may be in the log. */
export type Sent =
  | { readonly kind: 'ok'; readonly version: number; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** One command from the client's side. It keeps its key until it knows what became of it. */
export interface Given {
  readonly path: string;
  readonly key: string;
  readonly user: string;
  /** Every sending, in order; the last one is no longer unknown when the load has ended. */
  readonly sendings: Sent[];
  /** The case, as soon as it is known. */
  caseId: string | null;
  /** By the monotonic clock, when it was given and when its outcome was known. */
  readonly fromMs: number;
  untilMs: number;
}

/** The view of a case, as far as a load looks at it. */
export interface CaseSeen {
  readonly id: string;
  readonly parties: readonly { readonly id: string; readonly since: string }[];
}

/** A person waits no longer for an answer; whatever takes more hangs. */
export const ANSWER_MS_MAX = 15_000;

/** Between two sendings of a command whose outcome is unknown. */
const AGAIN_MS = 200;

/**
 * An outcome that stays unknown for this long is a fault of the service, not of its client. While
 * processes are killed as fast as they start, a command may need many of them.
 */
const RESOLVED_MS_MAX = 600_000;

/** How often a command is sent anew for a client that lost a race. */
const BUSY_MAX = 20;

/** Clients of the API that note what they were answered, as witnesses of its history. */
export class Clients {
  readonly history: Given[] = [];
  /** Answers that no client should ever get: another 5xx than 503, 503 without its headers, … */
  readonly faults: string[] = [];
  private readonly tokens = new Map<string, string>();
  private keys = 0;
  slowestMs = 0;

  /**
   * @param addressOf where the API is now; asked before every sending
   * @param name makes the keys of these clients theirs
   */
  constructor(
    private readonly addressOf: () => string,
    private readonly name = 'client',
  ) {}

  /** Signs in the people whose commands are to be given. */
  async signIn(users: readonly string[]): Promise<void> {
    for (const user of users) {
      const answer = await this.post('/api/v1/demo/sign-in', { user }, {});
      const { token } = (await answer.json()) as { token: string };
      this.tokens.set(user, token);
    }
  }

  /** Gives a command until its outcome is known. @returns the view, or null when it was refused */
  async give(user: string, path: string, body: object): Promise<CaseSeen | null> {
    const key = `${this.name}-${(this.keys += 1)}`;
    const caseId = path.split('/')[4] ?? null;
    const fromMs = performance.now();
    const given: Given = { path, key, user, sendings: [], caseId, fromMs, untilMs: Infinity };
    this.history.push(given);
    for (let busy = 0; performance.now() < fromMs + RESOLVED_MS_MAX; busy += 1) {
      const view = await this.send(given, body);
      const sent = given.sendings.at(-1);
      const isLost = sent?.kind === 'refused' && sent.code === 'BUSY' && busy < BUSY_MAX;
      if (sent?.kind !== 'unknown' && !isLost) {
        given.untilMs = performance.now();
        return sent?.kind === 'ok' ? view : null;
      }
      await pause(AGAIN_MS);
    }
    return null;
  }

  /** Sends the command once and notes what came of it. */
  private async send(given: Given, body: object): Promise<CaseSeen | null> {
    const from = performance.now();
    try {
      const answer = await this.post(given.path, body, this.headersOf(given));
      const seen = (await answer.json()) as CaseSeen & { code?: string };
      given.sendings.push(this.judge(answer, seen.code ?? ''));
      if (answer.ok) given.caseId = seen.id;
      return seen;
    } catch (error) {
      given.sendings.push({ kind: 'unknown', why: this.whyLost(error) });
      return null;
    } finally {
      this.slowestMs = Math.max(this.slowestMs, performance.now() - from);
    }
  }

  private headersOf({ key, user }: Given): Record<string, string> {
    return { 'idempotency-key': key, authorization: `Bearer ${this.tokens.get(user) ?? ''}` };
  }

  private post(path: string, body: object, headers: Record<string, string>): Promise<Response> {
    return fetch(this.addressOf() + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    });
  }

  private judge({ status, headers }: Response, code: string): Sent {
    if (status === 200 || status === 201) {
      const version = Number(headers.get('etag')?.replaceAll('"', ''));
      return { kind: 'ok', version, replayed: headers.get('idempotent-replayed') === 'true' };
    }
    const type = headers.get('content-type') ?? '';
    const isProblem = type.startsWith('application/problem+json');
    if (!isProblem || status === 500) this.faults.push(`${status} ${code} as ${type}`);
    if (status !== 503) return { kind: 'refused', status, code };
    if (headers.get('retry-after') === null) this.faults.push('503 without Retry-After');
    return { kind: 'unknown', why: '503' };
  }

  private whyLost(error: unknown): string {
    if (error instanceof Error && error.name === 'TimeoutError') {
      this.faults.push(`no answer within ${ANSWER_MS_MAX} ms`);
      return 'hung';
    }
    const cause = (error as { cause?: { code?: unknown } }).cause;
    return typeof cause?.code === 'string' ? cause.code : 'lost';
  }
}

/** How long after `ms` the last of the commands was answered that were under way then. */
export function recoveryMs(history: readonly Given[], ms: number): number {
  const underWay = history.filter(({ fromMs, untilMs }) => fromMs < ms && untilMs > ms);
  return Math.round(Math.max(0, ...underWay.map(({ untilMs }) => untilMs - ms)));
}

/** How the sendings ended, for a finding. */
export function outcomes(history: readonly Given[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const count = (what: string): number => (counts[what] = (counts[what] ?? 0) + 1);
  for (const { sendings } of history) {
    const last = sendings.at(-1);
    count(last?.kind === 'refused' ? `refused ${last.code}` : `commands ${last?.kind ?? 'unsent'}`);
    const doubts = sendings.filter(({ kind }) => kind === 'unknown');
    if (doubts.length > 0) count('commands in doubt for a while');
    if (doubts.length > 0 && last?.kind === 'ok' && last.replayed) count('doubts found written');
    doubts.forEach((sent) => sent.kind === 'unknown' && count(`sendings lost: ${sent.why}`));
  }
  return counts;
}
