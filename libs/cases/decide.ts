import {
  addressees,
  brokenRule,
  definitionOf,
  DUTY_OWNERS,
  judge,
  overlayCommands,
  speaksFor,
  step,
  type Accepted,
  type CaseEvent,
  type CaseState,
  type CommandDeclaration,
  type CommandRequest,
  type MachineId,
  type OpeningFacts,
  type WorkflowDefinition,
  type RefuseRule,
} from '@hemgang/engine';
import type { Instant, Refusal } from '@hemgang/kernel';
import { isRefusal, readPayload, splitContent, type Envelope, type Registered } from './envelope';
import type { Reader } from './reader';
import type { RegisteredWorkflow } from './registry';

/** A command that may be carried out: what was asked, what becomes of it. */
export interface Decision {
  readonly event: CaseEvent;
  /** The part of the payload that is kept per controller and not in the event. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly accepted: Accepted;
}

/** Everything a decision rests on. */
export interface Asked {
  readonly workflow: RegisteredWorkflow;
  readonly command: CommandDeclaration;
  readonly reader: Reader;
  readonly envelope: Envelope;
  readonly now: Instant;
  /** What is looked up once the payload is known; a refusal when it names what cannot be. */
  given(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | Refusal;
}

/** The declaration of a command by name; also those that every case takes. */
export function commandNamed(
  { commands }: Pick<WorkflowDefinition, 'commands'>,
  name: string,
): CommandDeclaration | undefined {
  return [...commands, ...overlayCommands].find((command) => command.name === name);
}

/** Whether the caller's role and unit may give the command in this case, whatever its state. */
export function mayGive(asked: Asked, state: CaseState): Refusal | null {
  const { command, reader, workflow } = asked;
  const may =
    command.to === DUTY_OWNERS
      ? state.duties.some(({ unit }) => unit === reader.unit)
      : addressees(workflow.definition, state, command, reader).length > 0;
  return may ? null : { code: 'ROLE_NOT_ALLOWED', detail: command.possibleWhen };
}

/**
 * Decides a command on an open case: state, payload, rules, then the step. Pure.
 * The caller has checked that the reader may give it.
 */
export function decide(asked: Asked, state: CaseState): Decision | Refusal {
  const { command } = asked;
  const machine = command.to === DUTY_OWNERS ? undefined : addressee(asked, state);
  if (machine !== undefined && typeof machine !== 'string') return machine;
  const stateRefusal = machine === undefined ? null : notNow(asked, state, machine);
  if (stateRefusal !== null) return stateRefusal;
  const registeredRefusal = judgeRegistered(asked, state, machine);
  if (registeredRefusal !== null) return registeredRefusal;
  const request = requestOf(asked, state.openedAt);
  if (isRefusal(request)) return request;
  const brokenRefusal = broken(asked, state, machine, request);
  if (brokenRefusal !== null) return brokenRefusal;
  if (machine === undefined && !ownsDuty(asked, state, request)) return notPossible(command);
  return take(asked, state, machine, request);
}

/** Decides the command that opens a case. `occurredAt` may lie in the past. */
export function decideOpening(asked: Asked, agreement: CaseState['agreement']): Decision | Refusal {
  const registeredRefusal = judgeRegistered(asked, null, undefined);
  if (registeredRefusal !== null) return registeredRefusal;
  const request = requestOf(asked, null);
  if (isRefusal(request)) return request;
  const brokenRefusal = ruleRefusal(brokenRule(asked.command.refuse, undefined, request));
  if (brokenRefusal !== null) return brokenRefusal;
  return take(asked, null, undefined, request, agreement);
}

function addressee(asked: Asked, state: CaseState): MachineId | Refusal {
  const { workflow, command, reader, envelope } = asked;
  const mine = addressees(workflow.definition, state, command, reader);
  const field = command.address ?? 'handover';
  const named = command.address === undefined ? envelope.handover : envelope.rest[field];
  if (typeof named === 'string' && command.to !== workflow.definition.main) {
    if (mine.includes(named)) return named;
    return state.machines[named] === undefined
      ? { code: 'PAYLOAD_INVALID', errors: [{ path: `/${field}`, code: 'unknown' }] }
      : { code: 'ROLE_NOT_ALLOWED', detail: command.possibleWhen };
  }
  const open = mine.filter((id) => notNow(asked, state, id) === null);
  if (open.length > 1) {
    return { code: 'HANDOVER_AMBIGUOUS', members: { choices: open } };
  }
  return open[0] ?? mine[0] ?? notPossible(command);
}

/**
 * What is given for somebody without an account says with whom, how and when, and happened then;
 * what people do themselves does not.
 */
function judgeRegistered(
  { workflow, command, reader, envelope }: Asked,
  state: CaseState | null,
  id: MachineId | undefined,
): Refusal | null {
  const machine = id === undefined ? undefined : state?.machines[id];
  const speaks =
    machine !== undefined &&
    speaksFor(definitionOf(workflow.definition, machine.kind), machine, command, reader);
  const { registered, occurredAt } = envelope;
  if (speaks && registered === undefined) return invalidField('/registered', 'missing');
  if (!speaks && registered !== undefined) return invalidField('', 'unknown_field');
  // The one time is the one that is registered.
  const saysTwice = registered !== undefined && occurredAt !== undefined;
  return saysTwice ? invalidField('/occurredAt', 'unknown_field') : null;
}

function invalidField(path: string, code: string): Refusal {
  return { code: 'PAYLOAD_INVALID', errors: [{ path, code }] };
}

function notNow({ workflow, command }: Asked, state: CaseState, id: MachineId): Refusal | null {
  const verdict = judge(workflow.definition, state, command, id, null);
  return verdict?.because === 'state' ? notPossible(command) : null;
}

/** @param machine undefined: the command is about a duty, whatever machine it belongs to */
function broken(
  { workflow, command }: Asked,
  state: CaseState,
  machine: MachineId | undefined,
  request: CommandRequest,
): Refusal | null {
  if (machine === undefined) return ruleRefusal(brokenRule(command.refuse, undefined, request));
  const verdict = judge(workflow.definition, state, command, machine, request);
  if (verdict === null) return null;
  return verdict.because === 'state' ? notPossible(command) : ruleRefusal(verdict);
}

function ruleRefusal(broken: Pick<RefuseRule, 'why' | 'rule'> | undefined): Refusal | null {
  return broken === undefined
    ? null
    : { code: 'RULE_REFUSED', detail: broken.why, rule: broken.rule };
}

function notPossible(command: CommandDeclaration): Refusal {
  return { code: 'COMMAND_NOT_POSSIBLE', detail: command.possibleWhen };
}

function ownsDuty({ reader }: Asked, state: CaseState, { payload }: CommandRequest): boolean {
  const { duty } = payload as { duty: string };
  return state.duties.some(({ id, unit }) => id === duty && unit === reader.unit);
}

function requestOf(
  asked: Asked,
  openedAt: Instant | null,
): CommandRequest<Readonly<Record<string, unknown>>> | Refusal {
  const { command, envelope, reader, now, workflow } = asked;
  const isAddressed =
    command.to !== workflow.definition.main &&
    command.to !== DUTY_OWNERS &&
    command.address === undefined;
  if (envelope.handover !== undefined && !isAddressed) {
    return invalidField('', 'unknown_field');
  }
  const read = readPayload(command, envelope.rest);
  if (isRefusal(read)) return read;
  const occurredAt = envelope.registered?.at ?? envelope.occurredAt ?? now;
  if (occurredAt > now || (openedAt !== null && occurredAt < openedAt)) {
    const path = envelope.registered === undefined ? '/occurredAt' : '/registered/at';
    return { code: 'TIME_REFUSED', errors: [{ path, code: 'out_of_range' }] };
  }
  const given = asked.given(read.payload);
  if (isRefusal(given)) return given;
  const { staff, unit, assignment } = reader;
  return {
    payload: read.payload,
    occurredAt,
    recordedAt: now,
    actor: { person: staff, unit, assignment },
    given,
  };
}

function take(
  { workflow, command, envelope }: Asked,
  state: CaseState | null,
  machine: MachineId | undefined,
  request: CommandRequest<Readonly<Record<string, unknown>>>,
  agreement?: CaseState['agreement'],
): Decision | Refusal {
  const { event: payload, content } = withRegistered(
    splitContent(command, request.payload),
    envelope.registered,
  );
  const event: CaseEvent = {
    type: command.name,
    seq: (state?.seq ?? 0) + 1,
    occurredAt: request.occurredAt,
    recordedAt: request.recordedAt,
    actor: request.actor,
    ...(machine === undefined ? {} : { machine }),
    payload,
    given: state === null ? { ...request.given, ...opening(workflow, agreement) } : request.given,
  };
  const result = step(workflow.definition, state, event, agreement);
  return result.kind === 'accepted' ? { event, content, accepted: result } : notPossible(command);
}

/** The name is content; channel and time are facts of the event. */
function withRegistered(
  { event, content }: ReturnType<typeof splitContent>,
  registered: Registered | undefined,
): ReturnType<typeof splitContent> {
  if (registered === undefined) return { event, content };
  const { name, ...facts } = registered;
  return {
    event: { ...event, registered: facts },
    content: { ...content, registered: { name } },
  };
}

/** With the opening event the log says by which rules it is to be read. */
function opening(
  { definition, hash }: RegisteredWorkflow,
  agreement: CaseState['agreement'] = {},
): OpeningFacts & Readonly<Record<string, unknown>> {
  return { workflow: { version: definition.version, hash }, agreement };
}
