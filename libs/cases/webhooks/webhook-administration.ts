import type { Reader } from '@hemgang/access';
import { HOUR_MS, plusMs, type Refusal } from '@hemgang/kernel';
import type { WebhookChange, WebhookEndpointRow, WebhookEndpointStore } from '@hemgang/store';
import { newSecret, urlFault, type WebhookKind } from '@hemgang/webhooks';
import { isRefusal, type Incoming } from '../envelope';
import { BAD_CURSOR } from '../paging';
import { idOf, type DirectoryChanges } from '../staffing/changes';
import { invalid, NOT_FOUND, type Decided, type Ground } from '../staffing/ground';
import type { DeadWebhookView, WebhookChanged, WebhookView } from './webhook-views';

/** For so long the former secret signs as well: a receiver is changed on a working day. */
const OVERLAP_MS = 24 * HOUR_MS;

/** More systems than a controller has; each is told of every event. */
const ENDPOINTS_MAX = 20;

/** One page of what was laid aside. */
export interface DeadWebhooks {
  readonly items: readonly DeadWebhookView[];
  readonly next: string | null;
}

interface Wish {
  readonly url: string;
  readonly kinds: readonly WebhookKind[];
}

/** What a request asks for, of which endpoint. */
interface Asked {
  readonly action: string;
  readonly id: string;
  readonly request: Incoming;
}

/**
 * Where a controller's own systems are told what its units are told: kept by its administrators, as its
 * staff is, with a line of the access log for each change.
 * @throws DatabaseUnavailable
 */
export class WebhookAdministration {
  constructor(
    private readonly changes: DirectoryChanges,
    private readonly endpoints: WebhookEndpointStore,
    private readonly mode: 'demo' | 'production',
    /** Something may be due at once. */
    private readonly changed: () => void,
  ) {}

  async list(reader: Reader): Promise<readonly WebhookView[] | Refusal> {
    const ground = await this.changes.reading(reader, 'list-webhooks');
    if (isRefusal(ground)) return ground;
    const rows = await this.endpoints.ofController(reader.controller, ground.now);
    return rows.map(({ controller: _own, formerUntil, ...row }) => ({
      ...row,
      formerSecretUntil: formerUntil,
    }));
  }

  /** What was laid aside of an endpoint, the oldest first. */
  async dead(
    reader: Reader,
    id: string,
    cursor: string | null,
    limit: number,
  ): Promise<DeadWebhooks | Refusal> {
    const ground = await this.changes.reading(reader, 'list-dead-webhooks');
    if (isRefusal(ground)) return ground;
    if ((await this.own(ground, id)) === null) {
      return this.changes.refused(reader, 'list-dead-webhooks', NOT_FOUND);
    }
    const page = await this.endpoints.dead(id, cursor, limit);
    if (page.kind === 'bad-cursor') return BAD_CURSOR;
    const { units } = ground.living.rows;
    const items = page.items.map(({ unit, ...row }) => ({
      ...row,
      unit: { id: unit, name: units.find((each) => each.id === unit)?.name ?? unit },
    }));
    return { items, next: page.next };
  }

  async register(
    reader: Reader,
    { url, kinds }: Wish,
    request: Incoming,
  ): Promise<WebhookChanged | Refusal> {
    const id = `webhook-${idOf(reader, request)}`;
    const secret = newSecret();
    return this.run(
      reader,
      { action: 'register-webhook', id: '', request },
      secret,
      async (ground) => {
        const fault = urlFault(url, this.mode);
        if (fault !== null) return invalid('/url', fault);
        const { controller } = ground.reader;
        const own = await this.endpoints.ofController(controller, ground.now);
        if (own.length >= ENDPOINTS_MAX) return invalid('/url', 'too_many');
        const endpoint: WebhookEndpointRow = {
          ...{ id, controller, url: new URL(url).href, kinds: [...new Set(kinds)] },
          ...{ state: 'active', version: 1, createdAt: ground.now },
        };
        return { kind: 'put', endpoint, secret: { secret, formerUntil: ground.now } };
      },
    );
  }

