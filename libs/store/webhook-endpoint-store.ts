import { plusMs, type Instant } from '@hemgang/kernel';
import { GIVE_UP_AFTER_MS, type WebhookKind, type WebhookOutcome } from '@hemgang/webhooks';
import { readCursor, writeCursor } from './cursor';
import type { Database } from './database';
import { pageOf, type BadCursor, type Page } from './page';
import type { Queryable, Statement } from './statement';

/** Where a controller's own system is told. */
export interface WebhookEndpointRow {
  readonly id: string;
  readonly controller: string;
  readonly url: string;
  readonly kinds: readonly WebhookKind[];
  /** `gone`: the receiver has answered that it wants nothing more. */
  readonly state: 'active' | 'paused' | 'gone';
  readonly version: number;
  readonly createdAt: Instant;
}

/** How it stands with an endpoint. */
export interface WebhookStanding extends WebhookEndpointRow {
  /** Until when the former secret signs as well; null: there is one alone. */
  readonly formerUntil: Instant | null;
  readonly waiting: number;
  /** When the oldest fact that waits happened. */
  readonly oldestAt: Instant | null;
  readonly dead: number;
  readonly lastSentAt: Instant | null;
}

export interface WebhookTryRow {
  readonly at: Instant;
  readonly ms: number;
  readonly status: number | null;
  readonly outcome: WebhookOutcome;
}

/** A fact that was not told, and each try. */
export interface DeadWebhook {
  readonly id: number;
  readonly key: string;
  readonly kind: WebhookKind;
  readonly unit: string;
  readonly at: Instant;
  readonly deadAt: Instant;
  /** The outcome of the last try, or RESTORED. */
  readonly errorCode: string;
  /** The latest first. */
  readonly tries: readonly WebhookTryRow[];
}

/** What is to become of an endpoint. `endpoint.version` is one more than the one that was decided on. */
export type WebhookChange =
  | {
      readonly kind: 'put';
      readonly endpoint: WebhookEndpointRow;
      readonly secret?: NewSecret;
      /** What waits is due at once and has its whole time before it. */
      readonly wakes?: true;
    }
  | { readonly kind: 'delete'; readonly endpoint: WebhookEndpointRow }
  /** Those with these numbers; null: everything that was laid aside. */
  | {
      readonly kind: 'redeliver';
      readonly endpoint: WebhookEndpointRow;
      readonly ids: readonly number[] | null;
    };

interface NewSecret {
  readonly secret: string;
  /** Until when the former one signs as well. */
  readonly formerUntil: Instant;
}

const COLUMNS = `id, controller, url, kinds, state, version, created_at as "createdAt"`;

const FIND: Statement<WebhookEndpointRow> = {
  name: 'find-webhook-endpoint',
  text: `select ${COLUMNS} from webhook_endpoints where id = $1`,
};

const OF_CONTROLLER: Statement<WebhookStanding> = {
  name: 'webhook-endpoints-of-controller',
  text: `
    select ${COLUMNS},
           (select max(until) from webhook_secrets s where s.endpoint = e.id and until > $2)
             as "formerUntil", sums.*
    from webhook_endpoints e
    cross join lateral (
      select count(*) filter (where state = 'waiting')::int as waiting,
             min(at) filter (where state = 'waiting') as "oldestAt",
             count(*) filter (where state = 'dead')::int as dead,
             max(ended_at) filter (where state = 'sent') as "lastSentAt"
      from webhook_deliveries d where d.endpoint = e.id
    ) as sums
    where controller = $1
    order by position`,
};

const DEAD: Statement<DeadWebhook> = {
  name: 'dead-webhooks',
  text: `
    select d.id, key, kind, unit, d.at, ended_at as "deadAt", error_code as "errorCode",
           coalesce((
             select jsonb_agg(jsonb_build_object(
                      'at', to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                      'ms', ms, 'status', status, 'outcome', outcome) order by t.id desc)
             from (select * from webhook_tries where delivery = d.id order by id desc limit $4) as t
           ), '[]') as tries
    from webhook_deliveries d
    where endpoint = $1 and state = 'dead' and ($2::bigint is null or d.id > $2)
    order by d.id limit $3`,
};

