import { isDeepStrictEqual } from 'node:util';
import {
  replayed,
  rungAt,
  Seeder,
  WorkflowRegistry,
  type Life,
  type Service,
} from '@hemgang/cases';
import { DEMO_COUNTY, storyBegins, storyPlan, storyScript } from '@hemgang/demo';
import { Directory, hoursOfUnit } from '@hemgang/directory';
import {
  agentOf,
  definitionOf,
  nextTimer,
  urgencyOf,
  type Accepted,
  type CaseState,
} from '@hemgang/engine';
import {
  CaseStore,
  openDatabase,
  type Database,
  type DutyRow,
  type EventRow,
  type TimerRow,
} from '@hemgang/store';
import { discharge } from '@workflows/discharge';
import { discharge2, toDischarge2 } from './discharge-2.fixture';

const county = new Directory(DEMO_COUNTY);

/** The program after an upgrade: the new version is there and the way to it. */
export const upgraded = () => new WorkflowRegistry([discharge, discharge2], [toDischarge2]);

/** The first stories of one stay in the county's plan, all of them somewhere in their middle now. */
export function livesInTheMiddle(count: number): readonly Life[] {
  const { firstPart, rest } = storyPlan();
  const once = [...firstPart, ...rest].filter(({ story }) => story.again.length === 0);
  return once.slice(0, count).map(({ story }) => ({
    key: `live-${story.key}`,
    beginsAt: (now) => storyBegins({ story, life: 'present' }, now),
    steps: (openedAt) =>
      storyScript(story, openedAt).steps.map((step) => ({ ...step, of: 0, path: 'discharges' })),
  }));
}

/** Lives cases to the present by the use cases, as the demo does. */
export async function live(service: Service, lives: readonly Life[]): Promise<void> {
  const seeder = new Seeder(service, (progress) => service.seeding.record(progress));
  const begun = await seeder.begin(lives.length, DEMO_COUNTY);
  if (typeof begun === 'string') throw new Error(begun);
  const stopping = new AbortController().signal;
  const onLived = () => undefined;
  await seeder.run(begun, {
    lives,
    upTo: lives.length,
    now: () => service.clock.now(),
    reminds: false,
    lanes: 4,
    gently: false,
    stopping,
    onLived,
  });
}

/** Everything that is stored of a case. */
export interface StoredLife {
  readonly id: string;
  readonly version: number;
  readonly workflowVersion: number;
  readonly hash: string;
  readonly word: string;
  readonly state: CaseState;
  readonly duties: readonly DutyRow[];
  readonly timers: readonly TimerRow[];
  readonly events: readonly EventRow[];
}

/** Looks behind the use cases, with times spelled as the store spells them. */
export class Shelf {
  private constructor(private readonly database: Database) {}

  static async at(databaseUrl: string): Promise<Shelf> {
    const applicationName = 'hemgang-test-shelf';
    return new Shelf(await openDatabase({ databaseUrl, poolSize: 2, applicationName }));
  }

  close(): Promise<void> {
    return this.database.close();
  }

  /** Every case that is not closed, by id. */
  async open(): Promise<readonly StoredLife[]> {
    return (await this.lives()).filter(({ state }) => state.closedAt === null);
  }

  /** Every case, by id. */
  async lives(): Promise<readonly StoredLife[]> {
    const cases = await this.rows<Omit<StoredLife, 'duties' | 'timers' | 'events'>>(
      'shelf-cases',
      `select id, version, workflow_version as "workflowVersion", definition_hash as hash, word, state
       from cases order by id`,
    );
    const duties = await this.rows<DutyRow & { caseId: string }>(
      'shelf-duties',
      `select case_id as "caseId", id, key, machine, unit, person, since, due_at as due,
              opened_seq as "openedSeq", closed_seq as "closedSeq", closed_at as "closedAt", outcome
       from duties`,
    );
    const timers = await this.rows<TimerRow & { caseId: string }>(
      'shelf-timers',
      `select case_id as "caseId", duty, step, due_at as due, fire_at as "fireAt"
       from timers`,
    );
    const store = new CaseStore(this.database);
    const lives: StoredLife[] = [];
    for (const one of cases) {
      lives.push({
        ...one,
        duties: of(one.id, duties).sort(byId),
        timers: of(one.id, timers).sort((a, b) => (a.duty < b.duty ? -1 : 1)),
        events: await store.events(one.id, 0, one.version + 1),
      });
    }
    return lives;
  }

