import { DEMO_COUNTY, type StayStep, type StoryStep } from '@hemgang/demo';
import { Directory } from '@hemgang/directory';
import {
  addressees,
  brokenRule,
  definitionOf,
  judge,
  speaksFor,
  step,
  type CaseEvent,
  type CaseState,
} from '@hemgang/engine';
import { dischargeAgreement, vasterbottenAssumed } from '@workflows/agreement';
import { discharge } from '@workflows/discharge';
import { dispatchOf } from '@workflows/dispatch';

export const county = new Directory(DEMO_COUNTY);

const commands = [discharge.open, ...discharge.commands];
const agreement = dischargeAgreement.parse(vasterbottenAssumed);
/** What is known of a patient whose admission named everything. */
const patient = { name: true, number: true, address: true };

/** Scripts admit people whose personnummer is known. */
const person = { number: 'personnummer', is: 'new', municipality: '2480' };

/**
 * Lives through the stays of a story, and tells each what the next one means for it.
 * @returns what has become of every stay
 * @throws Error saying which step is not permitted and why
 */
export function liveThrough(steps: readonly StoryStep[]): readonly CaseState[] {
  const states: CaseState[] = [];
  steps.forEach((step, index) => {
    try {
      const isBack = states[step.stay] === undefined && step.stay > 0;
      states[step.stay] = live(states[step.stay] ?? null, step);
      const before = states[step.stay - 1];
      if (isBack && before !== undefined) states[step.stay - 1] = tellReadmission(before, step.at);
    } catch (error) {
      throw new Error(`step ${index} ${step.command} of stay ${step.stay}: ${String(error)}`);
    }
  });
  return states;
}

/** A case never refuses a fact: what it does not know of is only noted. */
function tellReadmission(state: CaseState, at: string): CaseState {
  const result = step(discharge, state, {
    type: 'patient-readmitted',
    seq: state.seq + 1,
    occurredAt: at,
    recordedAt: at,
    actor: { system: 'linked-case' },
    payload: { case: 'the next', seq: 1 },
    given: { closed: state.closedAt !== null },
  });
  return result.kind === 'accepted' ? result.state : state;
}

/**
 * Takes one step of a script on a case in memory, by the same declarations and the same engine as
 * the real use cases, without a database.
 * @throws Error saying why the step is not permitted
 */
export function live(state: CaseState | null, script: StayStep): CaseState {
  const command = commands.find(({ name }) => name === script.command);
  const assignment = county.assignment(script.by);
  if (command === undefined) throw new Error(`no command ${script.command}`);
  if (assignment === undefined) throw new Error(`no assignment ${script.by}`);
  const { unit, roles, staff } = assignment;
  const { registered, ...own } = script.payload;
  const payload = command.payload.parse({
    ...own,
    ...(script.names?.field === 'replaces' && state !== null
      ? { replaces: machineOf(state, script.names) }
      : {}),
  }) as Record<string, unknown>;
  const units = command.lookups?.units?.(payload) ?? [];
  const compared = command.lookups?.huvudman?.(payload) ?? [];
  const external = units.filter((id) => county.unit(id)?.external != null);
  const request = {
    payload: registered === undefined ? payload : { ...payload, registered },
    occurredAt: script.at,
    recordedAt: script.at,
    actor: { person: staff, unit, assignment: assignment.id },
    given: {
      units: Object.fromEntries(units.map((id) => [id, county.unit(id)?.kind])),
      ...(external.length === 0 ? {} : { external }),
      huvudman: Object.fromEntries(
        [...compared, unit].map((id) => [id, county.huvudmanOf(id)?.id]),
      ),
      ownWards: Object.fromEntries(units.map((id) => [id, county.unit(id)?.ownWard ?? undefined])),
      patient,
      ...(command.patient === undefined ? {} : { person }),
    },
  };
  const event: CaseEvent = { ...request, type: command.name, seq: (state?.seq ?? 0) + 1 };
  if (state === null) {
    if (!command.roles.some((role) => roles.includes(role as never))) throw new Error('role');
    if (brokenRule(command.refuse, undefined, request)) throw new Error('rule at the opening');
    return accepted(step(discharge, null, event, agreement));
  }
  const machine = addressed(state, script);
  if (!addressees(discharge, state, command, { unit, roles }).includes(machine)) {
    throw new Error(`${unit} may not give ${command.name} to ${machine}`);
  }
  const definition = definitionOf(discharge, state.machines[machine]?.kind ?? '');
  const speaks = speaksFor(definition, state.machines[machine]!, command, { unit, roles });
  if (speaks !== (registered !== undefined)) throw new Error('registered');
  const refusal = judge(discharge, state, command, machine, request);
  if (refusal !== null) throw new Error(`${refusal.because}: ${refusal.why.en}`);
  return accepted(step(discharge, state, { ...event, machine }));
}

function accepted(result: ReturnType<typeof step>): CaseState {
  if (result.kind !== 'accepted') throw new Error(result.reason);
  return result.state;
}

/** The machine that a step is for: of a unit, the open move, or the ward's. */
function addressed(state: CaseState, { names, command }: StayStep): string {
  if (names?.field === 'handover') return machineOf(state, names);
  const move = Object.entries(state.machines).find(([, { kind }]) => kind === 'move')?.[0];
  return command === 'accept-move' && move !== undefined ? move : discharge.main;
}

function machineOf(state: CaseState, names: NonNullable<StayStep['names']>): string {
  const isHomecoming = names.machine === 'homecoming';
  const found = Object.entries(state.machines).find(
    ([id, { kind, context }]) =>
      id !== discharge.main &&
      kind !== 'dispatch' &&
      context['unit'] === names.handoverOf &&
      (kind === 'homecoming') === isHomecoming,
  );
  const id = found?.[0] ?? '';
  return names.machine === 'dispatch' ? dispatchOf(id) : id;
}
