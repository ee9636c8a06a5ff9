import {
  MIGRATED,
  MIGRATION_UNDONE,
  undoMigration,
  type Accepted,
  type CaseEvent,
  type VersionMark,
} from '@hemgang/engine';
import { later, type Clock, type Instant, type Text } from '@hemgang/kernel';
import {
  LOWEST_ID,
  type AccessLog,
  type CaseStore,
  type StoredCase,
  type VersionStore,
} from '@hemgang/store';
import { caseEvents } from './case-events';
import type { RegisteredWorkflow, WorkflowRegistry } from './registry';
import { systemAccess, systemWrite } from './system-write';
import {
  decideMigration,
  hindered,
  markOf,
  migrationEvent,
  orHindered,
  otherStructure,
  planOf,
  type CasePlan,
  type Crossing,
  type Hindered,
} from './version-plan';

/** A case that keeps changing is left to the next run after so many decisions. */
const DECISIONS_MAX = 5;

/** Cases read at a time: some hundred kilobytes. */
const PAGE = 100;

/** A case that was not taken over, or back, and why. */
export interface LeftCase {
  readonly caseId: string;
  readonly why: Text;
}

/** What a run has done; a run that was stopped is gone on with by running it again. */
export interface MovedCases {
  readonly moved: number;
  readonly left: readonly LeftCase[];
  readonly stopped: boolean;
}

export interface VersionResources {
  readonly registry: WorkflowRegistry;
  readonly cases: CaseStore;
  readonly versions: VersionStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  afterCommit(): void;
}

/** What becomes of one case in one round; `again` when somebody was faster. */
type Round = 'moved' | 'not-here' | 'again' | Hindered;

/**
 * Changes the process while cases live: takes open cases over to another version of their workflow,
 * one by one, each by an ordinary write. Closed cases stay what they were.
 * @throws DatabaseUnavailable
 */
export class Versions {
  constructor(private readonly on: VersionResources) {}

  /** The older versions that have a migration to this one; none when nothing leads there. */
  leadingTo(type: string, version: number): readonly number[] {
    return this.crossingsTo(type, version).map(({ from }) => from.definition.version);
  }

  /** What taking every open case over would do, case by case. Writes only what was looked at. */
  async plan(type: string, version: number): Promise<readonly CasePlan[]> {
    const plans: CasePlan[] = [];
    const now = this.on.clock.now();
    for (const crossing of this.crossingsTo(type, version)) {
      for await (const page of this.openOn(crossing.from)) {
        await this.on.access.append(
          page.map(({ id, personId }) => systemAccess('plan:workflow', now, id, personId)),
        );
        plans.push(...page.map((found) => planOf(crossing, found, now)));
      }
    }
    return plans;
  }

  /** Takes every open case over. A case that changes meanwhile is decided again. */
  async apply(type: string, version: number, stopping: AbortSignal): Promise<MovedCases> {
    const run = new Tally(stopping);
    for (const crossing of this.crossingsTo(type, version)) {
      for await (const page of this.openOn(crossing.from)) {
        await this.each(page, run, (found) => this.migrateOnce(crossing, found));
        if (run.isStopped) break;
      }
    }
    return run.done();
  }

  /** Takes the cases back that nothing has happened to since they were taken over. */
  async undo(type: string, version: number, stopping: AbortSignal): Promise<MovedCases> {
    const run = new Tally(stopping);
    const to = this.on.registry.of(type, version);
    const asked = { type, version, migrated: MIGRATED };
    const read = (after: string) => this.on.versions.migratedTo(asked, after, PAGE);
    for await (const page of pages(read)) {
      await this.each(page, run, (found) => this.undoOnce(to, found));
      if (run.isStopped) break;
    }
    return run.done();
  }

  private crossingsTo(type: string, version: number): Crossing[] {
    const { registry } = this.on;
    return registry.migrationsTo(type, version).map((migration) => ({
      migration,
      from: registry.of(type, migration.from.version),
      to: registry.of(type, version),
    }));
  }

