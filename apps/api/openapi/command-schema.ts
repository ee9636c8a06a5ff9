import type { CommandDeclaration, RegisteredWorkflow } from '@hemgang/cases';
import { idField, instantField } from '@hemgang/engine';
import { z } from 'zod';
import { inputSchema, type JsonSchema } from './json-schema';

type Properties = Readonly<Record<string, unknown>>;

/** Fields of every command beside its payload (libs/cases reads them). */
const toAll = z.object({ occurredAt: instantField.optional() });
const toReceiver = toAll.extend({ handover: idField.optional() });

/**
 * The body of a command: its payload and the fields of every command. `handover` is one of them
 * where the command goes to one of the receivers; other machines are named by the payload.
 */
export function commandSchema(
  { definition }: RegisteredWorkflow,
  { payload, to, address }: CommandDeclaration,
): JsonSchema {
  const isToReceiver =
    address === undefined &&
    definition.machines.some(({ group }) => group === to && group !== definition.main);
  const envelope = isToReceiver ? toReceiver : toAll;
  return withProperties(inputSchema(payload), inputSchema(envelope)['properties'] as Properties);
}

/** Adds properties to an object schema, or to every branch of a choice between objects. */
function withProperties(schema: JsonSchema, more: Properties): JsonSchema {
  const { oneOf, properties } = schema as { oneOf?: JsonSchema[]; properties?: Properties };
  return oneOf === undefined
    ? { ...schema, properties: { ...properties, ...more } }
    : { ...schema, oneOf: oneOf.map((branch) => withProperties(branch, more)) };
}
