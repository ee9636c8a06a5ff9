import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import {
  ledger,
  POLICIES,
  readFacts,
  type Ledger,
  type PaymentEventType,
} from '@workflows/payment';
import fc from 'fast-check';
import { at, LivedStay, places } from './lived-stay.fixture';
import { LEDGER_EVENTS } from './logs';
import { stayFacts } from './stay-facts';

/** Those in which every day has a reason of its own. */
const INDIVIDUAL = POLICIES.filter(({ model }) => model === 'individual');

const NEEDS = { socialServices: true, municipalHealthCare: false, openCare: false };
const UMEA = { person: { number: 'personnummer', is: 'new', municipality: '2480' } };
const RECEIVERS = {
  receivers: ['umea-bistand', 'mariehem'],
  expectedDischargeAt: at('2023-02-01 12:00'),
};

/** What may happen next, after so many hours; much of it is refused where it makes no sense. */
interface Choice {
  readonly what: (typeof WHATS)[number];
  readonly hours: number;
  /** Told by phone so many hours before it was recorded. */
  readonly earlier: number;
}

const WHATS = [
  'ready',
  'ready',
  'withdraw',
  'leave',
  'clarify',
  'opposed',
  'discharge',
  'correct',
  'strike',
] as const;

const choices: fc.Arbitrary<readonly Choice[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...WHATS),
    hours: fc.integer({ min: 1, max: 90 }),
    earlier: fc.constantFrom(0, 0, 1),
  }),
  { minLength: 3, maxLength: 9 },
);

interface Written {
  readonly type: PaymentEventType;
  readonly at: Instant;
}

/** A stay that is lived in the system and, line by line, written down by hand as a facts file. */
class TwiceTold {
  readonly stay = new LivedStay();
  /** What a line of the log would be in the file. */
  readonly file = new Map<number, readonly Written[]>();
  readonly struck = new Set<string>();
  /** How to write again what a correction took the place of, by its number. */
  private readonly corrected = new Map<number, () => void>();
  now = at('2023-01-16 09:00');

  constructor() {
    this.stay.give(local(this.now), 'admit', { needs: NEEDS }, { given: UMEA });
    this.now = plusMs(this.now, HOUR_MS);
    const sent = this.stay.give(local(this.now), 'send-inskrivningsmeddelande', RECEIVERS);
    this.write(sent, 'inskrivningsmeddelande-sent');
    this.write(sent, 'open-care-unavailable');
  }

  take({ what, hours, earlier }: Choice): void {
    this.now = plusMs(this.now, hours * HOUR_MS);
    const then = plusMs(this.now, -earlier * HOUR_MS);
    const phoned = earlier === 0 ? {} : { toldAt: local(then) };
    switch (what) {
      case 'ready':
        return this.write(
          this.attempt('mark-utskrivningsklar', { judgedAt: then }, phoned),
          'utskrivningsklar-sent',
          then,
        );
      case 'withdraw':
        return this.write(this.attempt('withdraw-utskrivningsklar'), 'utskrivningsklar-withdrawn');
      case 'leave': {
        const leave = { from: this.now, until: plusMs(this.now, HOUR_MS) };
        const seq = this.attempt('note-permission', leave);
        this.write(seq, 'permission-start');
        return this.write(seq, 'permission-end', leave.until);
      }
      case 'clarify':
        return this.write(
          this.attempt(
            'clarify-open-care',
            { available: true },
            { by: 'mariehem', machine: 'h2-2' },
          ),
          'open-care-clarified',
        );
      case 'opposed':
        return this.write(
          this.attempt('answer', { answer: 'declined' }, { by: 'umea-bistand', machine: 'h2-1' }),
          'measures-opposed',
        );
      case 'discharge':
        return this.write(this.attempt('discharge'), 'discharged');
      case 'correct':
        return this.correct();
      case 'strike':
        return this.strike();
    }
  }

  /** The facts of the file, as `payment explain` reads them. */
  facts() {
    const events = [...this.file.values()].flat();
    const { content, faults } = readFacts({
      ...{ admittedAt: at('2023-01-16 09:00'), careType: 'somatic', folkbokforing: '2480' },
      ...{ region: '24', sipRequired: false, asOf: this.now, events },
    });
    if (content === undefined) throw new Error(JSON.stringify(faults));
    return content;
  }

