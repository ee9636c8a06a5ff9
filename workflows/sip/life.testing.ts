import {
  addressees,
  aim,
  brokenRule,
  commandOf,
  judge,
  keeping,
  MAKULERA,
  step,
  type Accepted,
  type Asker,
  type CaseEvent,
  type CaseState,
  type CommandDeclaration,
  type CommandRequest,
  type LoggedEvent,
  type MachineId,
  type OpenDuty,
} from '@hemgang/engine';
import { instantAt, type Instant } from '@hemgang/kernel';
import { sipAssumed, type SipAgreement } from '@workflows/agreement';
import { staffOf, units } from './units.testing';
import { sip, sipContext, type LinkedStay, type SipContext } from './index';

type Payload = Readonly<Record<string, unknown>>;

/** `2026-03-02 08:00` as a Swedish clock shows it. */
export function at(local: string): Instant {
  const [date = '', time = ''] = local.split(' ');
  return instantAt(date, time);
}

export const patient = { number: '19460529-9817', name: 'Elsa Sjöström', municipality: '2480' };

/** What the use case would find out. */
export interface Known {
  readonly stay?: LinkedStay;
  /** Absent: a grown-up. */
  readonly childAge?: 'under-12' | 'from-12' | 'from-15';
  readonly agreement?: SipAgreement;
}

/** Why a command was not taken. */
export type Refusal =
  | { readonly because: 'command' | 'role' | 'state' | 'payload' }
  | { readonly because: 'rule'; readonly why: string };

/** A SIP lived through as the use case does it: a real history, no state is made by hand. */
export class SipLife {
  readonly log: LoggedEvent[] = [];
  readonly steps: Accepted[] = [];
  private current: CaseState | null = null;

  constructor(private readonly known: Known = {}) {}

  get state(): CaseState {
    if (this.current === null) throw new Error('no SIP has been started');
    return this.current;
  }

  get context(): SipContext {
    return sipContext(this.state);
  }

  get word(): string {
    return sip.summary(this.state).word;
  }

  get last(): Accepted {
    const last = this.steps.at(-1);
    if (last === undefined) throw new Error('nothing has happened');
    return last;
  }

  /** @returns null when it was taken */
  ask(when: Instant, name: string, raw: Payload = {}, by?: string): Refusal | null {
    const command = commandOf(sip, name);
    if (command === undefined) return { because: 'command' };
    const asker = staffOf(by ?? this.usual(command, raw));
    if (name === MAKULERA) return this.strike(when, command, raw, asker);
    const { current } = this;
    const machine = current === null ? undefined : this.machineOf(command, raw, asker);
    if (current !== null && machine === undefined) return { because: 'role' };
    const judged = (request: CommandRequest | null) =>
      current === null || machine === undefined
        ? null
        : judge(sip, current, command, machine, request);
    if (judged(null)?.because === 'state') return { because: 'state' };
    const read = command.payload.safeParse(raw);
    if (!read.success) return { because: 'payload' };
    const asksForStay = command.lookups?.stay?.(read.data) !== undefined;
    if (asksForStay && this.known.stay === undefined) return { because: 'payload' };
    const request = this.requestOf(command, read.data as Payload, asker, when);
    const rule =
      current === null ? brokenRule(command.refuse, undefined, request) : judged(request);
    if (rule != null) return { because: 'rule', why: rule.why.sv };
    return this.take(command, request, machine);
  }

  /** A command that must be taken. @param when as a Swedish clock shows it */
  give(when: string, name: string, payload: Payload = {}, by?: string): this {
    const refusal = this.ask(at(when), name, payload, by);
    if (refusal === null) return this;
    throw new Error(`${name} at ${when} was refused: ${JSON.stringify(refusal)}`);
  }

  /** A fact that the stay tells. @returns false when nothing takes it any more */
  told(when: Instant, fact: string, payload: Payload = {}): boolean {
    const event: CaseEvent = {
      type: fact,
      seq: this.state.seq + 1,
      occurredAt: when,
      recordedAt: when,
      actor: { system: 'linked-case' },
      payload: { ...payload, case: 'stay-1', seq: 1 },
      given: {},
    };
    const result = step(sip, this.state, event);
    if (result.kind === 'accepted') this.keep(event, result);
    return result.kind === 'accepted';
  }

  duty(key: string, machine?: MachineId): OpenDuty {
    const found = this.state.duties.find(
      (duty) => duty.key === key && (machine === undefined || duty.machine === machine),
    );
    if (found === undefined) throw new Error(`no open duty "${key}"`);
    return found;
  }

  get owed(): string[] {
    return this.state.duties.map(({ key }) => key).sort();
  }

