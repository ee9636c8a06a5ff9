import { instant, type Clock, type Instant } from '@hemgang/kernel';
import { DatabaseUnavailable } from '@hemgang/store';
import type { Dice } from './virtual-dice.fixture';

/** A connection breaks so often around an effect: half of the times before it, half after. */
const CUT = 0.02;

/** Processes tell the database's time some milliseconds late, never early. */
const LAG_MS = 5;

interface Waiting {
  readonly process: VirtualProcess;
  go(): void;
}

/**
 * A world in which one thing happens at a time and chance decides which: time is a number, and the
 * processes are functions that wait before each of their effects until they are let go on. A
 * process can die at any of these moments, which is to say between any two effects.
 */
export class VirtualWorld {
  /** False when the storm is over: nothing is cut any more. */
  isStormy = true;
  cuts = 0;
  effects = 0;
  private readonly waiting: Waiting[] = [];
  private written = { ms: Number.NaN, instant: '' };

  constructor(
    readonly dice: Dice,
    private ms: number,
  ) {}

  get now(): Instant {
    return this.at(0);
  }

  /** The time that a process tells which lags behind; writing a time costs more than a step. */
  at(lagMs: number): Instant {
    const ms = this.ms - lagMs;
    if (this.written.ms !== ms) this.written = { ms, instant: instant(ms) };
    return this.written.instant;
  }

  get isIdle(): boolean {
    return this.waiting.length === 0;
  }

  pass(ms: number): void {
    this.ms += ms;
  }

  /** Time never goes back. */
  passUntil(at: Instant): void {
    this.ms = Math.max(this.ms, Date.parse(at));
  }

  /** Lets one of those who wait do its next effect. Nothing happens when nobody waits. */
  letOneGo(): void {
    const index = this.dice.below(this.waiting.length);
    const last = this.waiting.pop();
    if (last === undefined) return;
    const chosen = this.waiting[index] ?? last;
    if (chosen !== last) this.waiting[index] = last;
    chosen.go();
  }

  /** Waits for its turn. Who dies meanwhile waits for ever. */
  async turn(process: VirtualProcess): Promise<void> {
    if (!process.isAlive) return new Promise(() => undefined);
    return new Promise((resolve) => this.waiting.push({ process, go: resolve }));
  }

  forget(process: VirtualProcess): void {
    const kept = this.waiting.filter((each) => each.process !== process);
    this.waiting.splice(0, this.waiting.length, ...kept);
  }

  /** Whether the connection breaks now. */
  isCut(): boolean {
    if (!this.isStormy || !this.dice.chance(CUT / 2)) return false;
    this.cuts += 1;
    return true;
  }
}

/** One life of a process, from its start to its death. */
export class VirtualProcess implements Clock {
  isAlive = true;
  private readonly lagMs: number;

  constructor(readonly world: VirtualWorld) {
    this.lagMs = world.dice.below(LAG_MS + 1);
  }

  now(): Instant {
    return this.world.at(this.lagMs);
  }

  /**
   * Does something to the world outside, in one piece or not at all.
   * @throws DatabaseUnavailable when the connection breaks: before it, or with an unknown outcome
   */
  async effect<Result>(work: () => Result): Promise<Result> {
    const { world } = this;
    await world.turn(this);
    if (world.isCut()) throw new DatabaseUnavailable('cut');
    world.effects += 1;
    const result = work();
    if (world.isCut()) throw new DatabaseUnavailable('cut');
    return result;
  }

  kill(): void {
    this.isAlive = false;
    this.world.forget(this);
  }
}

/**
 * Until everything that has been let go on has come to its next effect. What runs between two
 * effects only ever waits for promises, and Node runs this after all of those.
 */
export function settled(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