  private openOn({ definition }: RegisteredWorkflow): AsyncIterable<readonly StoredCase[]> {
    const { type, version } = definition;
    return pages((after) => this.on.versions.openOn(type, version, after, PAGE));
  }

  private async each(
    page: readonly { readonly id: string }[],
    run: Tally,
    decide: (found: StoredCase) => Promise<Round>,
  ): Promise<void> {
    for (const { id } of page) {
      if (run.isStopped) return;
      run.count(id, await this.decided(id, decide));
    }
  }

  private async decided(
    id: string,
    decide: (found: StoredCase) => Promise<Round>,
  ): Promise<Exclude<Round, 'again'>> {
    for (let round = 0; round < DECISIONS_MAX; round += 1) {
      const { case: found } = await this.on.cases.load(id);
      const result = found === null ? 'not-here' : await decide(found);
      if (result !== 'again') return result;
    }
    return hindered('ärendet ändrades hela tiden', 'the case kept changing');
  }

  private async migrateOnce(crossing: Crossing, found: StoredCase): Promise<Round> {
    const { state } = found;
    const isHere = state.workflowVersion === crossing.from.definition.version;
    if (!isHere || state.closedAt !== null) return 'not-here';
    const event = migrationEvent(crossing, state, this.now(found));
    return this.write(crossing.to, found, event, decideMigration(crossing, found, event));
  }

  private async undoOnce(to: RegisteredWorkflow, found: StoredCase): Promise<Round> {
    if (found.state.workflowVersion !== to.definition.version) return 'not-here';
    const [last] = await this.on.cases.events(found.id, found.version - 1, 1);
    if (last?.type !== MIGRATED) {
      return hindered('något har hänt i ärendet sedan dess', 'something has happened since');
    }
    const { from } = last.payload as unknown as { readonly from: VersionMark };
    const back = this.on.registry.of(found.type, from.version);
    if (back.hash !== from.hash) return otherStructure(from.version);
    const event = undoEvent(back, to, found, this.now(found));
    const [migrated] = caseEvents([last]);
    if (migrated === undefined) return 'again';
    return this.write(back, found, event, orHindered(undoMigration(migrated, found.state, event)));
  }

  private async write(
    workflow: RegisteredWorkflow,
    found: StoredCase,
    event: CaseEvent,
    result: Accepted | Hindered,
  ): Promise<Round> {
    if (result.kind === 'hindered') return result;
    const outcome = await this.on.cases.write(systemWrite(workflow, found, event, result));
    if (outcome.kind === 'stay-open') {
      return hindered('patienten har ett annat vårdtillfälle', 'the patient has another open stay');
    }
    if (outcome.kind !== 'written') return 'again';
    this.on.afterCommit();
    return 'moved';
  }

  /** Two processes' clocks differ by milliseconds: never earlier than the opening of the case. */
  private now({ state }: StoredCase): Instant {
    return later(this.on.clock.now(), state.openedAt);
  }
}

function undoEvent(
  back: RegisteredWorkflow,
  to: RegisteredWorkflow,
  { version }: StoredCase,
  recordedAt: Instant,
): CaseEvent {
  return {
    type: MIGRATION_UNDONE,
    seq: version + 1,
    occurredAt: recordedAt,
    recordedAt,
    actor: { system: 'workflow' },
    payload: { from: markOf(to), to: markOf(back) },
    given: {},
  };
}

/** Rows page by page, in the order of their ids. */
async function* pages<Row extends { readonly id: string }>(
  read: (after: string) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let after = LOWEST_ID;
  for (;;) {
    const page = await read(after);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.id;
  }
}

/** Counts what a run does. */
class Tally {
  private moved = 0;
  private readonly left: LeftCase[] = [];

  constructor(private readonly stopping: AbortSignal) {}

  get isStopped(): boolean {
    return this.stopping.aborted;
  }

  count(caseId: string, result: 'moved' | 'not-here' | Hindered): void {
    if (result === 'moved') this.moved += 1;
    else if (result !== 'not-here') this.left.push({ caseId, why: result.why });
  }

  done(): MovedCases {
    return { moved: this.moved, left: this.left, stopped: this.isStopped };
  }
}
