import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** Between two messages. */
const END = '\0';

interface Message {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

type Answer = (message: Message) => void;

/** Talks with a Chromium that was started with `--remote-debugging-pipe`: 3 is its ear, 4 its mouth. */
export class DevtoolsPipe {
  private readonly waiting = new Map<number, Answer>();
  private asked = 0;
  private heard = '';
  private ended: Error | null = null;

  constructor(private readonly browser: ChildProcess) {
    browser.on('error', (error) => this.end(error));
    browser.on('exit', (code) => this.end(new Error(`the browser ended with ${code}`)));
    // A broken pipe says the same as the exit.
    this.mouth.on('error', () => undefined);
    this.ear.on('error', () => undefined);
    this.ear.setEncoding('utf8').on('data', (text: string) => this.hear(text));
  }

  /** @throws Error when the browser refuses it, or has ended before it answered */
  async ask(
    method: string,
    params: object = {},
    sessionId?: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    this.asked += 1;
    const id = this.asked;
    const message = await new Promise<Message>((resolve) => {
      this.waiting.set(id, resolve);
      if (this.ended === null) {
        this.mouth.write(JSON.stringify({ id, method, params, sessionId }) + END);
      } else {
        this.end(this.ended);
      }
    });
    if (message.error !== undefined) throw new Error(`${method}: ${message.error.message}`);
    return message.result ?? {};
  }

  private get mouth(): Writable {
    return this.browser.stdio[3] as Writable;
  }

  private get ear(): Readable {
    return this.browser.stdio[4] as Readable;
  }

  private hear(text: string): void {
    const [last = '', ...whole] = (this.heard + text).split(END).reverse();
    this.heard = last;
    for (const each of whole.reverse()) {
      const message = JSON.parse(each) as Message;
      this.answer(message.id, message);
    }
  }

  private answer(id: number | undefined, message: Message): void {
    if (id === undefined) return;
    this.waiting.get(id)?.(message);
    this.waiting.delete(id);
  }

  private end(error: Error): void {
    this.ended = error;
    for (const id of this.waiting.keys()) this.answer(id, { error: { message: error.message } });
  }
}
