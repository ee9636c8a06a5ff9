import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { ApiDocument } from '../../apps/api/openapi/document';

/** Stands in every text that is made up here, so that an answer that repeats one is found out. */
export const ECHO = 'ekot-svarar';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A body that the description of its operation does not allow. */
export interface InvalidBody {
  /** `/api/v1/discharges/{id}/answer` */
  readonly path: string;
  readonly roles: readonly string[];
  readonly body: Json;
}

interface Target extends Omit<InvalidBody, 'body'> {
  readonly example: Json;
  readonly isValid: ValidateFunction;
}

/** Values that programs get wrong, and some that are sent on purpose. */
const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, -1, 0.1, 1e308, '', ' ', '\u0000', '\ud800', [], {}, [[]]),
  fc.constantFrom<Json>(`${ECHO}\n`, `${ECHO}'; drop table cases; --`, `<b>${ECHO}</b>`),
  fc.constantFrom<Json>('2026-02-30T00:00:00Z', '2026-03-02', '26:00', ECHO.repeat(500)),
  fc.string({ unit: 'grapheme' }).map((text) => ECHO + text),
  fc.jsonValue({ maxDepth: 3 }).map((value) => withEcho(value as Json)),
);

const names = fc.oneof(
  fc.constantFrom('occurredAt', 'handover', '__proto__', 'constructor', 'id', 'state', ECHO),
  fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => ECHO + text),
);

const change = fc.record({
  kind: fc.constantFrom('replace', 'remove', 'add', 'whole'),
  at: fc.nat(),
  name: names,
  value: junk,
});

/** Bodies for every operation that takes one, each judged invalid by the operation's own schema. */
export function invalidBodies(document: ApiDocument): fc.Arbitrary<InvalidBody> {
  return fc
    .record({
      target: fc.constantFrom(...targets(document)),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    })
    .map(({ target, changes }) => ({ target, body: changes.reduce(changed, target.example) }))
    .filter(({ target, body }) => !target.isValid(body))
    .map(({ target: { path, roles }, body }) => ({ path, roles, body }));
}

function targets(document: ApiDocument): Target[] {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  ajv.addSchema(document, 'https://hemgang.test/api');
  return Object.entries(document.paths).flatMap(([path, { post }]) => {
    const operation = post as unknown as Described | undefined;
    const content = operation?.requestBody?.content['application/json'];
    if (content?.example === undefined) return [];
    const { schema } = content;
    const isValid = ajv.compile(
      schema.$ref === undefined
        ? (schema as object)
        : { $ref: `https://hemgang.test/api${schema.$ref}` },
    );
    const roles = operation?.['x-hemgang']?.roles ?? [];
    return [{ path, roles, example: content.example, isValid }];
  });
}

interface Described {
  readonly requestBody?: {
    readonly content: {
      readonly 'application/json': { readonly schema: { $ref?: string }; readonly example: Json };
    };
  };
  readonly 'x-hemgang'?: { readonly roles: readonly string[] };
}

/** One place of the body, chosen by a number, is replaced, removed or given a field more. */
function changed(
  body: Json,
  { kind, at, name, value }: typeof change extends fc.Arbitrary<infer C> ? C : never,
): Json {
  if (kind === 'whole' || typeof body !== 'object' || body === null) return value;
  const copy = structuredClone(body) as Record<string, Json>;
  const keys = Object.keys(copy);
  const key = keys[at % Math.max(1, keys.length)];
  if (kind === 'add' || key === undefined) {
    Object.defineProperty(copy, name, { value, enumerable: true, configurable: true });
    return copy;
  }
  const inner = copy[key] as Json;
  const goesDeeper = typeof inner === 'object' && inner !== null && at % 2 === 0;
  if (goesDeeper) {
    copy[key] = changed(inner, { kind, at: Math.floor(at / 2), name, value });
    return copy;
  }
  if (kind === 'replace') copy[key] = value;
  else Reflect.deleteProperty(copy, key);
  return copy;
}

function withEcho(value: Json): Json {
  if (typeof value === 'string') return ECHO + value;
  if (Array.isArray(value)) return value.map(withEcho);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [ECHO + name, withEcho(inner)]),
  );
}
