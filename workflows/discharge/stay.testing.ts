import {
  addressees,
  definitionOf,
  judge,
  nextTimer,
  step,
  type Accepted,
  type Asker,
  type CaseEvent,
  type CaseState,
  type CommandDeclaration,
  type CommandRequest,
  type DutyDeclaration,
  type MachineId,
  type OpenDuty,
  type Timer,
} from '@hemgang/engine';
import { instantAt, type Instant, type Text } from '@hemgang/kernel';
import { vasterbottenAssumed } from '@workflows/agreement';
import { discharge } from './index';
import { staffOf, units, WARD } from './units.testing';

type Payload = Readonly<Record<string, unknown>>;

/** A command as somebody asks for it. */
export interface Asked {
  readonly name: string;
  readonly payload?: Payload;
  readonly by?: Asker;
  readonly recordedAt: Instant;
  readonly occurredAt?: Instant;
  readonly handover?: MachineId | undefined;
}

export interface Refused {
  readonly kind: 'refused';
  readonly because: 'command' | 'role' | 'state' | 'payload' | 'rule';
  readonly why?: Text;
}

/** `2026-03-02 08:00` as a Swedish clock shows it. */
export function at(local: string): Instant {
  const [date = '', time = ''] = local.split(' ');
  return instantAt(date, time);
}

export const patient = {
  number: '19460529-9817',
  name: 'Elsa Sjöström',
  address: 'Storgatan 12, 903 26 Umeå',
  municipality: '2480',
};

export const allNeeds = { socialServices: true, municipalHealthCare: true, openCare: true };

/**
 * A stay on its way, played as the use case plays it: role and unit, state, payload, rules, step.
 * Everything is a real history through `step`; no state is made by hand.
 */
export class Stay {
  readonly log: CaseEvent[] = [];
  private current: CaseState | null = null;
  private lastStep: Accepted | null = null;

  /** @param known which facts of the patient the ward has (2017:612 2:2) */
  constructor(private readonly known = { number: true, name: true, address: true }) {}

  get state(): CaseState {
    if (this.current === null) throw new Error('nobody has been admitted');
    return this.current;
  }

  get last(): Accepted {
    if (this.lastStep === null) throw new Error('nothing has happened');
    return this.lastStep;
  }

  /** A command that may be refused. */
  ask(asked: Asked): Accepted | Refused {
    const command = [discharge.open, ...discharge.commands].find(({ name }) => name === asked.name);
    if (command === undefined || (command === discharge.open) !== (this.current === null)) {
      return { kind: 'refused', because: 'command' };
    }
    const by = asked.by ?? this.usualAsker(command, asked.handover);
    const machine = this.addressee(command, by, asked.handover);
    if (this.current !== null && machine === undefined) return { kind: 'refused', because: 'role' };
    const present = this.judged(command, machine, null);
    if (present?.because === 'state') return present;
    const read = command.payload.safeParse(asked.payload ?? {});
    if (!read.success) return { kind: 'refused', because: 'payload' };
    const request = this.requestOf(command, read.data as Payload, asked, by);
    const refused = this.judged(command, machine, request);
    return refused ?? this.take(eventOf(command, this.current, machine, request));
  }

  /** A command that must be taken. @param when as a Swedish clock shows it */
  give(when: string, name: string, payload: Payload = {}, more: Partial<Asked> = {}): this {
    const answer = this.ask({ name, payload, recordedAt: at(when), ...more });
    if (answer.kind === 'accepted') return this;
    const why = answer.why === undefined ? '' : ` (${answer.why.sv})`;
    throw new Error(`${name} at ${when} was refused because of its ${answer.because}${why}`);
  }

  /** Lets an event through without asking whether it may happen. */
  take(event: CaseEvent): Accepted | Refused {
    const result = step(discharge, this.current, event, vasterbottenAssumed);
    if (result.kind !== 'accepted') return { kind: 'refused', because: 'state' };
    this.current = result.state;
    this.lastStep = result;
    this.log.push(event);
    return result;
  }

