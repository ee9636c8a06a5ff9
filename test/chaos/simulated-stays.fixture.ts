import { readerOf, type Reader } from '@hemgang/access';
import { WorkflowRegistry } from '@hemgang/cases';
import {
  DEMO_COUNTY,
  monthPlan,
  storyScript,
  type DatedStory,
  type StoryStep,
} from '@hemgang/demo';
import { Directory } from '@hemgang/directory';
import type { CaseState } from '@hemgang/engine';
import { HOUR_MS } from '@hemgang/kernel';
import { causeName, discharge, dischargeContext } from '@workflows/discharge';
import { dispatchOf } from '@workflows/dispatch';
import type { Wish } from './simulated-clients.fixture';
import type { Kind, Scenario } from './simulated-life.fixture';
import type { CaseRecord, SimulatedTables } from './simulated-tables.fixture';
import type { Dice } from './virtual-dice.fixture';
import type { VirtualWorld } from './virtual-world.fixture';

/** A fortnight of the invented county, across a night in which the clocks are put forward. */
const PLAN = { days: 14, seed: 2026, now: '2026-04-05T12:00:00.000Z' };
/** The longest ladder and the longest duty of a discharge. */
const AFTERWARDS_MS = 200 * 24 * HOUR_MS;
const PATH = 'discharges';

/** Beside what the story tells: somebody does what nobody expects, or takes a duty. */
const UNEXPECTED = 0.12;
const TAKEN = 0.08;
/** Mostly the next thing happens when the last has been answered. */
const HURRIED = 0.1;
const TAIL_ACTS = 60;

/** A stay of the invented county, told by its script; chance and some bystanders interfere. */
class Stays implements Scenario {
  readonly startsAt: string;
  readonly afterwardsMs = AFTERWARDS_MS;
  private readonly steps: readonly StoryStep[];
  private readonly people: readonly string[];
  private next = 0;
  private tail = TAIL_ACTS;

  constructor(
    private readonly directory: Directory,
    { story, admittedAt }: DatedStory,
    private readonly dice: Dice,
  ) {
    this.startsAt = admittedAt;
    this.steps = storyScript(story, admittedAt).steps;
    this.people = [...new Set(this.steps.map(({ by }) => by))];
  }

  get isOver(): boolean {
    if (this.next < this.steps.length) return false;
    this.tail -= 1;
    return this.tail < 0;
  }

  wish(tables: SimulatedTables, world: VirtualWorld, unanswered: number): Wish | null {
    const { dice } = this;
    const cases = [...tables.cases.values()];
    const [first] = cases;
    if (first !== undefined && dice.chance(UNEXPECTED)) return this.unexpected(dice.pick(cases));
    if (first !== undefined && dice.chance(TAKEN)) return this.taking(dice.pick(cases));
    if (unanswered > 0 && !dice.chance(HURRIED)) return null;
    const step = this.steps[this.next];
    if (step === undefined) return null;
    this.next += 1;
    world.passUntil(step.at);
    const found = cases.find(({ index }) => index === step.stay);
    const { command, payload } = step;
    const by = this.reader(step.by);
    if (found === undefined) return { by, path: PATH, caseId: null, command, body: payload };
    const { id, state } = found.stored;
    return { by, path: PATH, caseId: id, command, body: bodyOf(state, step) };
  }

  private unexpected({ stored }: CaseRecord): Wish {
    const { name, example } = this.dice.pick(discharge.commands);
    const by = this.reader(this.dice.pick(this.people));
    const body = example as Wish['body'];
    return { by, path: PATH, caseId: stored.id, command: name, body };
  }

  private taking({ stored }: CaseRecord): Wish | null {
    const { duties } = stored.state;
    if (duties.length === 0) return null;
    const { id, unit } = this.dice.pick(duties);
    const [somebody] = this.directory.assignmentsOf(unit);
    if (somebody === undefined) return null;
    const by = this.reader(somebody.id);
    return { by, path: PATH, caseId: stored.id, command: 'take', body: { duty: id } };
  }

  private reader(assignment: string): Reader {
    const found = readerOf(this.directory, assignment, 'sv');
    if (found === null) throw new Error(`The county has no ${assignment}.`);
    return found;
  }
}

/** Why the patient waited, as it was said last. */
function latestCause(state: CaseState): string {
  return causeName(dischargeContext(state).delayCauses?.at(-1)?.event ?? 0);
}

function bodyOf(state: CaseState, { names, payload }: StoryStep): Wish['body'] {
  if (names === null) return payload;
  if ('latest' in names) return { ...payload, [names.field]: latestCause(state) };
  const isHomecoming = names.machine === 'homecoming';
  const [id = 'h0-0'] =
    Object.entries(state.machines).find(
      ([machine, { kind, context }]) =>
        machine !== discharge.main &&
        kind !== 'dispatch' &&
        context['unit'] === names.handoverOf &&
        (kind === 'homecoming') === isHomecoming,
    ) ?? [];
  return { ...payload, [names.field]: names.machine === 'dispatch' ? dispatchOf(id) : id };
}

/** Discharges with handovers, on the real workflow. */
export function stays(): Kind {
  const directory = new Directory(DEMO_COUNTY);
  const { stories } = monthPlan(PLAN);
  return {
    registry: new WorkflowRegistry([discharge]),
    directory,
    scenario: (dice) => new Stays(directory, dice.pick(stories), dice),
  };
}
