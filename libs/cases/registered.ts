import { definitionOf, speaksFor, type CaseState, type MachineId } from '@hemgang/engine';
import type { Refusal } from '@hemgang/kernel';
import type { Asked } from './decide';
import { invalidField, type Registered, type splitContent } from './envelope';

/**
 * What is given for somebody without an account says with whom, how and when, and happened then;
 * what people do themselves does not.
 */
export function judgeRegistered(
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
