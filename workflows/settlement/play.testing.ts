import {
  addressees,
  brokenRule,
  commandOf,
  judge,
  keeping,
  step,
  type Asker,
  type CaseEvent,
  type CaseState,
  type CommandRequest,
} from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import { settlementAssumed, type SettlementAgreement } from '@workflows/agreement';
import { settlement, type Basis, type RowWeight } from './index';
import { settlementInputSample } from './samples';

export const REGION: Asker = { unit: 'region-betalning', roles: ['administrator'] };
export const UMEA: Asker = { unit: 'umea-betalning', roles: ['administrator'] };

/** A computed month of three stays: two dear days and seven that cost nothing. */
export const individual: Basis = settlementInputSample.basis;

/** The same month where a municipality pays for what its average exceeds: 9 days, 2 stays, 3 free. */
export const average: Basis = {
  ...individual,
  policy: { id: 'genomsnitt-manad-3', version: 1 },
  model: 'average',
  threshold: 3,
  orePerDay: 1_160_000,
  totals: { ...individual.totals, totalOre: 3 * 1_160_000 },
};

/** The same month where three of them decide: 19 days of 6 stays. */
export const gated: Basis = {
  ...average,
  model: 'averageGated',
  together: {
    ...{ average: 3, inARow: 1 },
    months: [
      { month: '2025-12', n: 1, sumDays: 7 },
      { month: '2026-01', n: 3, sumDays: 3 },
      { month: '2026-02', n: 2, sumDays: 9 },
    ],
  },
};

/** The rows of both: each name weighs the same. */
const DEAR: RowWeight = { paid: true, ore: 1_160_000 };
export const rows: Readonly<Record<string, RowWeight>> = {
  'p1.2026-02-05': DEAR,
  'p1.2026-02-06': DEAR,
  'p2.2026-02-10': { paid: false, ore: 0 },
};

export type Outcome = 'played' | 'command' | 'role' | 'state' | 'payload' | 'rule';

interface Asked {
  readonly by: Asker;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** A local day of 2026, `03-02`, at nine in the morning. */
  readonly on: string;
}

/** A settlement lived through as the use case does it, one command after the other. */
export class Play {
  state: CaseState | null = null;
  readonly log: CaseEvent[] = [];

  constructor(
    private basis: Basis = individual,
    private readonly agreement: SettlementAgreement = settlementAssumed,
    private known = rows,
  ) {}

  /** The facts of the stays have changed: the next computation gives this. */
  corrected(basis: Basis, known: typeof rows): void {
    this.basis = basis;
    this.known = known;
  }

  get now(): CaseState {
    if (this.state === null) throw new Error('nothing has been opened');
    return this.state;
  }

  open(change: Readonly<Record<string, unknown>> = {}): Outcome {
    const payload = { municipality: '2480', month: '2026-02', ...change };
    return this.give('open-settlement', { by: REGION, on: '03-02', payload });
  }

  /** Opened, reviewed and signed by the region. */
  signed(): this {
    this.open();
    this.give('review-settlement', { by: UMEA, on: '03-04' });
    this.give('sign-for-region', { by: REGION, on: '03-05' });
    return this;
  }

  locked(): this {
    this.signed().give('sign-for-municipality', { by: UMEA, on: '03-06' });
    return this;
  }

  give(name: string, { by, payload: raw = {}, on }: Asked): Outcome {
    const command = commandOf(settlement, name);
    const { state } = this;
    if (command === undefined) return 'command';
    const named = command.address === undefined ? undefined : raw[command.address];
    const mine = state === null ? [] : addressees(settlement, state, command, by);
    const machine = state === null ? undefined : mine.find((id) => id === (named ?? id));
    if (state !== null && machine === undefined) return 'role';
    const judged = (request: CommandRequest | null) =>
      state === null || machine === undefined
        ? brokenRule(command.refuse, undefined, request) && 'rule'
        : judge(settlement, state, command, machine, request)?.because;
    if (state !== null && judged(null) === 'state') return 'state';
    const read = command.payload.safeParse(raw);
    if (!read.success) return 'payload';
    const payload = read.data as Readonly<Record<string, unknown>>;
    const at: Instant = `2026-${on}T08:00:00.000Z`;
    const actor = { person: by.unit, unit: by.unit, assignment: by.unit };
    const context = state?.machines[machine ?? '']?.context ?? null;
    const given = this.given(command, payload, context);
    const request = { payload, occurredAt: at, recordedAt: at, actor, given };
    const broken = judged(request);
    if (broken !== undefined) return broken;
    const content = Object.entries(payload).filter(([key]) => !command.content.includes(key));
    const attested = state === null ? undefined : command.attests?.(context, request);
    const event: CaseEvent = {
      ...{ ...request, type: name, seq: (state?.seq ?? 0) + 1 },
      ...(machine === undefined ? {} : { machine }),
      payload: Object.fromEntries(content),
      given: { ...given, ...(attested === undefined ? {} : { attested }) },
    };
    const result = step(settlement, state, event, this.agreement);
    if (result.kind !== 'accepted') return 'state';
    this.log.push(
      state === null ? event : keeping(event, command, state, settlement.main, result.touched),
    );
    this.state = result.state;
    return 'played';
  }

  private given(
    { lookups }: NonNullable<ReturnType<typeof commandOf>>,
    payload: Readonly<Record<string, unknown>>,
    context: unknown,
  ): Readonly<Record<string, unknown>> {
    const asked = lookups?.basis?.(payload, context);
    const row = lookups?.row?.(payload);
    const disputed = asked?.rows.flatMap((name) =>
      this.known[name] === undefined ? [] : [[name, this.known[name]]],
    );
    return {
      ...(context === null
        ? { agreement: this.agreement, workflow: { version: settlement.version, hash: '' } }
        : {}),
      ...(asked === undefined
        ? {}
        : {
            basis: {
              ...this.basis,
              ...(asked.municipality === '2480' ? { payer: UMEA.unit } : {}),
              disputed: Object.fromEntries(disputed ?? []) as Record<string, RowWeight>,
            },
          }),
      ...(row === undefined || this.known[row] === undefined ? {} : { row: this.known[row] }),
    };
  }
}
