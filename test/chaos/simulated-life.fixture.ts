import type { WorkflowRegistry } from '@hemgang/cases';
import type { Directory } from '@hemgang/directory';
import { HOUR_MS, MINUTE_MS, SECOND_MS, type Instant } from '@hemgang/kernel';
import { SimulatedClients, type Intent, type Wish } from './simulated-clients.fixture';
import type { Flawed } from './simulated-flaws.fixture';
import { SimulatedApi, SimulatedWorker, type Ground } from './simulated-processes.fixture';
import { SimulatedQueue } from './simulated-queue.fixture';
import { SimulatedCases, SimulatedOutbox, SimulatedTimers } from './simulated-stores.fixture';
import { SimulatedTables } from './simulated-tables.fixture';
import { Witness } from './simulated-witness.fixture';
import { Dice, WeighedDice } from './virtual-dice.fixture';
import { settled, VirtualWorld } from './virtual-world.fixture';

/** What people want in one life, and when. */
export interface Scenario {
  readonly startsAt: Instant;
  /** How long after the storm the last rung of any ladder lies at most. */
  readonly afterwardsMs: number;
  /**
   * The next thing that somebody wants; null when there is none now.
   * @param unanswered how many wishes have no answer yet
   */
  wish(tables: SimulatedTables, world: VirtualWorld, unanswered: number): Wish | null;
  readonly isOver: boolean;
}

/** A kind of life: the processes it follows, and what chance makes of them. */
export interface Kind {
  readonly registry: WorkflowRegistry;
  readonly directory: Directory;
  scenario(dice: Dice): Scenario;
}

/** What came of one life. */
export interface Lived {
  readonly faults: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  /** A number for all that happened. */
  readonly digest: number;
}

/** What chance lets happen next, and how often against each other. */
const WEIGHTS = {
  go: 72,
  wish: 7,
  again: 4,
  repeat: 1,
  misuse: 0.5,
  relay: 6,
  sweep: 5,
  deliver: 7,
  crash: 1.2,
  restart: 2,
  jump: 1.2,
} as const;

type Act = keyof typeof WEIGHTS;

const STORM = new WeighedDice<Act>(WEIGHTS);

const APIS = 2;
const WORKERS = 2;
/** More than any life needs; who gets here never comes to rest. */
const ACTS_MAX = 20_000;
const CALM_ROUNDS_MAX = 400;
/** Longer than any lease and any wait for a job that was lost. */
const PATIENCE_MS = 11 * SECOND_MS;

/** One life in virtual time: a storm, then calm in which everything must come to its end. */
export class SimulatedLife {
  private readonly world: VirtualWorld;
  private readonly witness: Witness;
  private readonly tables: SimulatedTables;
  private readonly queue: SimulatedQueue;
  private readonly clients: SimulatedClients;
  private readonly scenario: Scenario;
  private readonly ground: Ground;
  private readonly apis: (SimulatedApi | null)[];
  private readonly workers: (SimulatedWorker | null)[];
  private readonly dice: Dice;
  private crashes = 0;
  private repeats = 0;

  constructor(kind: Kind, seed: number, flawed?: Flawed) {
    this.dice = new Dice(seed);
    this.scenario = kind.scenario(this.dice);
    this.world = new VirtualWorld(this.dice, Date.parse(this.scenario.startsAt));
    this.witness = new Witness(this.world, kind.registry);
    const { registry, directory } = kind;
    const { world } = this;
    const right: Ground = {
      world,
      registry,
      directory,
      tables: new SimulatedTables(this.witness),
      queue: new SimulatedQueue(world),
      cases: (process) => new SimulatedCases(process, this.tables),
      timers: (process) => new SimulatedTimers(process, this.tables),
      outbox: (process) => new SimulatedOutbox(process, this.tables),
      workerClock: (process) => process,
    };
    this.ground = { ...right, ...flawed?.(right, this.witness) };
    this.tables = this.ground.tables;
    this.queue = this.ground.queue;
    this.clients = new SimulatedClients(world, this.witness);
    this.apis = Array.from({ length: APIS }, () => new SimulatedApi(this.ground));
    this.workers = Array.from({ length: WORKERS }, () => new SimulatedWorker(this.ground));
  }

  async live(): Promise<Lived> {
    for (let acts = 0; !this.scenario.isOver && acts < ACTS_MAX; acts += 1) {
      this.do(STORM.throw(this.dice));
      this.world.pass(this.moment());
      await settled();
    }
    await this.calm();
    this.witness.atEnd(this.tables, this.clients.intents);
    return this.lived();
  }

