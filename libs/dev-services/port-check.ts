import { createServer } from 'node:net';

/**
 * Why nothing can be served on this TCP port, in a sentence, or null when it is free. Asks on all
 * addresses and on 127.0.0.1, because some systems let one program take each.
 */
export async function whyPortUnusable(port: number): Promise<string | null> {
  for (const host of [undefined, '127.0.0.1']) {
    const code = await tryListen(port, host);
    if (code === 'EADDRINUSE') {
      return `Port ${port} is already in use. Choose another: PORT=${port + 1} npm start`;
    }
    if (code === 'EACCES') return `Port ${port} may only be used by root. Choose one above 1023.`;
  }
  return null;
}

function tryListen(port: number, host: string | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
