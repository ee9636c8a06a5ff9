import {
  addressees,
  agentOf,
  aim,
  commandOf,
  definitionOf,
  EVENT_MAKERS,
  EVENT_RECEIVERS,
  judge,
  mayAnswer,
  keeping,
  step,
  type Accepted,
  type Asker,
  type CaseEvent,
  type CaseState,
  type CommandDeclaration,
  type CommandRequest,
  type LoggedEvent,
  type MachineId,
  type Missed,
  type RegisteredFacts,
} from '@hemgang/engine';
import type { Instant, Text } from '@hemgang/kernel';
import { vasterbottenAssumed } from '@workflows/agreement';
import { discharge, dischargeContext } from './index';
import { staffOf, units, WARD, type TestUnit } from './units.testing';

type Payload = Readonly<Record<string, unknown>>;

/** A command as somebody asks for it. */
export interface Asked {
  readonly name: string;
  readonly payload?: Payload;
  /** Absent: staff of the unit that the command is meant for. */
  readonly by?: Asker;
  readonly recordedAt: Instant;
  readonly occurredAt?: Instant;
  readonly handover?: MachineId | undefined;
  /** How the others had been told before it was entered. */
  readonly registered?: RegisteredFacts;
}

export interface Played {
  readonly kind: 'played';
  readonly event: CaseEvent;
  readonly result: Accepted;
}

export interface Refused {
  readonly kind: 'refused';
  readonly because: 'command' | 'role' | 'state' | 'payload' | 'rule' | 'event';
  readonly why?: Text;
}

/** Which of the patient's facts the ward has (2017:612 2:2). */
export interface Known {
  readonly number: boolean;
  readonly name: boolean;
  readonly address: boolean;
  /** She was under 18 at the admission. */
  readonly child?: true;
}

export const everythingKnown: Known = { number: true, name: true, address: true };

/**
 * Plays a command as the use case does: role and unit, state, payload, rules, step.
 * @param state null: the command opens the case
 * @param log what has happened, for commands that name an earlier event
 */
export function play(
  state: CaseState | null,
  asked: Asked,
  known: Known = everythingKnown,
  log: readonly LoggedEvent[] = [],
): Played | Refused {
  const command = commandOf(discharge, asked.name);
  if (command === undefined || (command === discharge.open) !== (state === null)) {
    return refused('command');
  }
  if (state !== null && command.to === EVENT_MAKERS)
    return playRattelse(state, asked, command, log);
  if (state !== null && command.to === EVENT_RECEIVERS) return playAnswer(state, asked, command);
  const by = asked.by ?? usualAsker(state, command, asked.handover);
  const machine = state === null ? undefined : addressee(state, command, by, asked.handover);
  if (state !== null && machine === undefined) return refused('role');
  const present = judged(state, command, machine, null);
  if (present?.because === 'state') return present;
  const read = command.payload.safeParse(asked.payload ?? {});
  if (!read.success) return refused('payload');
  const request = requestOf(command, read.data as Payload, { ...asked, by }, known);
  const broken = judged(state, command, machine, request);
  if (broken !== null) return broken;
  const plain = eventOf(command, state, machine, request);
  const { registered } = asked;
  const event =
    registered === undefined ? plain : { ...plain, payload: { ...plain.payload, registered } };
  const result = step(discharge, state, event, vasterbottenAssumed);
  if (result.kind !== 'accepted') return refused('state');
  const kept =
    state === null ? event : keeping(event, command, state, discharge.main, result.touched);
  return { kind: 'played', event: kept, result };
}

function playRattelse(
  state: CaseState,
  asked: Asked,
  command: CommandDeclaration,
  log: readonly LoggedEvent[],
): Played | Refused {
  const by = asked.by ?? makerOf(log, asked.payload?.['event']);
  const read = command.payload.safeParse(asked.payload ?? {});
  if (!read.success) return refused('payload');
  const request = requestOf(command, read.data as Payload, { ...asked, by }, everythingKnown);
  const event = eventOf(command, state, undefined, request);
  const original = aim(discharge, state, log, {
    type: asked.name as 'correct',
    payload: event.payload,
    recordedAt: asked.recordedAt,
    asker: by,
  });
  if ('because' in original) return missed(original);
  const aimed = { ...event, machine: original.machine, given: { original } };
  const result = step(discharge, state, aimed);
  return result.kind === 'accepted' ? { kind: 'played', event: aimed, result } : refused('state');
}

/** What a unit says of an event that was registered afterwards. */
function playAnswer(state: CaseState, asked: Asked, command: CommandDeclaration): Played | Refused {
  const { by = staffOf(WARD), payload = {} } = asked;
  const read = command.payload.safeParse(payload);
  if (!read.success) return refused('payload');
  const entry = mayAnswer(state, payload['event'] as number, by.unit);
  if (typeof entry === 'string') return refused(entry === 'unit' ? 'role' : entry);
  const request = requestOf(command, read.data as Payload, { ...asked, by }, everythingKnown);
  const event = eventOf(command, state, entry.machine, request);
  const result = step(discharge, state, event);
  if (result.kind !== 'accepted') return refused('state');
  const kept = keeping(event, command, state, discharge.main, result.touched);
  return { kind: 'played', event: kept, result };
}

function missed(found: Missed): Refused {
  switch (found.because) {
    case 'unit':
      return refused('role');
    case 'facts':
      return refused('payload');
    case 'value':
      return refused('rule', found.why);
    case 'state':
      return refused('state', found.why);
    case 'event':
      return refused('event');
  }
}