const PUT: Statement<{ readonly id: string }> = {
  name: 'put-webhook-endpoint',
  text: `
    insert into webhook_endpoints (id, controller, url, kinds, state, version, created_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (id) do update set
      kinds = excluded.kinds, state = excluded.state, version = excluded.version
      where webhook_endpoints.version = excluded.version - 1
    returning id`,
};

/** The former one signs on for a while; those before it are forgotten. */
const RETIRE: Statement<never> = {
  name: 'retire-webhook-secrets',
  text: `
    with gone as (delete from webhook_secrets where endpoint = $1 and until is not null)
    update webhook_secrets set until = $2 where endpoint = $1 and until is null`,
};

const ADD_SECRET: Statement<never> = {
  name: 'add-webhook-secret',
  text: 'insert into webhook_secrets (endpoint, secret) values ($1, $2)',
};

const WAKE: Statement<never> = {
  name: 'wake-webhooks',
  text: `
    update webhook_deliveries set next_at = $2, give_up_at = greatest(give_up_at, $3), tries = 0
    where endpoint = $1 and state = 'waiting'`,
};

const DELETE: Statement<{ readonly id: string }> = {
  name: 'delete-webhook-endpoint',
  text: 'delete from webhook_endpoints where id = $1 and version = $2 returning id',
};

const REDELIVER: Statement<never> = {
  name: 'redeliver-webhooks',
  text: `
    update webhook_deliveries set
      state = 'waiting', next_at = $3, give_up_at = $4, tries = 0, ended_at = null, error_code = null
    where endpoint = $1 and state = 'dead' and ($2::bigint[] is null or id = any ($2))`,
};

/** So many of a fact's tries are told; in three days there are fewer. */
const TRIES_MAX = 100;

/** What administrators are shown of endpoints. */
export class WebhookEndpointStore {
  constructor(private readonly database: Database) {}

  /** Any text may be asked for. */
  async find(id: string): Promise<WebhookEndpointRow | null> {
    const [found] = await this.database.run(FIND, [id]);
    return found ?? null;
  }

  /** In the order in which they came. */
  ofController(controller: string, now: Instant): Promise<readonly WebhookStanding[]> {
    return this.database.run(OF_CONTROLLER, [controller, now]);
  }

  /** What was laid aside of an endpoint, the oldest first. */
  async dead(
    endpoint: string,
    cursor: string | null,
    limit: number,
  ): Promise<Page<DeadWebhook> | BadCursor> {
    const after = cursor === null ? [null] : readCursor(cursor, ['number']);
    if (after === null) return { kind: 'bad-cursor' };
    const rows = await this.database.run(DEAD, [endpoint, ...after, limit + 1, TRIES_MAX]);
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => writeCursor([String(row.id)]),
    );
  }
}

/**
 * Writes a change, in the transaction of the directory's (`StaffStore`).
 * @returns false when the endpoint is another by now; then nothing may be committed
 */
export async function putWebhook(
  session: Queryable,
  change: WebhookChange,
  now: Instant,
): Promise<boolean> {
  const { endpoint } = change;
  const { id, controller, url, kinds, state, version, createdAt } = endpoint;
  if (change.kind === 'delete') {
    return (await session.run(DELETE, [id, version - 1])).length > 0;
  }
  const values = [id, controller, url, kinds, state, version, createdAt];
  if ((await session.run(PUT, values)).length === 0) return false;
  const giveUpAt = plusMs(now, GIVE_UP_AFTER_MS);
  if (change.kind === 'redeliver') {
    await session.run(REDELIVER, [id, change.ids, now, giveUpAt]);
    return true;
  }
  if (change.secret !== undefined) {
    await session.run(RETIRE, [id, change.secret.formerUntil]);
    await session.run(ADD_SECRET, [id, change.secret.secret]);
  }
  if (change.wakes === true) await session.run(WAKE, [id, now, giveUpAt]);
  return true;
}
