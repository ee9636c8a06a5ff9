import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between a program and its database and can cut every connection. */
export class CutConnection {
  private readonly sockets = new Set<Socket>();
  private isSwallowing = false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly port: number,
  ) {}

  static async to(databaseUrl: string): Promise<CutConnection> {
    const target = new URL(databaseUrl);
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const url = new URL(databaseUrl);
    url.host = `127.0.0.1:${port}`;
    const between = new CutConnection(server, url.href, port);
    server.on('connection', (near) => between.join(near, target));
    return between;
  }

  /** Nobody gets through any more, as when the network or the server is gone. */
  async cut(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /**
   * From now on every byte is lost and nobody is told, as behind a firewall that forgot its
   * connections; those that are open now stay so for ever.
   */
  swallow(): void {
    this.isSwallowing = true;
    for (const socket of this.sockets) socket.unpipe().resume();
  }

  /** New connections get through again; those whose bytes were swallowed do not. */
  deliver(): void {
    this.isSwallowing = false;
  }

  async mend(): Promise<void> {
    await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
  }

  private join(near: Socket, { hostname, port }: URL): void {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    if (this.isSwallowing) near.resume();
    else near.pipe(far).pipe(near);
  }
}
