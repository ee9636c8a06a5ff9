import { DEMO_COUNTY, type StayStep } from '@hemgang/demo';
import { Directory } from '@hemgang/directory';
import {
  addressees,
  brokenRule,
  judge,
  step,
  type CaseEvent,
  type CaseState,
} from '@hemgang/engine';
import { dischargeAgreement, vasterbottenAssumed } from '@workflows/agreement';
import { discharge } from '@workflows/discharge';

export const county = new Directory(DEMO_COUNTY);

const commands = [discharge.open, ...discharge.commands];
const agreement = dischargeAgreement.parse(vasterbottenAssumed);
/** What is known of a patient whose admission named everything. */
const patient = { name: true, number: true, address: true };

/** Scripts admit people whose personnummer is known. */
const person = { number: 'personnummer', is: 'new', municipality: '2480' };

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
  if (!command.roles.some((role) => roles.includes(role as never))) throw new Error('role');
  const payload = command.payload.parse({
    ...script.payload,
    ...(script.names?.field === 'replaces' && state !== null
      ? { replaces: handoverOf(state, script.names.handoverOf) }
      : {}),
  }) as Record<string, unknown>;
  const units = command.lookups?.units?.(payload) ?? [];
  const compared = command.lookups?.huvudman?.(payload) ?? [];
  const request = {
    payload,
    occurredAt: script.at,
    recordedAt: script.at,
    actor: { person: staff, unit, assignment: assignment.id },
    given: {
      units: Object.fromEntries(units.map((id) => [id, county.unit(id)?.kind])),
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
    if (brokenRule(command.refuse, undefined, request)) throw new Error('rule at the opening');
    return accepted(step(discharge, null, event, agreement));
  }
  const machine =
    script.names?.field === 'handover'
      ? handoverOf(state, script.names.handoverOf, script.names.isHomecoming)
      : discharge.main;
  if (!addressees(discharge, state, command, { unit, roles }).includes(machine)) {
    throw new Error(`${unit} may not give ${command.name} to ${machine}`);
  }
  const refusal = judge(discharge, state, command, machine, request);
  if (refusal !== null) throw new Error(`${refusal.because}: ${refusal.why.en}`);
  return accepted(step(discharge, state, { ...event, machine }));
}

function accepted(result: ReturnType<typeof step>): CaseState {
  if (result.kind !== 'accepted') throw new Error(result.reason);
  return result.state;
}

function handoverOf(state: CaseState, unit: string, isHomecoming = false): string {
  const found = Object.entries(state.machines).find(
    ([id, { kind, context }]) =>
      id !== discharge.main && context['unit'] === unit && (kind === 'homecoming') === isHomecoming,
  );
  return found?.[0] ?? '';
}