  /** Other kinds of events from now on. */
  changeKinds(
    reader: Reader,
    id: string,
    kinds: readonly WebhookKind[],
    request: Incoming,
  ): Promise<WebhookChanged | Refusal> {
    return this.change(reader, { action: 'change-webhook-kinds', id, request }, (endpoint) => ({
      kind: 'put',
      endpoint: { ...endpoint, kinds: [...new Set(kinds)] },
    }));
  }

  /** A new secret at once; the former one signs beside it for a day. */
  rotate(reader: Reader, id: string, request: Incoming): Promise<WebhookChanged | Refusal> {
    const secret = newSecret();
    const decide = (endpoint: WebhookEndpointRow, { now }: Ground): WebhookChange => ({
      ...{ kind: 'put', endpoint },
      secret: { secret, formerUntil: plusMs(now, OVERLAP_MS) },
    });
    return this.change(reader, { action: 'rotate-webhook-secret', id, request }, decide, secret);
  }

  /** Nothing is sent until it is resumed; what happens meanwhile waits. */
  pause(reader: Reader, id: string, request: Incoming): Promise<WebhookChanged | Refusal> {
    return this.change(reader, { action: 'pause-webhook', id, request }, (endpoint) =>
      endpoint.state === 'active'
        ? { kind: 'put', endpoint: { ...endpoint, state: 'paused' } }
        : NOT_POSSIBLE,
    );
  }

  /** Sends again: after a pause, or to a receiver that had said that it is gone. */
  resume(reader: Reader, id: string, request: Incoming): Promise<WebhookChanged | Refusal> {
    return this.change(reader, { action: 'resume-webhook', id, request }, (endpoint) =>
      endpoint.state === 'active'
        ? NOT_POSSIBLE
        : { kind: 'put', endpoint: { ...endpoint, state: 'active' }, wakes: true },
    );
  }

  /** Ends it, with its secrets and all that waits. */
  remove(reader: Reader, id: string, request: Incoming): Promise<WebhookChanged | Refusal> {
    return this.change(reader, { action: 'delete-webhook', id, request }, (endpoint) => ({
      kind: 'delete',
      endpoint,
    }));
  }

  /** Sends what was laid aside once more. @param ids null: all of it */
  redeliver(
    reader: Reader,
    id: string,
    ids: readonly number[] | null,
    request: Incoming,
  ): Promise<WebhookChanged | Refusal> {
    return this.change(reader, { action: 'redeliver-webhooks', id, request }, (endpoint) => ({
      ...{ kind: 'redeliver', endpoint, ids },
    }));
  }

  private change(
    reader: Reader,
    asked: Asked,
    decide: (next: WebhookEndpointRow, ground: Ground) => WebhookChange | Refusal,
    secret: string | null = null,
  ): Promise<WebhookChanged | Refusal> {
    return this.run(reader, asked, secret, async (ground) => {
      const found = await this.own(ground, asked.id);
      if (found === null) return NOT_FOUND;
      const { ifVersion } = ground;
      if (ifVersion !== undefined && ifVersion !== found.version) return { code: 'VERSION_STALE' };
      return decide({ ...found, version: found.version + 1 }, ground);
    });
  }

  private async run(
    reader: Reader,
    { action, id, request }: Asked,
    secret: string | null,
    decide: (ground: Ground) => Promise<WebhookChange | Refusal>,
  ): Promise<WebhookChanged | Refusal> {
    const decided = async (ground: Ground): Promise<Decided | Refusal> => {
      const webhook = await decide(ground);
      if (isRefusal(webhook)) return webhook;
      return { subjects: [webhook.endpoint.id], change: { webhook } };
    };
    const done = await this.changes.run(reader, action, id, request, decided);
    if (isRefusal(done)) return done;
    this.changed();
    return { ...done, secret: done.replayed ? null : secret };
  }

  /** Null: another controller's looks like none. */
  private async own({ reader }: Ground, id: string): Promise<WebhookEndpointRow | null> {
    const found = await this.endpoints.find(id);
    return found?.controller === reader.controller ? found : null;
  }
}

const NOT_POSSIBLE: Refusal = {
  code: 'COMMAND_NOT_POSSIBLE',
  detail: {
    sv: 'Mottagaren är redan i det läget. Hämta sidan på nytt.',
    en: 'The endpoint is in that state already. Reload the page.',
  },
};
