import type { Reader } from '@hemgang/access';
import type { CommandAnswer, Commands, Incoming } from '@hemgang/cases';
import type { VirtualProcess, VirtualWorld } from './virtual-world.fixture';

/** What somebody wants done. `caseId` null opens a case. */
export interface Wish {
  readonly by: Reader;
  readonly path: string;
  readonly caseId: string | null;
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly ifVersion?: number;
}

export type Accepted = Extract<CommandAnswer, { ok: true }>;

/** A wish under its idempotency key, and what its client knows of it. */
export interface Intent {
  readonly wish: Wish;
  readonly key: string;
  /** Attempts that are still under way in some process. */
  underWay: number;
  /** Two attempts were under way at the same time. */
  hasOverlapped: boolean;
  answer: CommandAnswer | null;
}

/** Told of every attempt and answer. */
export interface AnswerWatcher {
  isWritten(intent: Intent): boolean;
  answered(intent: Intent, answer: CommandAnswer, wasWritten: boolean): void;
  answeredOther(intent: Intent, answer: CommandAnswer): void;
}

/** Answers get lost on the way so often. */
const ANSWER_LOST = 0.08;

/** Everybody who gives commands, and repeats them until there is an answer. */
export class SimulatedClients {
  readonly intents: Intent[] = [];
  private readonly inHands = new Map<VirtualProcess, Set<Intent>>();

  constructor(
    private readonly world: VirtualWorld,
    private readonly watcher: AnswerWatcher,
  ) {}

  get unanswered(): Intent[] {
    return this.intents.filter(({ answer }) => answer === null);
  }

  get answered(): Intent[] {
    return this.intents.filter(({ answer }) => answer?.ok === true);
  }

  wish(wish: Wish): Intent {
    const key = `key-${this.intents.length + 1}`;
    const intent = { wish, key, underWay: 0, hasOverlapped: false, answer: null };
    this.intents.push(intent);
    return intent;
  }

  /** Sends it, for the first time or again. Whoever hears nothing sends it again later. */
  async send(intent: Intent, process: VirtualProcess, commands: Commands): Promise<void> {
    const wasWritten = this.watcher.isWritten(intent);
    const answer = await this.attempt(intent, process, async () => {
      const given = await give(commands, intent, intent.wish);
      // The case is read anew for the answer; that may fail although all is done.
      if (given.ok) await process.effect(() => undefined);
      return given;
    });
    if (answer === null || (this.world.isStormy && this.world.dice.chance(ANSWER_LOST))) return;
    this.watcher.answered(intent, answer, wasWritten);
    if (intent.answer === null || answer.ok) intent.answer ??= answer;
  }

  /** The key of something that was done, with another body. */
  async misuse(intent: Intent, process: VirtualProcess, commands: Commands): Promise<void> {
    const body = { ...intent.wish.body, occurredAt: '2026-01-01T00:00:00.000Z' };
    const answer = await this.attempt(intent, process, () =>
      give(commands, intent, { ...intent.wish, body }),
    );
    if (answer !== null) this.watcher.answeredOther(intent, answer);
  }

  /** What a dead process was at will never be answered. */
  abandoned(process: VirtualProcess): void {
    for (const intent of this.inHands.get(process) ?? []) intent.underWay -= 1;
    this.inHands.delete(process);
  }

  /** @returns null when the connection broke: 503, the outcome is unknown */
  private async attempt(
    intent: Intent,
    process: VirtualProcess,
    work: () => Promise<CommandAnswer>,
  ): Promise<CommandAnswer | null> {
    const inHands = this.inHands.get(process) ?? new Set();
    // A process works on an intent once: a second attempt goes to it only when the first is over.
    if (inHands.has(intent)) return null;
    this.inHands.set(process, inHands.add(intent));
    intent.underWay += 1;
    if (intent.underWay > 1) intent.hasOverlapped = true;
    const answer = await work().catch((error: unknown) => {
      if (error instanceof Error && error.name === 'DatabaseUnavailable') return null;
      throw error;
    });
    // Between the answer and its arrival the process may die too.
    if (this.world.isStormy) await this.world.turn(process);
    inHands.delete(intent);
    intent.underWay -= 1;
    return answer;
  }
}

function give(commands: Commands, { key }: Intent, wish: Wish): Promise<CommandAnswer> {
  const { path, caseId, command, by, body, ifVersion } = wish;
  const incoming: Incoming = { body, key, ...(ifVersion === undefined ? {} : { ifVersion }) };
  return caseId === null
    ? commands.open(path, incoming, by)
    : commands.give(path, caseId, command, incoming, by);
}
