import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { EventEmitter, once } from 'node:events';

/** A way to a server that a test can shut, so that the server seems to be gone. */
export class Gate {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;
  private readonly overheard = new EventEmitter<{ data: [Buffer, () => void] }>();

  /** @param target address of the real server */
  constructor(private readonly target: string) {}

  /** The server's address through this gate; known once it has been opened. */
  get url(): string {
    const url = new URL(this.target);
    url.port = String(this.port);
    return url.href;
  }

  async open(): Promise<void> {
    const { hostname, port } = new URL(this.target);
    this.server = createServer((inner) => {
      const outer = connect(Number(port), hostname);
      for (const [one, other] of [
        [inner, outer],
        [outer, inner],
      ] as const) {
        this.sockets.add(one);
        one.on('data', (data) => {
          other.write(data);
          this.overheard.emit('data', data, () => [one, other].forEach(mute));
        });
        one.on('error', () => undefined);
        one.on('close', () => {
          this.sockets.delete(one);
          other.destroy();
        });
      }
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Cuts all connections and refuses new ones. */
  async shut(): Promise<void> {
    const { server } = this;
    if (!server?.listening) return;
    server.close();
    for (const socket of this.sockets) socket.destroy();
    await once(server, 'close');
  }

  /** Keeps the present connections but lets nothing through them any more; new ones work. */
  silence(): void {
    this.sockets.forEach(mute);
  }

  /** Silences the next connection that carries `words`, and resolves when it has. */
  silenceAfter(words: string): Promise<void> {
    return new Promise((resolve) => {
      this.overheard.on('data', (data, muteBoth) => {
        if (!data.includes(words)) return;
        muteBoth();
        this.overheard.removeAllListeners('data');
        resolve();
      });
    });
  }
}

function mute(socket: Socket): void {
  socket.removeAllListeners('data').resume();
}
