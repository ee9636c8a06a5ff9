import type { CaseState, MachineState } from './case-state';
import { urgencyOf, type DutyDeclaration, type LadderStep, type OpenDuty } from './duty';
import type { CaseEvent } from './event';
import { released } from './duties';
import { climb } from './ladder';
import type { Accepted, NotPossible } from './step-result';
import { agentOf, definitionOf, type WorkflowDefinition } from './workflow';

/** Events of the engine itself: who has taken a duty, and which rung of its ladder was reached. */
export const OVERLAY_EVENTS = ['take', 'hand-on', 'release', 'ladder'] as const;

/**
 * Handles the events that touch a duty but no machine.
 * @returns null when the event is one for the machines
 */
export function stepOverlay(
  workflow: WorkflowDefinition,
  state: CaseState,
  event: CaseEvent,
): Accepted | NotPossible | null {
  const type = OVERLAY_EVENTS.find((name) => name === event.type);
  if (type === undefined) return null;
  const duty = state.duties.find(({ id }) => id === event.payload['duty']);
  if (duty === undefined) {
    return { kind: 'not-possible', reason: type === 'ladder' ? 'stale-timer' : 'unknown-duty' };
  }
  switch (type) {
    case 'take':
      return 'person' in event.actor
        ? changed(state, event, duty, { ...duty, person: event.actor.person })
        : { kind: 'not-possible', reason: 'not-in-this-state' };
    case 'hand-on':
      return changed(state, event, duty, { ...duty, person: String(event.payload['to']) });
    case 'release':
      return duty.person === undefined
        ? { kind: 'not-possible', reason: 'not-in-this-state' }
        : changed(state, event, duty, released(duty));
    case 'ladder':
      return climbStep(workflow, state, event, duty);
  }
}

function climbStep(
  workflow: WorkflowDefinition,
  state: CaseState,
  event: CaseEvent,
  duty: OpenDuty,
): Accepted | NotPossible {
  const machine = state.machines[duty.machine];
  const definition = definitionOf(workflow, machine?.kind ?? '');
  const declaration = definition.duties[duty.key];
  const agent = machine === undefined ? null : agentOf(definition, machine);
  const expected = declaration?.ladder[duty.passed ?? 0]?.name;
  // The key of a rung is (duty, step, due): a timer set before the due time moved is stale.
  if (event.payload['due'] !== duty.due || event.payload['step'] !== expected) {
    return { kind: 'not-possible', reason: 'stale-timer' };
  }
  const { reached } = event.payload as { reached?: string };
  const climbed = declaration && climb(duty, declaration, event.recordedAt, reached);
  if (!climbed || duty.due === null) return { kind: 'not-possible', reason: 'stale-timer' };
  return {
    ...changed(state, event, duty, climbed.duty),
    effects: [
      {
        type: 'remind',
        duty: duty.id,
        step: announced(declaration, machine, climbed.step.name),
        audience: climbed.step.audience,
        // Nobody outside reads a reminder: who acts for them is reminded to ask.
        unit: agent?.unit ?? duty.unit,
        due: duty.due,
        isAcute: isAcute(declaration, machine, climbed.step),
      },
    ],
  };
}

/** What is acute at every rung, and what should have started by now. */
function isAcute(
  declaration: DutyDeclaration,
  machine: MachineState | undefined,
  { afterDueMs }: LadderStep,
): boolean {
  const urgency = urgencyOf(declaration, machine?.context);
  return urgency === 'acute' || (urgency === 'start' && afterDueMs >= 0);
}

/** What those who are reminded are told: the rung, or what it announces as things stand. */
function announced(
  { announces }: Pick<DutyDeclaration, 'announces'>,
  machine: MachineState | undefined,
  rung: string,
): string {
  return announces?.when(machine?.context) === true ? (announces.as[rung] ?? rung) : rung;
}

function changed(state: CaseState, event: CaseEvent, before: OpenDuty, after: OpenDuty): Accepted {
  return {
    kind: 'accepted',
    state: {
      ...state,
      seq: event.seq,
      duties: state.duties.map((duty) => (duty.id === before.id ? after : duty)),
    },
    joined: [],
    left: [],
    opened: [],
    closed: [],
    moved: [{ before, after }],
    effects: [],
    touched: [],
  };
}
