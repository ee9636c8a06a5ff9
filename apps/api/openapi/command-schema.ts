import { registeredField, type CommandDeclaration, type RegisteredWorkflow } from '@hemgang/cases';
import { idField, instantField, mayTellOthers } from '@hemgang/engine';
import { z } from 'zod';
import { inputSchema, type JsonSchema } from './json-schema';

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
  const envelope = toAll
    .extend(isToReceiver ? handover.shape : {})
    .extend(isForOutside || mayTellOthers(definition, command) ? registered.shape : {});
  return withProperties(inputSchema(payload), inputSchema(envelope)['properties'] as Properties);
}

/** Adds properties to an object schema, or to every branch of a choice between objects. */
function withProperties(schema: JsonSchema, more: Properties): JsonSchema {
  const { oneOf, properties } = schema as { oneOf?: JsonSchema[]; properties?: Properties };
  return oneOf === undefined
    ? { ...schema, properties: { ...properties, ...more } }
    : { ...schema, oneOf: oneOf.map((branch) => withProperties(branch, more)) };
}