  /** Fires every timer that is due, in the order of their times, as the sweeper does. */
  sweep(now: Instant): Accepted[] {
    const due = this.timers().filter(({ fireAt }) => fireAt <= now);
    return due
      .sort((a, b) => (a.fireAt < b.fireAt ? -1 : 1))
      .map((timer) => this.take(ladderEvent(this.state, timer, now)))
      .filter((result) => result.kind === 'accepted');
  }

  timers(): Timer[] {
    return this.state.duties
      .map((duty) => nextTimer(duty, declarationOf(this.state, duty)))
      .filter((timer) => timer !== null);
  }

  duty(key: string, machine?: MachineId): OpenDuty {
    const found = this.state.duties.find(
      (duty) => duty.key === key && (machine === undefined || duty.machine === machine),
    );
    if (found === undefined) throw new Error(`no open duty "${key}"`);
    return found;
  }

  private requestOf(
    { lookups }: CommandDeclaration,
    payload: Payload,
    asked: Asked,
    by: Asker,
  ): CommandRequest<Payload> {
    const named = lookups?.units?.(payload) ?? [];
    const kinds = named.flatMap((id) => (units[id] === undefined ? [] : [[id, units[id].kind]]));
    return {
      payload,
      occurredAt: asked.occurredAt ?? asked.recordedAt,
      recordedAt: asked.recordedAt,
      actor: { person: 'p-1', unit: by.unit, assignment: 'a-1' },
      given: {
        ...(named.length === 0 ? {} : { units: Object.fromEntries(kinds) }),
        ...(lookups?.patient === true ? { patient: this.known } : {}),
      },
    };
  }

  private judged(
    command: CommandDeclaration,
    machine: MachineId | undefined,
    request: CommandRequest | null,
  ): Refused | null {
    if (this.current === null || machine === undefined) {
      const rule = command.refuse.find(({ when }) => when(undefined, request));
      return rule === undefined ? null : { kind: 'refused', because: 'rule', why: rule.why };
    }
    const verdict = judge(discharge, this.current, command, machine, request);
    return verdict && { kind: 'refused', because: verdict.because, why: verdict.why };
  }

  private addressee(
    command: CommandDeclaration,
    by: Asker,
    handover: MachineId | undefined,
  ): MachineId | undefined {
    if (this.current === null) return undefined;
    const mine = addressees(discharge, this.current, command, by);
    return mine.find((id) => handover === undefined || id === handover);
  }

  private usualAsker({ to }: CommandDeclaration, handover: MachineId | undefined): Asker {
    if (to === 'discharge') return staffOf(WARD);
    const receiver = Object.keys(this.state.machines).find((id) =>
      handover === undefined ? id !== 'discharge' : id === handover,
    );
    const { kind, context } = this.state.machines[receiver ?? ''] ?? { kind: '', context: {} };
    return staffOf(definitionOf(discharge, kind).unit(context));
  }
}

/** What a duty of the case was declared as. */
export function declarationOf({ machines }: CaseState, duty: OpenDuty): DutyDeclaration {
  const kind = machines[duty.machine]?.kind ?? '';
  const declaration = definitionOf(discharge, kind).duties[duty.key];
  if (declaration === undefined) throw new Error(`duty "${duty.key}" is not declared`);
  return declaration;
}

function eventOf(
  { name, content }: CommandDeclaration,
  state: CaseState | null,
  machine: MachineId | undefined,
  { payload, ...request }: CommandRequest<Payload>,
): CaseEvent {
  // What is personal or free text stands elsewhere: the machines must do without it.
  const kept = Object.entries(payload).filter(([key]) => !content.includes(key));
  return {
    ...request,
    type: name,
    seq: (state?.seq ?? 0) + 1,
    payload: Object.fromEntries(kept),
    ...(machine === undefined ? {} : { machine }),
  };
}

export function ladderEvent(state: CaseState, timer: Timer, now: Instant): CaseEvent {
  return {
    type: 'ladder',
    seq: state.seq + 1,
    occurredAt: timer.fireAt,
    recordedAt: now,
    actor: { system: 'sweeper' },
    payload: { duty: timer.duty, step: timer.step, due: timer.due },
    given: {},
  };
}
