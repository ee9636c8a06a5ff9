import { noteContact } from './contact';
import { readStream, type StreamMessage, type StreamSign } from './event-stream';

/** What has changed: one case, or nobody knows what. */
export type Change = { readonly caseId: string; readonly version: number } | 'anything';

/** That the draft of a plan has changed. */
export type DraftChange = Exclude<Change, 'anything'>;

type Listener = (change: Change) => void;
type DraftListener = (change: DraftChange) => void;

/**
 * Without a stream the pages are asked to read again this often, which is also the polling that
 * keeps them right where streams do not get through.
 */
const RETRY_MS = 10_000;

/** Tells the open pages what has changed at the server. Covers no missed change: it says `anything`. */
export class Live {
  private readonly listeners = new Set<Listener>();
  private readonly draftListeners = new Set<DraftListener>();
  private lastId: string | null = null;

  /** Follows the server until `signal` aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await readStream('/api/v1/stream', this.lastId, signal, (message) => this.receive(message));
      await pause(RETRY_MS, signal);
      if (!signal.aborted) this.tell('anything');
    }
  }

  /** Gives the function that ends the subscription. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Also for what this browser did itself, such as moving the training clock. */
  tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  /** Follows drafts: a page that shows none need not read anything. Gives the function that ends it. */
  subscribeToDrafts(listener: DraftListener): () => void {
    this.draftListeners.add(listener);
    return () => this.draftListeners.delete(listener);
  }

  private tellDraft(change: DraftChange): void {
    for (const listener of this.draftListeners) listener(change);
  }

  private receive(message: StreamMessage | StreamSign): void {
    noteContact();
    if (message === 'heartbeat') return;
    if (message === 'opened') {
      // What happened between the page's first reading and now is in no stream without a cursor.
      if (this.lastId === null) this.tell('anything');
      return;
    }
    this.lastId = message.id ?? this.lastId;
    if (message.data === null) return;
    if (message.event === 'draft') return this.tellDraft(JSON.parse(message.data) as DraftChange);
    this.tell(message.event === 'case' ? (JSON.parse(message.data) as Change) : 'anything');
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
