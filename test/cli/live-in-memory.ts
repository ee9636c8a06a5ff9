import type { LifeStep } from '@hemgang/cases';
import { DEMO_COUNTY } from '@hemgang/demo';
import { Directory } from '@hemgang/directory';
import {
  addressees,
  brokenRule,
  definitionOf,
  judge,
  speaksFor,
  step,
  type Accepted,
  type CaseEvent,
  type CaseState,
  type CommandDeclaration,
  type WorkflowDefinition,
} from '@hemgang/engine';
import { dischargeAgreement, sipAssumed, vasterbottenAssumed } from '@workflows/agreement';
import { callerOf, causeName, discharge, dischargeContext } from '@workflows/discharge';
import { dispatchOf } from '@workflows/dispatch';
import { sip, sipContext } from '@workflows/sip';

export const county = new Directory(DEMO_COUNTY);

/** What lives by its path, and by which agreement. */
const WORKFLOWS: Readonly<
  Record<string, { of: WorkflowDefinition; agreement: Readonly<Record<string, unknown>> }>
> = {
  discharges: { of: discharge, agreement: dischargeAgreement.parse(vasterbottenAssumed) },
  sips: { of: sip, agreement: sipAssumed },
};

/** What is known of a patient whose admission named everything. */
const patient = { name: true, number: true, address: true };

/** Scripts admit people whose personnummer is known. */
const person = { number: 'personnummer', is: 'new', municipality: '2480' };

/** Cases in memory, each named by its place in the life. */
type Cases = CaseState[];

/**
 * Lives through a life's cases, by the same declarations and the same engine as the real use cases,
 * without a database; they tell each other what they have to tell.
 * @returns what has become of every case
 * @throws Error saying which step is not permitted and why
 */
export function liveThrough(steps: readonly LifeStep[]): readonly CaseState[] {
  const cases: Cases = [];
  steps.forEach((step, index) => {
    try {
      const isBack = step.path === 'discharges' && cases[step.of] === undefined && step.of > 0;
      live(cases, step);
      if (isBack) tell(cases, step.of - 1, 'patient-readmitted', {}, step.at, step.of);
    } catch (error) {
      throw new Error(`step ${index} ${step.command} of case ${step.of}: ${String(error)}`);
    }
  });
  return cases;
}

function live(cases: Cases, script: LifeStep): void {
  const { effects, state } = taken(cases, script);
  cases[script.of] = state;
  pass(cases, effects, script.at, script.of);
}

/** What was told in a step reaches the cases that it is for. */
function pass(cases: Cases, effects: Accepted['effects'], at: string, source: number): void {
  for (const effect of effects) {
    if (effect.type !== 'tell-case') continue;
    for (const target of effect.cases) {
      tell(cases, Number(target), effect.fact, effect.payload, at, source);
    }
  }
}

/** A case never refuses a fact: what it does not know of is only noted. */
function tell(
  cases: Cases,
  target: number,
  fact: string,
  payload: object,
  at: string,
  source: number,
): void {
  const state = cases[target];
  if (state === undefined) throw new Error(`no case ${target} to tell`);
  const result = step(workflowOf(state).of, state, {
    type: fact,
    seq: state.seq + 1,
    occurredAt: at,
    recordedAt: at,
    actor: { system: 'linked-case' },
    payload: { ...payload, case: String(source), seq: cases[source]?.seq ?? 1 },
    given: { closed: state.closedAt !== null },
  });
  if (result.kind !== 'accepted') return;
  cases[target] = result.state;
  pass(cases, result.effects, at, target);
}

function workflowOf({ type }: CaseState) {
  const found = Object.values(WORKFLOWS).find(({ of }) => of.type === type);
  if (found === undefined) throw new Error(`no workflow ${type}`);
  return found;
}

/**
 * Takes one step of a script.
 * @throws Error saying why the step is not permitted
 */
