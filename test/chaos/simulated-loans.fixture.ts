import { NO_SESSION, type Reader } from '@hemgang/access';
import { WorkflowRegistry } from '@hemgang/cases';
import { DEMO_COUNTY, demoPatient } from '@hemgang/demo';
import { Directory } from '@hemgang/directory';
import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import type { Wish } from './simulated-clients.fixture';
import type { Kind, Scenario } from './simulated-life.fixture';
import { CARRIERS, loan, STORES } from './simulated-loan.fixture';
import type { SimulatedTables } from './simulated-tables.fixture';
import { WeighedDice, type Dice } from './virtual-dice.fixture';
import type { VirtualWorld } from './virtual-world.fixture';

const STARTS_AT = '2026-03-27T07:00:00.000Z';
const CASES_MAX = 2;
const WISHES_MIN = 3;
const WISHES_MORE = 6;
/** So many things happen after the last wish until the storm is over. */
const TAIL_ACTS = 20;
const DAY_MS = 24 * HOUR_MS;

/** What is wanted how often; much of it is not possible when it comes. */
const WEIGHTS = {
  lend: 5,
  accept: 5,
  decline: 2,
  bring: 3,
  read: 3,
  extend: 3,
  'move-store': 2,
  'take-home': 1.5,
  'call-off': 0.5,
} as const;

type Name = keyof typeof WEIGHTS;

const WISHES = new WeighedDice<Name>(WEIGHTS);

const BY_CARRIERS: readonly Name[] = ['accept', 'decline', 'bring'];

function reader(unit: string, role: string, person: number): Reader {
  const assignment = `${role}-${person}-${unit}`;
  const staff = `${role}-${person}`;
  const of = { controller: unit, huvudman: 'region-24', language: 'sv' as const };
  return { staff, assignment, unit, roles: [role], ...of, ...NO_SESSION, purpose: 'care' };
}

const lenders = STORES.flatMap((unit) => [1, 2].map((each) => reader(unit, 'lender', each)));
const carriers = CARRIERS.map((unit) => reader(unit, 'carrier', 1));

/** Whatever the little process of loans lets people want, in any order. */
class Loans implements Scenario {
  readonly startsAt = STARTS_AT;
  readonly afterwardsMs = DAY_MS;
  private left: number;
  private tail = TAIL_ACTS;
  private opened = 0;

  constructor(private readonly dice: Dice) {
    this.left = WISHES_MIN + dice.below(WISHES_MORE);
  }

  get isOver(): boolean {
    if (this.left > 0) return false;
    this.tail -= 1;
    return this.tail < 0;
  }

  wish(tables: SimulatedTables, { now }: VirtualWorld): Wish | null {
    if (this.left <= 0) return null;
    this.left -= 1;
    const { dice } = this;
    const cases = [...tables.cases.values()];
    const isNew = this.opened === 0 || (this.opened < CASES_MAX && dice.chance(0.15));
    if (isNew || cases.length === 0) return this.opening();
    const { stored } = dice.pick(cases);
    const command = WISHES.throw(dice);
    const isByCarrier = BY_CARRIERS.includes(command);
    const store = stored.state.machines['store']?.context['unit'];
    // Mostly somebody of the unit that may.
    const may = lenders.filter(({ unit }) => unit === store);
    const by = isByCarrier ? dice.pick(carriers) : dice.pick(dice.chance(0.9) ? may : lenders);
    const wish: Wish = {
      by,
      path: 'loans',
      caseId: stored.id,
      command,
      body: this.body(command, now),
    };
    const isGuarded = dice.chance(0.25);
    return isGuarded ? { ...wish, ifVersion: stored.version - dice.below(2) } : wish;
  }

  private opening(): Wish {
    const { number, name } = demoPatient(this.opened);
    this.opened += 1;
    const body = { patient: { number, name } };
    const by = this.dice.pick(lenders);
    return { by, path: 'loans', caseId: null, command: 'ask', body };
  }

  private body(command: Name, now: Instant): Wish['body'] {
    const { dice } = this;
    switch (command) {
      case 'lend':
        return { carriers: CARRIERS.slice(0, 1 + dice.below(CARRIERS.length)) };
      case 'move-store':
        return { unit: dice.pick(STORES) };
      case 'extend':
        return { until: plusMs(now, dice.below(8 * HOUR_MS)) };
      default:
        return {};
    }
  }
}

export function loans(): Kind {
  return {
    registry: new WorkflowRegistry([loan]),
    directory: new Directory(DEMO_COUNTY),
    scenario: (dice) => new Loans(dice),
  };
}
