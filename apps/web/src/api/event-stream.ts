import { BACKGROUND } from './attention';

/** What comes of a stream beside its events. */
export type StreamSign = 'opened' | 'heartbeat';

/** One server-sent event. */
export interface StreamMessage {
  readonly id: string | null;
  readonly event: string;
  /** Null when the block only says where the stream stands. */
  readonly data: string | null;
}

/**
 * Reads server-sent events until the stream ends, for whatever reason. The browser's own EventSource
 * hides the server's heartbeats, and without them nobody can tell a quiet night from a cut cable.
 */
export async function readStream(
  path: string,
  lastId: string | null,
  signal: AbortSignal,
  receive: (message: StreamMessage | StreamSign) => void,
): Promise<void> {
  try {
    const background = { [BACKGROUND]: '1' };
    const headers = lastId === null ? background : { ...background, 'Last-Event-ID': lastId };
    const response = await fetch(path, { cache: 'no-store', signal, headers });
    if (!response.ok || response.body === null) return;
    receive('opened');
    const parser = new StreamParser();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const messages = parser.take(value);
      if (messages.length === 0) receive('heartbeat');
      messages.forEach(receive);
    }
  } catch {
    // The caller tries again, and the stale banner tells the reader meanwhile.
  }
}

/** Puts the chunks of a stream together to events (WHATWG HTML 9.2.6, without `retry`). */
export class StreamParser {
  private rest = '';

  /** Gives the events that this chunk completes; comments complete none. */
  take(chunk: string): StreamMessage[] {
    const blocks = (this.rest + chunk).replaceAll('\r\n', '\n').split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.map(messageOf).filter(({ id, data }) => id !== null || data !== null);
  }
}

function messageOf(block: string): StreamMessage {
  const data = valuesOf(block, 'data');
  return {
    id: valuesOf(block, 'id').at(-1) ?? null,
    event: valuesOf(block, 'event').at(-1) ?? 'message',
    data: data.length === 0 ? null : data.join('\n'),
  };
}

function valuesOf(block: string, field: string): string[] {
  return block
    .split('\n')
    .filter((line) => line.startsWith(`${field}:`))
    .map((line) => line.slice(field.length + 1).replace(/^ /, ''));
}
