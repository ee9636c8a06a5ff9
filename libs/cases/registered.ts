import {
  definitionOf,
  DUTY_OWNERS,
  EVENT_MAKERS,
  EVENT_RECEIVERS,
  speaksFor,
  type CaseState,
  type MachineId,
} from '@hemgang/engine';
import type { Refusal } from '@hemgang/kernel';
import type { Asked } from './decide';
import { invalidField, type Registered, type splitContent } from './envelope';

/** Groups whose commands are about the case and happen in it. */
const HERE = [DUTY_OWNERS, EVENT_MAKERS, EVENT_RECEIVERS];

/**
 * What is given for somebody without an account says with whom, how and when, and happened then.
 * What people do themselves may say so when the others were told by phone, fax or paper first.
 */
export function judgeRegistered(
  asked: Asked,
  state: CaseState | null,
  id: MachineId | undefined,
): Refusal | null {
  const { command, envelope } = asked;
  const speaks = speaksForOutside(asked, state, id);
  const { registered, occurredAt } = envelope;
  if (speaks && registered === undefined) return invalidField('/registered', 'missing');
  if (registered === undefined) return null;
  if (state === null || HERE.includes(command.to)) return invalidField('', 'unknown_field');
  // Whom it is given for did it in the call itself.
  return speaks && occurredAt !== undefined ? invalidField('/occurredAt', 'unknown_field') : null;
}

/** What tells nobody else here cannot have been told them before. */
export function judgeTold(
  asked: Asked,
  before: CaseState | null,
  id: MachineId | undefined,
  { seq, afterwards = [] }: CaseState,
): Refusal | null {
  const isTold =
    asked.envelope.registered === undefined ||
    speaksForOutside(asked, before, id) ||
    afterwards.some(({ event }) => event === seq);
  return isTold ? null : invalidField('', 'unknown_field');
}

function speaksForOutside(
  { workflow, command, reader }: Asked,
  state: CaseState | null,
  id: MachineId | undefined,
): boolean {
  const machine = id === undefined ? undefined : state?.machines[id];
  if (machine === undefined) return false;
  return speaksFor(definitionOf(workflow.definition, machine.kind), machine, command, reader);
}

/** The name is content; channel and time are facts of the event. */
export function withRegistered(
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