  private correct(): void {
    const left = this.stay.lines.findLast(({ type }) => type === 'discharge')?.seq ?? 0;
    const leftAt = plusMs(this.now, -2 * HOUR_MS);
    const before = this.file.get(left);
    const seq = before && this.attempt('correct', { event: left, leftAt });
    if (before === undefined || seq === undefined || seq === null) return;
    this.file.set(left, [{ type: 'discharged', at: leftAt }]);
    this.corrected.set(seq, () => this.file.set(left, before));
  }

  private strike(): void {
    const { seq } = this.stay.lines.at(-1) ?? { seq: 0 };
    if (seq <= 2 || this.attempt('makulera-event', { event: seq }) === null) return;
    this.file.delete(seq);
    this.corrected.get(seq)?.();
    this.struck.add(`stay.${seq}`);
  }

  private write(seq: number | null, type: PaymentEventType, when = this.now): void {
    if (seq !== null) this.file.set(seq, [...(this.file.get(seq) ?? []), { type, at: when }]);
  }

  /** @returns null when the process does not take it now */
  private attempt(
    ...[type, payload, more]: Parameters<LivedStay['give']> extends [string, ...infer Rest]
      ? Rest
      : never
  ): number | null {
    try {
      return this.stay.give(local(this.now), type, payload, more);
    } catch {
      return null;
    }
  }
}

/** As the fixture reads a time: minutes are enough. */
function local(instant: Instant): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return parts.format(new Date(instant));
}

function lived(told: TwiceTold, until = told.stay.lines.length) {
  const logs = { stay: told.stay.until(until), sips: [] };
  const facts = stayFacts(logs, places, told.now)?.payers[0]?.facts;
  if (facts === undefined) throw new Error('nobody pays');
  return facts;
}

/** Every event of the log that something of the facts rests on. */
function restsOn(told: TwiceTold): readonly string[] {
  const facts = stayFacts({ stay: told.stay.log, sips: [] }, places, told.now);
  return (facts?.payers ?? []).flatMap(({ sources }) => [...sources.values()].flat());
}

/** The same without what it rests on: a file numbers its lines otherwise. */
function withoutEvents({ periods, ...rest }: Ledger) {
  return {
    ...rest,
    periods: periods.map(({ rows, preconditions, blockedBy, ...period }) => ({
      ...period,
      rows: rows.map(({ events: _, ...row }) => row),
      met: preconditions.map(({ requirement, metBy }) => [requirement, metBy?.at]),
      blockedBy: blockedBy.map(({ shownBy, ...hindrance }) => [hindrance, shownBy?.at]),
    })),
  };
}

describe('a ledger from the log of a lived stay', () => {
  it('is the ledger from the facts that somebody wrote down as they happened, struck and corrected', () => {
    fc.assert(
      fc.property(choices, fc.constantFrom(...INDIVIDUAL), (all, policy) => {
        const told = new TwiceTold();
        all.forEach((choice) => told.take(choice));
        const answer = withoutEvents(ledger(lived(told), policy));
        expect(answer).toEqual(withoutEvents(ledger(told.facts(), policy)));
        const read = told.stay.lines.filter(({ type }) => LEDGER_EVENTS.includes(type));
        const facts = stayFacts(
          { stay: { case: 'stay', lines: read }, sips: [] },
          places,
          told.now,
        );
        expect(facts?.payers[0]?.facts).toEqual(lived(told));
        expect(restsOn(told).filter((id) => told.struck.has(id))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('stays what it was when the case goes on: an earlier log gives the earlier ledger', () => {
    fc.assert(
      fc.property(choices, fc.nat(), (all, at) => {
        const told = new TwiceTold();
        const seen = [{ until: told.stay.lines.length, facts: lived(told) }];
        for (const choice of all) {
          told.take(choice);
          seen.push({ until: told.stay.lines.length, facts: lived(told) });
        }
        const { until, facts } = seen[at % seen.length] ?? { until: 0, facts: null };
        expect({ ...lived(told, until), asOf: '' }).toEqual({ ...facts, asOf: '' });
      }),
      { numRuns: 15 },
    );
  });
});
