import { ref, type JsonSchema } from './json-schema';
import { problemAnswers } from './problem-schemas';

/** An operation of the document; its fields are those of OpenAPI 3.1. */
export type Operation = Readonly<Record<string, unknown>>;

/** Operations by path and method. */
export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` });
const header = (name: string) => ({ $ref: `#/components/headers/${name}` });

export const PAGE_PARAMETERS = [parameter('Cursor'), parameter('Limit')];
export const CASE_PARAMETER = parameter('CaseId');
export const IDEMPOTENCY_PARAMETER = parameter('IdempotencyKey');
export const IF_MATCH = parameter('IfMatch');
export const COMMAND_PARAMETERS = [IDEMPOTENCY_PARAMETER, IF_MATCH];
export const ETAG = { ETag: header('ETag') };
export const REPLAYED = { 'Idempotent-Replayed': header('IdempotentReplayed') };
export const COMMAND_HEADERS = { ...ETAG, ...REPLAYED };
export const LOCATION = { Location: header('Location') };

/** Everybody may call it: it needs no session. */
export const OPEN = { security: [] };

/** A body or an answer in JSON. */
export function json(schema: JsonSchema): { readonly content: object } {
  return { content: { 'application/json': { schema } } };
}

/** A list and where it goes on. @param more what stands beside it */
export function listOf(item: string, more: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  return {
    type: 'object',
    required: ['items', 'next', ...Object.keys(more)],
    properties: {
      items: { type: 'array', items: ref(item) },
      next: { type: ['string', 'null'], description: 'Cursor of the next page.' },
      ...more,
    },
  };
}

/**
 * A read of whoever is signed in. Those whose role it is not get 403, and so does a program without
 * the scope for reading.
 */
export function read(
  operationId: string,
  tag: string,
  summary: string,
  schema: JsonSchema,
  more: Operation = {},
): Operation {
  return {
    operationId,
    tags: [tag],
    summary,
    responses: {
      200: { description: summary, ...json(schema) },
      ...problemAnswers(401, 403, 404, 422),
    },
    ...more,
  };
}

/** A read of a case: who is no party is told that there is none. */
export function readOfCase(
  operationId: string,
  tag: string,
  summary: string,
  schema: JsonSchema,
  more: readonly object[] = [],
): Operation {
  return read(operationId, tag, summary, schema, { parameters: [CASE_PARAMETER, ...more] });
}
