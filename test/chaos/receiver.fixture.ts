import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands for whoever receives what leaves the system: accepts a key once, and counts repeats. */
export class Receiver {
  /** Accepted keys and what they were about. */
  readonly accepted = new Map<string, string>();
  /** Sendings of a key that was accepted before, about the same. */
  repeats = 0;
  /** Keys that were used again for something else. */
  readonly conflicts: string[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const receiver = new Receiver(server, `http://127.0.0.1:${port}`);
    server.on('request', (request, response) => {
      void receiver.take(request).then(() => response.end());
    });
    return receiver;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async take(request: IncomingMessage): Promise<void> {
    const key = String(request.headers['idempotency-key']);
    let what = '';
    for await (const chunk of request) what += String(chunk);
    const before = this.accepted.get(key);
    if (before === undefined) this.accepted.set(key, what);
    else if (before === what) this.repeats += 1;
    else this.conflicts.push(key);
  }
}
