import {
  addressees,
  brokenRule,
  commandOf,
  judge,
  step,
  type Asker,
  type CaseEvent,
  type CaseState,
  type CommandRequest,
} from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import { avvikelseAssumed } from '@workflows/agreement';
import { avvikelse } from './index';

export const UMEA: Asker = { unit: 'umea-bistand-norr', roles: ['municipal-coordinator'] };
export const WARD: Asker = { unit: 'nus-medicin-2', roles: ['ward-staff'] };
export const STRANGER: Asker = { unit: 'ersboda-halsocentral', roles: ['primary-care-nurse'] };

export const text = 'Läkemedelslistan kom dagen efter.';
export const actions = 'Vi har gått igenom rutinen.';
export const reason = 'Svaret säger inget om helger.';

const REPORT = {
  ...{ about: '00000000-0000-4000-8000-000000000000', to: WARD.unit },
  ...{ category: 'lakemedel', consequence: 'risk', text },
};

/** What the use case has looked up: both are in the case, of two huvudmän, with accounts. */
export const GIVEN = {
  about: { type: 'discharge' },
  units: { [WARD.unit]: 'ward' },
  huvudman: { [WARD.unit]: 'region-24', [UMEA.unit]: 'kommun-2480' },
};

type Outcome = 'played' | 'command' | 'unit' | 'state' | 'payload' | 'rule';

/** An avvikelse lived through as the use case does it. */
export class Play {
  state: CaseState | null = null;
  readonly log: CaseEvent[] = [];
  /** What was handed out, by event: entry, ground and to whom. */
  readonly told: string[] = [];

  get now(): CaseState {
    if (this.state === null) throw new Error('nothing has been reported');
    return this.state;
  }

  report(change: object = {}, given: Readonly<Record<string, unknown>> = GIVEN): Outcome {
    return this.give('report-avvikelse', UMEA, '03-02', { ...REPORT, ...change }, given);
  }

  /** Reported, and received by the ward. */
  received(): this {
    this.report();
    this.give('receive-avvikelse', WARD, '03-03');
    return this;
  }

  answered(): this {
    this.received().give('answer-avvikelse', WARD, '03-04', { actions });
    return this;
  }

  sentBack(): this {
    this.answered().give('send-back-answer', UMEA, '03-05', { reason });
    return this;
  }

  closed(): this {
    this.answered().give('close-avvikelse', UMEA, '03-06');
    return this;
  }

  /** @param on a local day of 2026, at nine in the morning */
  give(
    name: string,
    by: Asker,
    on: string,
    raw: object = {},
    given: Readonly<Record<string, unknown>> = {},
  ): Outcome {
    const command = commandOf(avvikelse, name);
    const { state } = this;
    if (command === undefined) return 'command';
    const machine = state === null ? undefined : addressees(avvikelse, state, command, by)[0];
    if (state !== null && machine === undefined) return 'unit';
    const judged = (request: CommandRequest | null) =>
      state === null || machine === undefined
        ? brokenRule(command.refuse, undefined, request) && 'rule'
        : judge(avvikelse, state, command, machine, request)?.because;
    if (state !== null && judged(null) === 'state') return 'state';
    const read = command.payload.safeParse(raw);
    if (!read.success) return 'payload';
    const payload = read.data as Readonly<Record<string, unknown>>;
    const at: Instant = `2026-${on}T08:00:00.000Z`;
    const actor = { person: by.unit, unit: by.unit, assignment: by.unit };
    const opening = { agreement: avvikelseAssumed, workflow: { version: 1, hash: '' } };
    const facts = { ...given, ...(state === null ? opening : {}) };
    const request = { payload, occurredAt: at, recordedAt: at, actor, given: facts };
    const broken = judged(request);
    if (broken !== undefined) return broken;
    const values = Object.entries(payload).filter(([key]) => !command.content.includes(key));
    const event: CaseEvent = {
      ...{ ...request, type: name, seq: (state?.seq ?? 0) + 1 },
      ...(machine === undefined ? {} : { machine }),
      payload: Object.fromEntries(values),
    };
    const result = step(avvikelse, state, event, avvikelseAssumed);
    if (result.kind !== 'accepted') return 'state';
    for (const effect of result.effects) {
      if (effect.type !== 'disclose') continue;
      this.told.push(`${effect.entry} ${effect.legalBasis} ${effect.units.join()}`);
    }
    this.log.push(event);
    this.state = result.state;
    return 'played';
  }
}
