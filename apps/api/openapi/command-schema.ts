import {
  disclosureField,
  registeredField,
  type CommandDeclaration,
  type RegisteredWorkflow,
} from '@hemgang/cases';
import { idField, instantField, mayTellOthers } from '@hemgang/engine';
import { z } from 'zod';
import { inputSchema, type JsonSchema } from './json-schema';

/** Commands without content of their own that hand on earlier content, or the patient's facts. */
const HANDS_ON = ['share-contacts', 'assign-executor', 'plan-start'];

type Properties = Readonly<Record<string, unknown>>;

/** Fields of every command beside its payload (libs/cases reads them). */
const toAll = z.object({ occurredAt: instantField.optional() });
const handover = z.object({ handover: idField.optional() });
const registered = z.object({
  registered: registeredField
    .optional()
    .describe(
      'With whom, how and when it happened outside: for a receiver without an account, or because ' +
        'the others were told by phone, fax or paper before it was registered.',
    ),
});
const disclosure = z.object({
  disclosure: disclosureField
    .optional()
    .describe(
      'On which ground the content goes to other controllers, where none follows from who they ' +
        'are; `NONE`: it stays. `reason` stays with your own controller.',
    ),
});

/**
 * The body of a command: its payload and the fields of every command. `handover` is one of them
 * where the command goes to one of the receivers; other machines are named by the payload.
 */
export function commandSchema(
  { definition }: RegisteredWorkflow,
  command: CommandDeclaration,
): JsonSchema {
  const { payload, to, address } = command;
  const addressed = definition.machines.filter(({ group }) => group === to);
  const isToReceiver =
    address === undefined && addressed.some(({ group }) => group !== definition.main);
  const isForOutside = addressed.some((machine) => machine.agent !== undefined);
  const tells = mayTellOthers(definition, command);
  const envelope = toAll
    .extend(isToReceiver ? handover.shape : {})
    // A case that is only being opened has told nobody yet.
    .extend(command !== definition.open && (isForOutside || tells) ? registered.shape : {})
    .extend(tells && handsOut(command) ? disclosure.shape : {});
  return withProperties(inputSchema(payload), inputSchema(envelope)['properties'] as Properties);
}

/** Commands that carry nothing may still hand on what was said before. */
function handsOut({ content, undisclosed = [], name }: CommandDeclaration): boolean {
  return content.some((field) => !undisclosed.includes(field)) || HANDS_ON.includes(name);
}

/** Adds properties to an object schema, or to every branch of a choice between objects. */
function withProperties(schema: JsonSchema, more: Properties): JsonSchema {
  const { oneOf, properties } = schema as { oneOf?: JsonSchema[]; properties?: Properties };
  return oneOf === undefined
    ? { ...schema, properties: { ...properties, ...more } }
    : { ...schema, oneOf: oneOf.map((branch) => withProperties(branch, more)) };
}