function taken(cases: Cases, script: LifeStep): Accepted {
  const state = cases[script.of] ?? null;
  const { of: workflow, agreement } = WORKFLOWS[script.path]!;
  const command = [workflow.open, ...workflow.commands].find(({ name }) => name === script.command);
  const assignment = county.assignment(script.by);
  if (command === undefined) throw new Error(`no command ${script.command}`);
  if (assignment === undefined) throw new Error(`no assignment ${script.by}`);
  const { unit, roles, staff } = assignment;
  const { registered, ...own } = { ...script.payload, ...named(state, script) };
  const payload = command.payload.parse(withoutHandover(own, script)) as Record<string, unknown>;
  const request = {
    payload: registered === undefined ? payload : { ...payload, registered },
    occurredAt: script.at,
    recordedAt: script.at,
    actor: { person: staff, unit, assignment: assignment.id },
    given: givenTo(cases, command, payload, unit),
  };
  const event: CaseEvent = { ...request, type: command.name, seq: (state?.seq ?? 0) + 1 };
  if (state === null) {
    if (!command.roles.some((role) => roles.includes(role as never))) throw new Error('role');
    if (brokenRule(command.refuse, undefined, request)) throw new Error('rule at the opening');
    return accepted(step(workflow, null, event, agreement));
  }
  const machine = addressed(workflow, state, script);
  if (!addressees(workflow, state, command, { unit, roles }).includes(machine)) {
    throw new Error(`${unit} may not give ${command.name} to ${machine}`);
  }
  const definition = definitionOf(workflow, state.machines[machine]?.kind ?? '');
  const speaks = speaksFor(definition, state.machines[machine]!, command, { unit, roles });
  if (speaks !== (registered !== undefined)) throw new Error('registered');
  const refusal = judge(workflow, state, command, machine, request);
  if (refusal !== null) throw new Error(`${refusal.because}: ${refusal.why.en}`);
  return accepted(step(workflow, state, { ...event, machine }));
}

/** What the use case would find out. */
function givenTo(
  cases: Cases,
  { lookups, patient: names }: CommandDeclaration,
  payload: Record<string, unknown>,
  giver: string,
): Record<string, unknown> {
  const units = lookups?.units?.(payload) ?? [];
  const compared = lookups?.huvudman?.(payload) ?? [];
  const external = units.filter((id) => county.unit(id)?.external != null);
  const stay = lookups?.stay?.(payload);
  return {
    units: Object.fromEntries(units.map((id) => [id, county.unit(id)?.kind])),
    ...(external.length === 0 ? {} : { external }),
    huvudman: Object.fromEntries([...compared, giver].map((id) => [id, county.huvudmanOf(id)?.id])),
    ownWards: Object.fromEntries(units.map((id) => [id, county.unit(id)?.ownWard ?? undefined])),
    patient,
    ...(names === undefined ? {} : { person }),
    ...(stay === undefined ? {} : { stay: stayGiven(cases, Number(stay)) }),
  };
}

function stayGiven(cases: Cases, stay: number) {
  const context = dischargeContext(cases[stay]!);
  const noticeAt = context.utskrivningsklar?.sentAt ?? null;
  return { case: String(stay), noticeAt, caller: callerOf(context) };
}

function accepted(result: ReturnType<typeof step>): Accepted {
  if (result.kind !== 'accepted') throw new Error(result.reason);
  return result;
}

/** The field of the body that names something inside the life's cases. */
function named(state: CaseState | null, { names }: LifeStep): Record<string, unknown> {
  if (names === null || 'nth' in names) return {};
  if ('caseOf' in names) return { [names.field]: String(names.caseOf) };
  if (state === null) return {};
  if ('latest' in names) {
    return names.latest === 'plan'
      ? { [names.field]: sipContext(state).plan?.version }
      : { [names.field]: latestCause(state) };
  }
  return { [names.field]: machineOf(state, names) };
}

/** Why the patient waited, as it was said last. */
function latestCause(state: CaseState): string {
  return causeName(dischargeContext(state).delayCauses?.at(-1)?.event ?? 0);
}

/** A handover is named beside the payload and not in it. */
function withoutHandover(body: Record<string, unknown>, { names }: LifeStep) {
  if (names?.field !== 'handover') return body;
  const { handover: _handover, ...payload } = body;
  return payload;
}

/** The machine that a step is for: of a unit, the open move, or the main one. */
function addressed(
  { main }: WorkflowDefinition,
  state: CaseState,
  { names, command }: LifeStep,
): string {
  const isOfUnit = names?.field === 'handover' || names?.field === 'participant';
  if (isOfUnit && 'machine' in names) return machineOf(state, names);
  const move = Object.entries(state.machines).find(([, { kind }]) => kind === 'move')?.[0];
  return command === 'accept-move' && move !== undefined ? move : main;
}

type OfUnit = Extract<NonNullable<LifeStep['names']>, { machine: unknown }>;

function machineOf(state: CaseState, names: OfUnit): string {
  const isHomecoming = names.machine === 'homecoming';
  const found = Object.entries(state.machines).find(
    ([id, { kind, context }]) =>
      id !== workflowOf(state).of.main &&
      kind !== 'dispatch' &&
      context['unit'] === names.handoverOf &&
      (kind === 'homecoming') === isHomecoming,
  );
  const id = found?.[0] ?? '';
  return names.machine === 'dispatch' ? dispatchOf(id) : id;
}
