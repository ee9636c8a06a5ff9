/** A server-sent event, or a comment. */
export interface Sent {
  readonly event?: string;
  readonly id?: string;
  readonly data?: string;
}

/** Longer than the service polls, also on a busy machine. */
const WAIT_MS_MAX = 15_000;

/** Reads a stream of server-sent events. */
export class StreamReader {
  readonly sent: Sent[] = [];
  hasEnded = false;
  private readonly abort = new AbortController();
  private changed: () => void = () => undefined;

  private constructor(readonly response: Response) {}

  static async open(url: string, headers: Record<string, string>): Promise<StreamReader> {
    const abort = new AbortController();
    const reader = new StreamReader(await fetch(url, { headers, signal: abort.signal }));
    reader.abort.signal.addEventListener('abort', () => abort.abort());
    void reader.read();
    return reader;
  }

  /** Waits until the events (not the comments) fulfil the condition. */
  async until(condition: (sent: readonly Sent[]) => boolean): Promise<readonly Sent[]> {
    const end = performance.now() + WAIT_MS_MAX;
    while (!condition(this.sent)) {
      const left = end - performance.now();
      if (left <= 0) throw new Error(`in vain: ${JSON.stringify(this.sent)}`);
      await this.change(left);
    }
    return this.sent;
  }

  close(): void {
    this.abort.abort();
  }

  private change(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      this.changed = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of this.response.body as unknown as AsyncIterable<Uint8Array>) {
        const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        this.sent.push(...blocks.map(parsed));
        this.changed();
      }
    } catch {
      // Closed by us, or cut by the server.
    }
    this.hasEnded = true;
    this.changed();
  }
}

function parsed(block: string): Sent {
  const fields = block
    .split('\n')
    .filter((line) => !line.startsWith(':') && line.includes(': '))
    .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]);
  return Object.fromEntries(fields) as Sent;
}
