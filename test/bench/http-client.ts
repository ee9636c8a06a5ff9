import { Agent, request, type OutgoingHttpHeaders } from 'node:http';

/** What is sent, as it is: nothing is mended on the way. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer | null;
}

/** What came back; the body is read to its end and thrown away. */
export interface HttpAnswer {
  readonly status: number;
  readonly location: string | undefined;
}

/** Speaks to one server over connections that stay open. */
export class HttpClient {
  private readonly agent: Agent;
  private readonly port: number;

  /** @param clients connections at most */
  constructor(url: string, clients: number) {
    this.port = Number(new URL(url).port);
    this.agent = new Agent({ keepAlive: true, maxSockets: clients });
  }

  send({ method, path, headers, body }: HttpRequest): Promise<HttpAnswer> {
    const length = body === null ? {} : { 'content-length': body.length };
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          agent: this.agent,
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          headers: { ...headers, ...length },
        },
        (answer) => {
          answer.resume();
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, location: answer.headers.location }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body ?? undefined);
    });
  }

  post(path: string, headers: OutgoingHttpHeaders, body: object): Promise<HttpAnswer> {
    const json = { 'content-type': 'application/json', ...headers };
    const bytes = Buffer.from(JSON.stringify(body));
    return this.send({ method: 'POST', path, headers: json, body: bytes });
  }

  close(): void {
    this.agent.destroy();
  }
}
