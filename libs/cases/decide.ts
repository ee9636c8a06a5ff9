import {
  addressees,
  brokenRule,
  definitionOf,
  commandOf,
  DUTY_OWNERS,
  EVENT_MAKERS,
  EVENT_RECEIVERS,
  judge,
  keeping,
  mayAnswer,
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
import type { EventRow } from '@hemgang/store';
import {
  invalidField,
  isRefusal,
  readPayload,
  splitContent,
  type Envelope,
  type NamedDisclosure,
} from './envelope';
import { originalIn } from './rattelse';
import { relationByState } from './relation';
import { judgeAccess, type Reader } from '@hemgang/access';
import { judgeRegistered, judgeTold, withRegistered } from './registered';
import type { RegisteredWorkflow } from './registry';

/** A command that may be carried out: what was asked, what becomes of it. */
export interface Decision {
  readonly event: CaseEvent;
  /** The part of the payload that is kept per controller and not in the event. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly accepted: Accepted;
  /** The ground that its giver names for handing the content out. */
  readonly ground?: NamedDisclosure | undefined;
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
  /** Content that was computed for the event, beside what was sent. */
  readonly computed: Readonly<Record<string, unknown>>;
  /** The whole log of the case, for commands that name an earlier event; empty for all others. */
  readonly log: readonly EventRow[];
}

/** The declaration of a command by name; also those that every case takes. */
export function commandNamed(
  definition: WorkflowDefinition,
  name: string,
): CommandDeclaration | undefined {
  return name === definition.open.name ? undefined : commandOf(definition, name);
}

/** Whether the caller's unit, role and purpose may give the command in this case, whatever its state. */
export function mayGive(asked: Asked, state: CaseState): Refusal | null {
  const { command, reader, workflow } = asked;
  const { definition } = workflow;
  const answer = judgeAccess({
    asks: 'command',
    type: definition.type,
    relation: relationByState(definition, state, reader.unit),
    by: reader,
    isAddressed: isAddressed(asked, state),
  });
  return answer.isAllowed ? null : { ...answer.refusal, detail: command.possibleWhen };
}

/** Whether a part of the case takes the command from the caller's unit and role, as declared. */
function isAddressed({ command, reader, workflow }: Asked, state: CaseState): boolean {
  switch (command.to) {
    case EVENT_MAKERS:
      // Whose event it is shows when the event has been found.
      return true;
    case EVENT_RECEIVERS:
      // Only a unit that has been told something by phone, fax or paper has anything to answer to.
      return state.afterwards?.some(({ told }) => told.includes(reader.unit)) === true;
    case DUTY_OWNERS:
      return state.duties.some(({ unit }) => unit === reader.unit);
    default:
      return addressees(workflow.definition, state, command, reader).length > 0;
  }
}

/**
 * Decides a command on an open case: state, payload, rules, then the step. Pure.
 * The caller has checked that the reader may give it.
 */
export function decide(asked: Asked, state: CaseState): Decision | Refusal {
  const { command } = asked;
  if (command.to === EVENT_MAKERS) return decideRattelse(asked, state);
  if (command.to === EVENT_RECEIVERS) return decideAnswer(asked, state);
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

/** Decides a rättelse of an earlier event: it happens now, and works after the end of the case. */
function decideRattelse(asked: Asked, state: CaseState): Decision | Refusal {
  const registeredRefusal = judgeRegistered(asked, state, undefined);
  if (registeredRefusal !== null) return registeredRefusal;
  const request = requestOf(asked, state.openedAt);
  if (isRefusal(request)) return request;
  const original = originalIn(asked, state, asked.log, request);
  if ('code' in original) return original;
  const given = { ...request.given, original };
  return take(asked, state, original.machine, { ...request, given });
}

/** Decides what a unit says of an event that was registered afterwards; works after the end too. */
function decideAnswer(asked: Asked, state: CaseState): Decision | Refusal {
  const { command, reader } = asked;
  const registeredRefusal = judgeRegistered(asked, state, undefined);
  if (registeredRefusal !== null) return registeredRefusal;
  const request = requestOf(asked, state.openedAt);
  if (isRefusal(request)) return request;
  const found = mayAnswer(state, request.payload['event'] as number, reader.unit);
  switch (found) {
    case 'event':
      return invalidField('/event', 'unknown');
    case 'unit':
      return { code: 'ROLE_NOT_ALLOWED', detail: command.possibleWhen };
    case 'state':
      return notPossible(command);
    default:
      return take(asked, state, found.machine, request);
  }
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
    return state.machines[named] === undefined || !hasMachine(asked, state)
      ? { code: 'PAYLOAD_INVALID', errors: [{ path: `/${field}`, code: 'unknown' }] }
      : { code: 'ROLE_NOT_ALLOWED', detail: command.possibleWhen };
  }
  const open = mine.filter((id) => notNow(asked, state, id) === null);
  if (open.length > 1) {
    return { code: 'HANDOVER_AMBIGUOUS', members: { choices: open } };
  }
  return open[0] ?? mine[0] ?? notPossible(command);
}

/** Who has no part of a case of its own is not told which parts there are. */
function hasMachine({ workflow, reader }: Asked, state: CaseState): boolean {
  return Object.values(state.machines).some(
    ({ kind, context }) => definitionOf(workflow.definition, kind).unit(context) === reader.unit,
  );
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
    ![DUTY_OWNERS, EVENT_MAKERS, EVENT_RECEIVERS].includes(command.to) &&
    command.address === undefined;
  if (envelope.handover !== undefined && !isAddressed) {
    return invalidField('', 'unknown_field');
  }
  const read = readPayload(command, envelope.rest);
  if (isRefusal(read)) return read;
  const { registered } = envelope;
  const occurredAt = envelope.occurredAt ?? registered?.at ?? now;
  const since = openedAt ?? occurredAt;
  if (registered !== undefined && (registered.at > now || registered.at < since)) {
    return outOfRange('/registered/at');
  }
  // What has been told has happened.
  if (occurredAt > (registered?.at ?? now) || occurredAt < since) return outOfRange('/occurredAt');
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

function outOfRange(path: string): Refusal {
  return { code: 'TIME_REFUSED', errors: [{ path, code: 'out_of_range' }] };
}

function take(
  asked: Asked,
  state: CaseState | null,
  machine: MachineId | undefined,
  request: CommandRequest<Readonly<Record<string, unknown>>>,
  agreement?: CaseState['agreement'],
): Decision | Refusal {
  const { workflow, command, envelope } = asked;
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
    given: {
      ...request.given,
      ...attested(command, state, machine ?? workflow.definition.main, request),
      ...(state === null ? opening(workflow, agreement) : {}),
    },
  };
  const result = step(workflow.definition, state, event, agreement);
  if (result.kind !== 'accepted') return notPossible(command);
  const toldRefusal = judgeTold(asked, state, machine, result.state);
  if (toldRefusal !== null) return toldRefusal;
  const { main } = workflow.definition;
  const keptEvent = state === null ? event : keeping(event, command, state, main, result.touched);
  return {
    event: keptEvent,
    content: { ...content, ...asked.computed },
    accepted: result,
    ground: envelope.disclosure,
  };
}

/** What the giver of the command puts a name to, as the case knows it now. */
function attested(
  command: CommandDeclaration,
  state: CaseState | null,
  machine: MachineId,
  request: CommandRequest,
): Readonly<Record<string, unknown>> {
  const context = state?.machines[machine]?.context;
  if (command.attests === undefined || context === undefined) return {};
  return { attested: command.attests(context, request) };
}

/** With the opening event the log says by which rules it is to be read. */
function opening(
  { definition, hash }: RegisteredWorkflow,
  agreement: CaseState['agreement'] = {},
): OpeningFacts & Readonly<Record<string, unknown>> {
  return { workflow: { version: definition.version, hash }, agreement };
}