  private rows<Row>(name: string, text: string): Promise<Row[]> {
    return this.database.run<Row>({ name, text }, []);
  }
}

function of<Row extends { caseId: string }>(caseId: string, rows: readonly Row[]) {
  return rows.filter((row) => row.caseId === caseId).map(({ caseId: _, ...row }) => row);
}

/** What is wrong with a stored case: its rows must say the same as its log lived again. */
export function faultsOfLife(registry: WorkflowRegistry, stored: StoredLife): string[] {
  const { state, events, duties, timers } = stored;
  const steps = replayed(registry, state.type, events);
  const faults = [
    !isDeepStrictEqual(asStored(steps.at(-1)?.state), state) && 'the log gives another state',
    events.some(({ seq }, index) => seq !== index + 1) && 'the log has a gap',
    !isDeepStrictEqual(openRows(duties), openOf(state)) && 'the rows of open duties differ',
    !isDeepStrictEqual(closedRows(duties), closedOf(steps)) && 'the rows of ended duties differ',
    !isDeepStrictEqual(timers, timersOf(registry, stored)) && 'the timers differ from the duties',
    state.duties.some(({ unit }) => unit === '') && 'a duty has no owner',
    stored.workflowVersion !== state.workflowVersion && 'the version differs',
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${stored.id}: ${fault}`);
}

type Told = Pick<DutyRow, 'id' | 'key' | 'unit' | 'person' | 'since' | 'due'>;

function told({ id, key, unit, person, since, due }: Told): Told {
  return { id, key, unit, person, since, due };
}

function openRows(duties: readonly DutyRow[]): Told[] {
  return duties.filter(({ closedSeq }) => closedSeq === null).map(told);
}

function openOf({ duties }: CaseState): Told[] {
  return [...duties].sort(byId).map((duty) => told({ ...duty, person: duty.person ?? null }));
}

function closedRows(duties: readonly DutyRow[]) {
  return duties
    .filter(({ closedSeq }) => closedSeq !== null)
    .map(({ id, outcome, closedAt }) => ({ id, outcome, closedAt }));
}

/** What the steps ended and did not open again. */
function closedOf(steps: readonly Accepted[]) {
  const ended = new Map<string, { id: string; outcome: string; closedAt: string }>();
  for (const { opened, closed } of steps) {
    for (const { id } of opened) ended.delete(id);
    for (const { id, outcome, closedAt } of closed) ended.set(id, { id, outcome, closedAt });
  }
  return [...ended.values()].sort(byId);
}

/** By the clock alone, or put off to when opening hours let the rung speak. */
function timersOf(registry: WorkflowRegistry, { state, timers }: StoredLife): TimerRow[] {
  const { definition } = registry.of(state.type, state.workflowVersion);
  return [...state.duties].sort(byId).flatMap((duty) => {
    const machine = state.machines[duty.machine]!;
    const declared = definitionOf(definition, machine.kind);
    const declaration = declared.duties[duty.key]!;
    const timer = nextTimer(duty, declaration);
    const hours = hoursOfUnit(county, agentOf(declared, machine)?.unit ?? duty.unit);
    if (timer === null || hours === null) return timer ?? [];
    const rung = declaration.ladder[duty.passed ?? 0]!;
    const urgency = urgencyOf(declaration, machine.context);
    const opens = rungAt(timer.due, rung, urgency, hours);
    const isPutOff = timers.some((row) => row.duty === duty.id && row.fireAt === opens);
    return { ...timer, ...(isPutOff ? { fireAt: opens } : {}) };
  });
}

/** In an order that knows no language. */
function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** A state as it comes back from the database: as JSON, without what is undefined. */
function asStored(state: unknown): unknown {
  return JSON.parse(JSON.stringify(state)) as unknown;
}