  private do(act: Act): void {
    const { world, clients, queue, dice } = this;
    const worker = dice.pick(this.workers);
    switch (act) {
      case 'go':
        return world.letOneGo();
      case 'wish':
        return this.wish();
      case 'again':
        return this.sendOneOf(clients.unanswered);
      case 'repeat':
        this.repeats += 1;
        return this.sendOneOf(clients.answered);
      case 'misuse':
        return this.misuse();
      case 'relay':
        return this.start(worker?.relayRound());
      case 'sweep':
        return this.start(worker?.sweepRound());
      case 'deliver':
        if (worker !== null) queue.deliver(worker.process, worker.handlers);
        return;
      case 'crash':
        return this.crash();
      case 'restart':
        return this.restart();
      case 'jump':
        return world.pass(dice.below(dice.chance(0.2) ? 24 * HOUR_MS : 20 * MINUTE_MS));
    }
  }

  /** Most things follow within milliseconds; now and then somebody thinks for some seconds. */
  private moment(): number {
    return this.dice.chance(0.1) ? this.dice.below(8 * SECOND_MS) : this.dice.below(5);
  }

  private wish(): void {
    const { tables, world, clients } = this;
    const wish = this.scenario.wish(tables, world, clients.unanswered.length);
    if (wish !== null) this.send(this.clients.wish(wish));
  }

  private sendOneOf(intents: readonly Intent[]): void {
    if (intents.length > 0) this.send(this.dice.pick(intents));
  }

  private send(intent: Intent): void {
    const api = this.dice.pick(this.apis);
    if (api !== null) this.start(this.clients.send(intent, api.process, api.commands));
  }

  private misuse(): void {
    const { answered } = this.clients;
    const api = this.dice.pick(this.apis);
    if (api === null || answered.length === 0) return;
    this.start(this.clients.misuse(this.dice.pick(answered), api.process, api.commands));
  }

  /** Who fails in a way that nobody expects has broken a promise. */
  private start(task: Promise<void> | undefined): void {
    task?.catch((error: unknown) => this.witness.faults.push(`unexpected: ${String(error)}`));
  }

  private crash(): void {
    const isApi = this.dice.chance(0.5);
    const processes = isApi ? this.apis : this.workers;
    const index = this.dice.below(processes.length);
    const victim = processes[index];
    if (victim === null || victim === undefined) return;
    victim.process.kill();
    this.clients.abandoned(victim.process);
    this.queue.released(victim.process);
    processes[index] = null;
    this.crashes += 1;
  }

  private restart(): void {
    for (const [index, api] of this.apis.entries()) {
      this.apis[index] = api ?? new SimulatedApi(this.ground);
    }
    for (const [index, worker] of this.workers.entries()) {
      this.workers[index] = worker ?? new SimulatedWorker(this.ground);
    }
  }

  /** Everybody is up, nothing breaks any more: now nothing may be left. */
  private async calm(): Promise<void> {
    this.world.isStormy = false;
    this.restart();
    await this.rest();
    // Whoever looks after the service puts back in line what was laid aside.
    for (const row of this.tables.outbox) {
      if (row.parkedAt !== null) this.witness.parked.add(row.id);
      row.parkedAt = null;
      row.dispatchedAt = null;
    }
    await this.rest();
    this.world.pass(this.scenario.afterwardsMs);
    await this.rest();
  }

  private async rest(): Promise<void> {
    for (let round = 0; round < CALM_ROUNDS_MAX; round += 1) {
      const before = this.world.effects;
      this.clients.unanswered.forEach((intent) => this.send(intent));
      const worker = this.dice.pick(this.workers);
      this.start(worker?.relayRound());
      this.start(worker?.sweepRound());
      while (worker !== null && this.queue.deliver(worker.process, worker.handlers));
      await this.untilIdle();
      if (this.isAllDone()) return;
      // Looking whether there is anything to do is one effect for each loop.
      if (this.world.effects - before <= 2) this.world.pass(PATIENCE_MS);
    }
    this.witness.faults.push('it never comes to rest');
  }

  private async untilIdle(): Promise<void> {
    await settled();
    while (!this.world.isIdle) {
      this.world.letOneGo();
      await settled();
    }
  }

  private isAllDone(): boolean {
    const { tables, queue, clients, world } = this;
    const isDue = [...tables.cases.values()].some(({ timers }) =>
      [...timers.values()].some(({ fireAt }) => fireAt <= world.now),
    );
    const isWaiting = tables.outbox.some(({ parkedAt }) => parkedAt === null);
    return !isDue && !isWaiting && queue.isEmpty && clients.unanswered.length === 0;
  }

  private lived(): Lived {
    const { witness, world, queue, crashes, repeats } = this;
    const counts = {
      events: witness.events,
      reminders: witness.reminders,
      effects: world.effects,
      crashes,
      'connections cut': world.cuts,
      'answers repeated': repeats,
      'jobs lost': queue.lost,
      'jobs doubled': queue.doubled,
      'queue away': queue.away,
    };
    return { faults: witness.faults, counts, digest: witness.digest };
  }
}
