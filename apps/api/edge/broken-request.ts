import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemDocument, PROBLEM_MEDIA_TYPE } from './problem';
import { standingHeaders } from './standing-headers';

/**
 * Answers what never became a request: bytes that are no HTTP, headers without end, a request that
 * does not arrive within its time. There are no headers to read a language from, so it is Swedish.
 */
export function answerBrokenRequest(
  error: NodeJS.ErrnoException,
  socket: Socket,
  mode: 'demo' | 'production',
): void {
  // The other side is gone: nothing can be said any more.
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemDocument({ code: 'MALFORMED_REQUEST' }, 'sv');
  const body = JSON.stringify(problem);
  const headers = {
    ...standingHeaders(null, mode),
    'content-type': PROBLEM_MEDIA_TYPE,
    'content-length': String(Buffer.byteLength(body)),
    'content-language': 'sv',
    connection: 'close',
  };
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  );
}