/** Staff of the unit that made an event. */
function makerOf(log: readonly LoggedEvent[], seq: unknown): Asker {
  const actor = log.find((event) => event.seq === seq)?.actor;
  return staffOf(actor !== undefined && 'unit' in actor ? actor.unit : WARD);
}

function refused(because: Refused['because'], why?: Text): Refused {
  return { kind: 'refused', because, ...(why === undefined ? {} : { why }) };
}

function judged(
  state: CaseState | null,
  command: CommandDeclaration,
  machine: MachineId | undefined,
  request: CommandRequest | null,
): Refused | null {
  if (state === null || machine === undefined) return null;
  const verdict = judge(discharge, state, command, machine, request);
  return verdict && refused(verdict.because, verdict.why);
}

function addressee(
  state: CaseState,
  command: CommandDeclaration,
  by: Asker,
  handover: MachineId | undefined,
): MachineId | undefined {
  const mine = addressees(discharge, state, command, by).filter(
    (id) => handover === undefined || id === handover,
  );
  const open = mine.find((id) => judge(discharge, state, command, id, null)?.because !== 'state');
  return open ?? mine[0];
}

function usualAsker(
  state: CaseState | null,
  { to, by }: CommandDeclaration,
  handover: MachineId | undefined,
): Asker {
  if (state === null) return staffOf(WARD);
  if (to === 'discharge') return staffOf(dischargeContext(state).unit);
  const groupOf = (id: string) => definitionOf(discharge, state.machines[id]?.kind ?? '').group;
  const mine = Object.keys(state.machines).filter((id) => groupOf(id) === to);
  const id = handover ?? (to === 'move' ? mine.at(-1) : mine[0]) ?? '';
  const machine = state.machines[id];
  if (machine === undefined) throw new Error(`there is no ${to} "${id}"`);
  const definition = definitionOf(discharge, machine.kind);
  const own = definition.unit(machine.context);
  const [unit = ''] = by?.(machine.context) ?? [own];
  // Nobody at a unit outside has an account: the ward gives the command for it.
  return staffOf(unit === own ? (agentOf(definition, machine)?.unit ?? own) : unit);
}

function requestOf(
  { lookups, patient }: CommandDeclaration,
  payload: Payload,
  { by, recordedAt, occurredAt, registered }: Asked & { readonly by: Asker },
  known: Known,
): CommandRequest<Payload> {
  const named = lookups?.units?.(payload) ?? [];
  const standing = lookups?.standing?.(payload) ?? [];
  const municipal = lookups?.municipality?.(payload).concat(by.unit) ?? [];
  const compared = lookups?.huvudman?.(payload).concat(by.unit) ?? [];
  return {
    payload,
    occurredAt: occurredAt ?? registered?.at ?? recordedAt,
    recordedAt,
    actor: { person: 'p-1', unit: by.unit, assignment: 'a-1' },
    given: {
      ...(named.length === 0
        ? {}
        : {
            units: factOf(named, ({ kind }) => kind),
            ownWards: factOf(named, (unit) => unit.ownWard),
          }),
      ...outside(named),
      ...(standing.length === 0 ? {} : { standing: factOf(standing, (unit) => unit.standing) }),
      ...(municipal.length === 0 ? {} : { municipality: factOf(municipal, municipalityOf) }),
      ...(compared.length === 0 ? {} : { huvudman: factOf(compared, (unit) => unit.huvudman) }),
      ...(lookups?.patient === true ? { patient: known } : {}),
      ...(patient === undefined ? {} : { person: personNamed(payload) }),
      ...(lookups?.child === true ? { child: known.child === true } : {}),
    },
  };
}

/** `kommun-2460` is the municipality 2460; a region is none. */
function municipalityOf({ huvudman }: TestUnit): string | undefined {
  return /^kommun-(\d{4})$/.exec(huvudman)?.[1];
}

/** Numbers of people who are on record already. */
const ON_RECORD = ['19460529-9817', '19410312-9815'];

/** The number that the case goes by already, whoever it is about. */
export const SAME_NUMBER = '19200101-9810';

/** What the use case would find out about the person that a payload names. */
function personNamed({ patient }: Payload): Payload {
  const { number = '', municipality = null } = (patient ?? {}) as Readonly<Record<string, string>>;
  return {
    number: number.startsWith('VB') ? 'reservnummer' : 'personnummer',
    is: number === SAME_NUMBER ? 'same' : ON_RECORD.includes(number) ? 'known' : 'new',
    municipality,
  };
}

function outside(named: readonly string[]): { readonly external?: readonly string[] } {
  const external = named.filter((id) => units[id]?.external === true);
  return external.length === 0 ? {} : { external };
}

/** One fact of each named unit that has it. */
function factOf(
  named: readonly string[],
  fact: (unit: TestUnit) => string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    named.flatMap((id) => {
      const found = units[id] && fact(units[id]);
      return found === undefined ? [] : [[id, found]];
    }),
  );
}

function eventOf(
  command: CommandDeclaration,
  state: CaseState | null,
  machine: MachineId | undefined,
  { payload, ...request }: CommandRequest<Payload>,
): CaseEvent {
  const { content } = command;
  // What is personal or free text stands elsewhere: the machines must do without it.
  const shown = Object.entries(payload).filter(([key]) => !content.includes(key));
  const told = Object.fromEntries(shown);
  return {
    ...request,
    type: command.name,
    seq: (state?.seq ?? 0) + 1,
    payload: told,
    ...(machine === undefined ? {} : { machine }),
  };
}
