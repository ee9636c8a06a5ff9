import { createServer, type IncomingMessage } from 'node:http';
import { Ceiling } from './ceiling';

/** C-http: the ceiling behind bare node:http. Arguments: database, port, size of the pool. */
async function main(): Promise<void> {
  const [databaseUrl = '', port = '', poolSize = ''] = process.argv.slice(2);
  const ceiling = new Ceiling(databaseUrl, Number(poolSize));
  const server = createServer((request, reply) => {
    const [, id = '', seq = ''] = (request.url ?? '').split('/');
    bodyOf(request)
      .then((body) => {
        JSON.parse(body);
        return ceiling.command(id, Number(seq));
      })
      .then(
        () => reply.setHeader('Content-Type', 'application/json').end(JSON.stringify({ id, seq })),
        () => reply.writeHead(500).end(),
      );
  });
  server.listen(Number(port), '127.0.0.1');
  process.once('SIGTERM', () => {
    server.close();
    server.closeAllConnections();
    void ceiling.close();
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

void main();
