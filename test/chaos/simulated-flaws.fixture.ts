import { HOUR_MS, plusMs, type Clock, type Instant } from '@hemgang/kernel';
import type { CaseWrite, HandledNotice, WriteOutcome } from '@hemgang/store';
import type { Ground } from './simulated-processes.fixture';
import { SimulatedCases, SimulatedOutbox, SimulatedTimers } from './simulated-stores.fixture';
import {
  SimulatedTables,
  type CaseRecord,
  type OutboxRecord,
  type Watcher,
} from './simulated-tables.fixture';
import type { VirtualProcess } from './virtual-world.fixture';

/** A way of building the core wrongly. */
export type Flawed = (ground: Ground, watcher: Watcher) => Partial<Ground>;

/** Tells the notice first and looks after it later, without asking whether it was told. */
class ForgetfulOutbox extends SimulatedOutbox {
  override handleNotices(ids: readonly number[]): Promise<readonly HandledNotice[]> {
    const told = this.process.effect(() => {
      const rows = this.tables.outbox.filter(({ id }) => ids.includes(id));
      for (const row of rows) this.tables.watcher.done(row);
    });
    return told.then(() => this.process.effect(() => this.removed(ids)));
  }

  private removed(ids: readonly number[]): HandledNotice[] {
    const rows = this.tables.take(ids, 'deliver-notices');
    return rows.map(({ id, receiver }) => ({ id, unit: receiver }));
  }
}

/** Hands out whatever nobody holds, also behind something that is still out. */
class DisorderlyOutbox extends SimulatedOutbox {
  protected override handedOut(before: Instant): OutboxRecord[] {
    return this.tables.outbox.filter(
      ({ parkedAt, dispatchedAt }) =>
        parkedAt === null && (dispatchedAt === null || dispatchedAt <= before),
    );
  }
}

/** Says that it is written before it is. */
class HastyCases extends SimulatedCases {
  override write(write: CaseWrite): Promise<WriteOutcome> {
    const refusal = this.tables.wouldRefuse(write);
    if (refusal !== null) return super.write(write);
    void this.process.effect(() => this.tables.commit(write)).catch(() => undefined);
    return Promise.resolve({ kind: 'written' });
  }
}

/** Writes the case and, a moment later, what is to be done outside. */
class HalvedTables extends SimulatedTables {
  readonly halves: (() => void)[] = [];

  protected override toDo(write: CaseWrite): void {
    this.halves.push(() => super.toDo(write));
  }
}

class HalvedCases extends SimulatedCases {
  constructor(
    process: VirtualProcess,
    private readonly halved: HalvedTables,
  ) {
    super(process, halved);
  }

  override async write(write: CaseWrite): Promise<WriteOutcome> {
    const outcome = await super.write(write);
    const halves = this.halved.halves.splice(0);
    await this.process.effect(() => {
      for (const second of halves) second();
    });
    return outcome;
  }
}

/** Does not remember that a key was used. */
class KeylessTables extends SimulatedTables {
  protected override remember(): void {
    return;
  }
}

/** Writes whatever version the decision rested on. */
class UnguardedTables extends SimulatedTables {
  protected override isStale(): boolean {
    return false;
  }
}

/** A timer that somebody has leased is never given to anybody else. */
class ForeverLeased extends SimulatedTimers {
  protected override leaseEnd(): Instant {
    return '9999-01-01T00:00:00.000Z';
  }
}

/** Leaves the timer of a duty that moved where it was. */
class StiffTables extends SimulatedTables {
  protected override setTimers({ timers }: CaseRecord, write: CaseWrite): void {
    for (const { id, closedSeq } of write.duties) if (closedSeq !== null) timers.delete(id);
    for (const timer of write.timers) {
      if (!timers.has(timer.duty)) timers.set(timer.duty, { ...timer, leasedUntil: null });
    }
  }
}

/** A machine whose clock is an hour ahead, believed. */
function hourAhead(process: VirtualProcess): Clock {
  return { now: () => plusMs(process.now(), HOUR_MS) };
}

/** What somebody might build, and the promise that it breaks. */
export const flaws: Readonly<Record<string, { readonly breaks: RegExp; readonly built: Flawed }>> =
  {
    'a handler that does not check the key': {
      breaks: /an effect happened 2 times/,
      built: ({ tables }) => ({ outbox: (process) => new ForgetfulOutbox(process, tables) }),
    },
    'an answer before the commit': {
      breaks: /acknowledged, and no such event is there/,
      built: ({ tables }) => ({ cases: (process) => new HastyCases(process, tables) }),
    },
    'a timer that fires early': {
      breaks: /a deadline fired early|recorded before its time/,
      built: () => ({ workerClock: hourAhead }),
    },
    'a timer that is lost with its sweeper': {
      breaks: /it never comes to rest|nobody was reminded/,
      built: ({ tables }) => ({ timers: (process) => new ForeverLeased(process, tables) }),
    },
    'a timer that does not move with its duty': {
      breaks: /a timer is lost|nobody was reminded|it never comes to rest/,
      built: (_, watcher) => ({ tables: new StiffTables(watcher) }),
    },
    'an outbox that is written afterwards': {
      breaks: /an effect never happened/,
      built: (_, watcher) => {
        const tables = new HalvedTables(watcher);
        return { tables, cases: (process) => new HalvedCases(process, tables) };
      },
    },
    'a key that is not remembered': {
      breaks: /the same key was carried out twice/,
      built: (_, watcher) => ({ tables: new KeylessTables(watcher) }),
    },
    'a write without the guard of the version': {
      breaks: /a gap/,
      built: (_, watcher) => ({ tables: new UnguardedTables(watcher) }),
    },
    'a relay that keeps no order': {
      breaks: /was told .* out of order/,
      built: ({ tables }) => ({ outbox: (process) => new DisorderlyOutbox(process, tables) }),
    },
  };
