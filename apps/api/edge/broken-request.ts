import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemDocument, PROBLEM_MEDIA_TYPE } from './problem';

/**
 * Answers what never became a request: bytes that are no HTTP, headers without end, a request that
 * does not arrive within its time. There are no headers to read a language from, so it is Swedish.
 */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  // The other side is gone: nothing can be said any more.
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemDocument({ code: 'MALFORMED_REQUEST' }, 'sv');
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Content-Language: sv',
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
