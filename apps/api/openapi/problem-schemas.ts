import { problems, type ProblemCode } from '@hemgang/kernel';
import type { JsonSchema } from './json-schema';

const codes = Object.keys(problems) as ProblemCode[];

/** Statuses that any operation can answer with. */
const ALWAYS = [400, 405, 429, 500, 503];

/** And those that change something or take a body. */
export const WITH_BODY = [403, 413, 415];

const string = { type: 'string' };

/** RFC 9457 with our own members. */
export const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', pattern: '^urn:hemgang:problem:[a-z-]+$' },
    title: string,
    status: { type: 'integer' },
    detail: string,
    code: { enum: codes },
    rule: { type: 'string', description: 'The rule that says no.' },
    errors: {
      type: 'array',
      description: 'Which fields, as JSON pointers, and why; never what was sent.',
      items: {
        type: 'object',
        required: ['path', 'code'],
        properties: { path: string, code: string },
      },
    },
    allowedCommands: {
      type: 'array',
      description: 'With COMMAND_NOT_POSSIBLE: what is possible now.',
      items: { $ref: '#/components/schemas/AllowedCommand' },
    },
    choices: {
      type: 'array',
      description: 'With HANDOVER_AMBIGUOUS: the handovers to choose from.',
      items: string,
    },
    scope: { type: 'string', description: 'With SCOPE_MISSING: the one that is needed.' },
    error: {
      type: 'string',
      description: 'Of the token endpoint: the word of RFC 6749 5.2 (`invalid_client`).',
    },
    case: { type: 'string', description: 'With STAY_ALREADY_OPEN: the open case.' },
    draft: {
      $ref: '#/components/schemas/PlanDraft',
      description: 'With VERSION_STALE of a draft: how it stands now, and who saved it.',
    },
  },
};

/** One reusable answer per status, naming the problems it can be: `Problem404`. */
export function problemResponses(): Record<string, unknown> {
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort();
  return Object.fromEntries(statuses.map((status) => [nameOf(status), responseOf(status)]));
}

/**
 * The answers of an operation when it fails.
 * @param more statuses beside those of every operation
 */
export function problemAnswers(...more: readonly number[]): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set([...ALWAYS, ...more])]
      .sort()
      .map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }]),
  );
}

function nameOf(status: number): string {
  return `Problem${status}`;
}

function responseOf(status: number): Record<string, unknown> {
  const own = codes.filter((code) => problems[code].status === status);
  return {
    description: own.map((code) => `${code}: ${problems[code].title.en}`).join(' · '),
    ...(status === 503 || status === 429 ? { headers: retryAfter } : {}),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { properties: { status: { const: status }, code: { enum: own } } },
          ],
        },
      },
    },
  };
}

const retryAfter = {
  'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } },
};
