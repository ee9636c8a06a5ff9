import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookSending, type Service } from '@hemgang/cases';
import { Webhook } from 'standardwebhooks';

/** Who answers at all on this machine answers sooner. */
const ANSWER_MS_MAX = 400;

export type LoggedFields = Readonly<Record<string, string | number>>;

/** Sends as the worker does, at the service's time. @param logged takes what the process would log */
export function sendingOf(
  { clock, programs }: Service,
  logged: LoggedFields[],
  answerMsMax = ANSWER_MS_MAX,
): WebhookSending {
  return new WebhookSending(
    {
      ...{ store: programs.webhookStore, clock, realClock: { now: () => clock.realNow() } },
      ...{ source: 'urn:test', post: { mode: 'demo', answerMsMax } },
      ...{ chance: () => 0.5, failed: (fields) => logged.push(fields) },
    },
    () => undefined,
  );
}

/** Stores the notices that wait, and with them what is to be sent. */
export async function storeNotices({ outbox, clock }: Service): Promise<void> {
  for (;;) {
    const ids = (await outbox.claim(500, clock.now())).map(({ id }) => id);
    if (ids.length === 0) return;
    await outbox.handleNotices(ids, clock.now());
  }
}

/** A request as it came. */
export interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** How the receiver behaves from now on. */
export type Manner =
  | number
  /** Takes it and never answers. */
  | 'silent'
  /** Two answers to one request. */
  | 'twice'
  /** A redirect to itself. */
  | 'redirect'
  /** Breaks the connection off. */
  | 'broken';

/** A system of a controller: a real server on this machine, which can also be away. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  manner: Manner = 204;
  private server: Server | null = null;
  private port = 0;

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await receiver.comeBack();
    return receiver;
  }

  get url(): string {
    return `http://localhost:${this.port}/hook`;
  }

  /** Nobody listens any more. */
  async goAway(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server === null) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  /** Listens where it listened before. */
  async comeBack(): Promise<void> {
    this.server = createServer((request, response) => void this.take(request, response));
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** What was told, each verified with the secret by the reference library. */
  verified(secret: string): readonly Told[] {
    const webhook = new Webhook(secret);
    return this.received.map(({ body, headers }) => webhook.verify(body, headers) as Told);
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    this.received.push({ headers: request.headers as Record<string, string>, body });
    if (this.manner === 'silent') return;
    if (this.manner === 'broken') {
      request.socket.destroy();
    } else if (this.manner === 'twice') {
      const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';
      request.socket.end(`${answer}${answer}`);
    } else if (this.manner === 'redirect') {
      response.writeHead(307, { location: this.url }).end();
    } else {
      response.writeHead(this.manner).end('x'.repeat(10_000));
    }
  }
}

/** A CloudEvent as it arrives. */
export interface Told {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}
