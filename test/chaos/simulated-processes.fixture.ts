import { Commands, LinkedFacts, Reminders, type WorkflowRegistry } from '@hemgang/cases';
import type { Directory } from '@hemgang/directory';
import { groupBy, type Clock } from '@hemgang/kernel';
import type { JobHandler, JobQueue } from '@hemgang/queue';
import { outboxHandlers } from '../../apps/worker/outbox-handlers';
import { Relay } from '../../apps/worker/relay';
import type { SimulatedQueue } from './simulated-queue.fixture';
import type { SimulatedCases, SimulatedOutbox, SimulatedTimers } from './simulated-stores.fixture';
import {
  SimulatedAccessLog,
  SimulatedInbox,
  SimulatedIncidents,
  SimulatedPersons,
} from './simulated-stores.fixture';
import type { SimulatedTables } from './simulated-tables.fixture';
import { VirtualProcess, type VirtualWorld } from './virtual-world.fixture';

/** Everything that processes stand on, and how they see it; a flawed world gives other stores. */
export interface Ground {
  readonly world: VirtualWorld;
  readonly tables: SimulatedTables;
  readonly queue: SimulatedQueue;
  readonly registry: WorkflowRegistry;
  readonly directory: Directory;
  cases(process: VirtualProcess): SimulatedCases;
  timers(process: VirtualProcess): SimulatedTimers;
  outbox(process: VirtualProcess): SimulatedOutbox;
  /** What a worker takes for the time. */
  workerClock(process: VirtualProcess): Clock;
}

const noHint = (): void => undefined;

/** An API process: the real use case of commands over simulated stores. */
export class SimulatedApi {
  readonly process: VirtualProcess;
  readonly commands: Commands;

  constructor({ world, tables, registry, directory, cases }: Ground) {
    this.process = new VirtualProcess(world);
    this.commands = new Commands({
      registry,
      cases: cases(this.process),
      persons: new SimulatedPersons(this.process, tables),
      access: new SimulatedAccessLog(this.process),
      clock: this.process,
      // Nobody settles here.
      basis: { monthBasis: () => Promise.reject(new Error('no month is computed')) },
      directory: () => directory,
      // Doorbells are hints; here they are all lost.
      afterCommit: noHint,
      refuseTestNumbers: false,
      unnamed: 'assumed',
      seeding: false,
    });
  }
}

/** Timers taken at once: few, so that leases matter. */
const TIMERS_AT_ONCE = 5;

/** A worker process: real relay, handlers and reminders; only the pauses of its loops are not. */
export class SimulatedWorker {
  readonly process: VirtualProcess;
  readonly handlers: readonly JobHandler[];
  isRelaying = false;
  isSweeping = false;
  private readonly relay: Relay;
  private readonly timers: SimulatedTimers;
  private readonly reminders: Reminders;
  private readonly clock: Clock;

  constructor(ground: Ground) {
    const { world, tables, queue, registry } = ground;
    const process = new VirtualProcess(world);
    const cases = ground.cases(process);
    const clock = ground.workerClock(process);
    const common = { registry, cases, clock, seeding: false };
    const inbox = new SimulatedInbox(process, tables);
    const linkedFacts = new LinkedFacts({ ...common, inbox, afterCommit: noHint });
    const outbox = ground.outbox(process);
    const incidentDrafts = new SimulatedIncidents(process, tables);
    this.process = process;
    this.clock = clock;
    this.timers = ground.timers(process);
    // The stores and carriers of this world are open at every hour.
    this.reminders = new Reminders({ ...common, timers: this.timers, hoursOf: () => null });
    // Nobody in the simulated county has an address outside.
    const notifier = { tell: outbox.handleNotices.bind(outbox) };
    const given = { outbox, notify: { notifier }, linkedFacts, incidentDrafts, clock };
    this.handlers = outboxHandlers(given, noHint);
    // Whether the queue is there, or has taken them all the same, the queue decides.
    const add: JobQueue['add'] = (jobs) => process.effect(() => queue.add(jobs));
    this.relay = new Relay(outbox, { add }, clock, this.handlers);
  }

  /** A round of the relay, unless one is under way. */
  async relayRound(): Promise<void> {
    if (this.isRelaying) return;
    this.isRelaying = true;
    await this.relay.round().catch(unlessCut);
    this.isRelaying = false;
  }

  /** A round of the sweeper, unless one is under way. */
  async sweepRound(): Promise<void> {
    if (this.isSweeping) return;
    this.isSweeping = true;
    await this.sweep().catch(unlessCut);
    this.isSweeping = false;
  }

  private async sweep(): Promise<void> {
    const due = await this.timers.due(this.clock.now(), TIMERS_AT_ONCE);
    const cases = [...groupBy(due, ({ caseId }) => caseId).values()];
    for (let turn = 0; cases.some((timers) => turn < timers.length); turn += 1) {
      await this.reminders.fireAll(cases.flatMap((timers) => timers[turn] ?? []));
    }
  }
}

/** A loop goes on after a broken connection; anything else is a fault of ours. */
function unlessCut(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'DatabaseUnavailable') throw error;
}
