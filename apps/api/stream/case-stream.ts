import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Live, LiveBatch, LiveEvent } from '@hemgang/cases';
import type { Caller } from '../edge/caller';

/** Also the most that waits in memory for one slow reader: the next batch is read afterwards. */
const BATCH_EVENTS_MAX = 200;

/** A reader that takes nothing for this long is gone, whatever its connection says. */
const STALL_MS_MAX = 30_000;

/** How long a browser waits before it comes back. */
const RETRY_MS = 2_000;

/** One reader's open stream. It pulls from the event log, so a slow reader costs no memory. */
export class CaseStream {
  private readonly gone = new AbortController();
  private isSending = false;
  private hasNews = false;

  /** @param response its headers are sent by `begin` */
  constructor(
    readonly caller: Caller,
    private readonly live: Live,
    private readonly response: ServerResponse,
    private cursor: string,
  ) {
    response.on('close', () => this.gone.abort());
    // A broken pipe is an ordinary end of a stream.
    response.on('error', () => this.gone.abort());
  }

  /** Starts the answer. The reader learns its cursor at once, to come back to after a short cut. */
  begin(headers: Readonly<Record<string, string>>): void {
    this.response.writeHead(200, headers);
    this.response.write(`retry: ${RETRY_MS}\nid: ${this.cursor}\n\n`);
  }

  /** Sends what is new. Calls while it sends are one more look afterwards. Never fails. */
  async sendNews(): Promise<void> {
    this.hasNews = true;
    if (this.isSending) return;
    this.isSending = true;
    try {
      while (this.hasNews && !this.gone.signal.aborted) {
        this.hasNews = false;
        await this.sendOnce();
      }
    } catch {
      // Without the database we would seem alive and tell nothing: better that the reader notices,
      // and comes back with its cursor.
      this.end();
    } finally {
      this.isSending = false;
    }
  }

  /** Tells that a draft has changed. It has no cursor: whoever comes back reads what is open anyway. */
  tellDraft({ caseId, version }: Pick<LiveEvent, 'caseId' | 'version'>): void {
    this.response.write(`event: draft\ndata: ${JSON.stringify({ caseId, version })}\n\n`);
  }

  /** Shows that the connection lives. A reader that is behind has bytes on the way already. */
  beat(): void {
    if (!this.response.writableNeedDrain) this.response.write(': still here\n\n');
  }

  end(): void {
    this.response.end();
  }

  private async sendOnce(): Promise<void> {
    for (;;) {
      const batch = await this.live.after(this.cursor, this.caller.reader, BATCH_EVENTS_MAX);
      const isLast = batch.cursor === this.cursor;
      this.cursor = batch.cursor;
      await this.write(textOf(batch));
      if (isLast) return;
    }
  }

  private async write(text: string): Promise<void> {
    if (text === '' || this.gone.signal.aborted || this.response.write(text)) return;
    const signal = AbortSignal.any([this.gone.signal, AbortSignal.timeout(STALL_MS_MAX)]);
    await once(this.response, 'drain', { signal });
  }
}

function textOf(batch: LiveBatch): string {
  if (batch.kind === 'reset') return `event: reset\nid: ${batch.cursor}\ndata: {}\n\n`;
  return batch.events.map(eventText).join('');
}

function eventText({ cursor, caseId, version }: LiveEvent): string {
  return `event: case\nid: ${cursor}\ndata: ${JSON.stringify({ caseId, version })}\n\n`;
}