  /** Whom the last step handed what to on the basis of a consent. */
  get disclosed(): string[] {
    return this.last.effects.flatMap((effect) =>
      effect.type === 'disclose' && effect.legalBasis === 'CONSENT_OR_EXCEPTION'
        ? effect.units
        : [],
    );
  }

  private usual({ to, by, address = '' }: CommandDeclaration, raw: Payload): string {
    if (this.current === null) return 'umea-bistand';
    const id = to === sip.main ? to : String(raw[address]);
    const context = this.state.machines[id]?.context;
    const unit = (context as { readonly unit?: string } | undefined)?.unit ?? this.context.unit;
    return by?.(context)[0] ?? unit;
  }

  private machineOf(
    command: CommandDeclaration,
    raw: Payload,
    asker: Asker,
  ): MachineId | undefined {
    const named = command.address === undefined ? undefined : raw[command.address];
    const mine = addressees(sip, this.state, command, asker);
    return mine.find((id) => id === (named ?? id));
  }

  private requestOf(
    { lookups, patient: names }: CommandDeclaration,
    payload: Payload,
    { unit }: Asker,
    when: Instant,
  ): CommandRequest<Payload> {
    const named = lookups?.units?.(payload) ?? [];
    const compared = lookups?.huvudman?.(payload) ?? [];
    const { stay, childAge, agreement = sipAssumed } = this.known;
    const asks = lookups?.stay?.(payload) !== undefined;
    const factOf = (ids: readonly string[], fact: 'kind' | 'huvudman') =>
      Object.fromEntries(ids.flatMap((id) => (units[id] ? [[id, units[id][fact]]] : [])));
    return {
      payload,
      occurredAt: when,
      recordedAt: when,
      actor: { person: 'p-1', unit, assignment: 'a-1' },
      given: {
        ...(named.length === 0 ? {} : { units: factOf(named, 'kind') }),
        ...(named.some((id) => units[id]?.external === true)
          ? { external: named.filter((id) => units[id]?.external === true) }
          : {}),
        ...(compared.length === 0 ? {} : { huvudman: factOf([...compared, unit], 'huvudman') }),
        ...(lookups?.child === true ? { child: childAge !== undefined } : {}),
        ...(lookups?.childAge === true && childAge !== undefined ? { childAge } : {}),
        ...(asks && stay !== undefined ? { stay } : {}),
        ...(names === undefined ? {} : { person: { number: 'personnummer', is: 'known' } }),
        ...(this.current === null ? { agreement, workflow: { version: 1, hash: '' } } : {}),
      },
    };
  }

  private take(
    command: CommandDeclaration,
    { payload, ...request }: CommandRequest<Payload>,
    machine: MachineId | undefined,
  ): Refusal | null {
    // What is personal or free text stands elsewhere: the machines must do without it.
    const told = Object.entries(payload).filter(([key]) => !command.content.includes(key));
    const event: CaseEvent = {
      ...request,
      type: command.name,
      seq: (this.current?.seq ?? 0) + 1,
      payload: Object.fromEntries(told),
      ...(machine === undefined || machine === sip.main ? {} : { machine }),
    };
    const { agreement = sipAssumed } = this.known;
    const before = this.current;
    const result = step(sip, before, event, agreement);
    if (result.kind !== 'accepted') return { because: 'state' };
    this.keep(
      before === null ? event : keeping(event, command, before, sip.main, result.touched),
      result,
    );
    return null;
  }

  private strike(
    when: Instant,
    command: CommandDeclaration,
    raw: Payload,
    by: Asker,
  ): Refusal | null {
    const read = command.payload.safeParse(raw);
    if (!read.success) return { because: 'payload' };
    const { payload, ...request } = this.requestOf(command, read.data as Payload, by, when);
    const { reason: _reason, ...facts } = payload;
    const asked = { type: MAKULERA, payload: facts, recordedAt: when, asker: by } as const;
    const original = aim(sip, this.state, this.log, asked);
    if ('because' in original) return { because: original.because === 'unit' ? 'role' : 'state' };
    const event: CaseEvent = {
      ...request,
      type: MAKULERA,
      seq: this.state.seq + 1,
      payload: facts,
      given: { original },
      machine: original.machine,
    };
    const result = step(sip, this.state, event);
    if (result.kind !== 'accepted') return { because: 'state' };
    this.keep(event, result);
    return null;
  }

  private keep(event: CaseEvent, result: Accepted): void {
    this.current = result.state;
    this.steps.push(result);
    const told = result.effects.flatMap((effect) =>
      effect.type === 'disclose' ? effect.units : [],
    );
    this.log.push({ ...event, machine: event.machine ?? null, told, moved: result.touched });
  }
}
