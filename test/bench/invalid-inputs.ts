import fc from 'fast-check';
import {
  describedOperations,
  violates,
  type Described,
  type Json,
  type Operation,
  type Parameter,
} from './described-operations';

/** Stands in every text that is made up here, so that an answer that repeats one is found out. */
export const ECHO = 'ekot-svarar';

/** In what way an input breaks the document. */
export type Fault = keyof typeof FAULTS | 'parameter';

/** A request that the OpenAPI document does not allow; a validator has said so. */
export interface InvalidInput {
  readonly fault: Fault;
  readonly method: string;
  /** With `{id}` where the sender's case belongs, unless that is what is wrong. */
  readonly path: string;
  readonly roles: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** More than the largest body that is read. */
const LARGE_BYTES = 1024 * 1024;
const DEPTH_MAX = 20_000;

/** Chances to hit on something invalid; nearly every first one does. */
const TRIES = 200;

/** Values that programs get wrong, and some that are sent on purpose. */
const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, -1, 0.1, 1e308, '', ' ', [], {}, [[]]),
  fc.constantFrom<Json>(`${ECHO}\n`, `${ECHO}'; drop table cases; --`, `<b>${ECHO}</b>`),
  fc.constantFrom<Json>('2026-02-30T00:00:00Z', '2026-03-02', '26:00', ECHO.repeat(500)),
  fc.jsonValue({ maxDepth: 3 }).map((value) => withEcho(value as Json)),
);

/** Beyond the plain letters: other planes, marks without a letter, halves of pairs, directions. */
const unicode: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>('\ud800', '\udc00x', '\u202e', '\ufeff', 'e\u0301', '👩‍👩‍👧', 'ﷺ'),
  fc.string({ unit: 'binary' }).map((text) => ECHO + text),
  fc.string({ unit: 'grapheme' }).map((text) => ECHO + text),
);

const names = fc.oneof(
  fc.constantFrom('occurredAt', 'handover', '__proto__', 'constructor', 'id', 'state', ECHO),
  fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => ECHO + text),
);

/** One place of a body is replaced, removed or given a field more; or the whole is another. */
interface Change {
  readonly kind: 'replace' | 'remove' | 'add' | 'whole';
  readonly at: number;
  readonly name: string;
  readonly value: Json;
}

const changeTo = (value: fc.Arbitrary<Json>): fc.Arbitrary<Change> =>
  fc.record({
    kind: fc.constantFrom('replace', 'remove', 'add', 'whole'),
    at: fc.nat(),
    name: names,
    value,
  });

const changedBy = (value: fc.Arbitrary<Json>) => (example: Json) =>
  fc
    .array(changeTo(value), { minLength: 1, maxLength: 3 })
    .map((changes) => sent(changes.reduce<Json>(changed, example)));

const sent = (body: Json | Buffer, type = 'application/json') => ({
  type,
  bytes: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
});

type Sent = ReturnType<typeof sent>;

/** The body of an example with a piece of JSON text as one value more. */
function withText(example: Json, text: string): Buffer {
  const whole = JSON.stringify(example);
  const inner = whole.startsWith('{') ? whole.slice(1, -1) : '';
  return Buffer.from(`{"${ECHO}":${text}${inner === '' ? '' : `,${inner}`}}`);
}

const FAULTS = {
  schema: changedBy(junk),
  unicode: changedBy(unicode),
  NUL: changedBy(fc.nat(3).map((n) => `${ECHO}${'\u0000'.repeat(n + 1)}`)),
  large: (example) =>
    fc.constant(sent(withText(example, JSON.stringify(ECHO.padEnd(LARGE_BYTES, 'å'))))),
  deep: (example) =>
    fc
      .record({ depth: fc.integer({ min: 5, max: DEPTH_MAX }), isList: fc.boolean() })
      .map(({ depth, isList }) => {
        const [open, close] = isList ? ['[', ']'] : [`{"${ECHO}":`, '}'];
        return sent(withText(example, `${open.repeat(depth)}1${close.repeat(depth)}`));
      }),
  'bad UTF-8': (example) =>
    fc
      .constantFrom([0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80])
      .map((bytes) => {
        const [before = '', after = ''] = withText(example, '"|"').toString().split('|');
        return sent(Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]));
      }),
  'broken JSON': (example) =>
    fc.nat().map((at) => {
      const text = withText(example, `"${ECHO}"`);
      return sent(text.subarray(0, at % (text.length - 1)));
    }),
  'duplicate keys': (example) =>
    junk.map((value) => {
      const twice = withText(example, `"${ECHO}"`).toString();
      return sent(Buffer.from(`${twice.slice(0, -1)},"${ECHO}":${JSON.stringify(value)}}`));
    }),
  'content type': (example) =>
    fc
      .constantFrom('text/plain', 'application/xml', 'multipart/form-data; boundary=x', '', ECHO)
      .map((type) => sent(example, type)),
} satisfies Record<string, (example: Json) => fc.Arbitrary<Sent>>;

/** Texts for a place in the address or a header; a header takes no line ends. */
const parameterText = fc.oneof(
  fc.constantFrom('', '0', '-1', '201', '1e9', 'NaN', 'true', '*', 'W/"1"', '"0"', '""'),
  fc.constantFrom(ECHO, `${ECHO}'--`, '../../etc/passwd', 'å', '%', '\u0001'),
  fc.string({ unit: 'grapheme-ascii', minLength: 1 }).map((text) => ECHO + text),
  fc.constant(ECHO.repeat(60)),
);

/**
 * Makes invalid inputs, over all operations and all kinds of faults in turn. The same seed makes
 * the same inputs.
 * @param document the OpenAPI document, as `GET /api/openapi.json` gives it
 */
export function* invalidInputs(
  document: Described,
  { seed, count }: { readonly seed: number; readonly count: number },
): Generator<InvalidInput> {
  const operations = describedOperations(document);
  for (let n = 0; n < count; n += 1) {
    const operation = operations[n % operations.length] as Operation;
    const turn = Math.floor(n / operations.length);
    const { parameters, body } = operation;
    const faults = [
      ...(body === null ? [] : (Object.keys(FAULTS) as Fault[])),
      ...(parameters.length === 0 ? [] : ['parameter' as const]),
    ];
    // Each operation begins with another fault, so that few inputs have all of them.
    const fault = faults[(turn + n) % faults.length] as Fault;
    yield invalid(operation, fault, seed + n);
  }
}

function invalid(operation: Operation, fault: Fault, seed: number): InvalidInput {
  const { method, path, roles } = operation;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const chance = { seed: seed * TRIES + attempt, numRuns: 1 };
    const found =
      fault === 'parameter'
        ? wrongParameter(operation, chance)
        : wrongBody(operation, fault, chance);
    if (found !== null) return { fault, method, path, roles, ...found };
  }
  throw new Error(`nothing invalid was found: ${fault} for ${method} ${path}`);
}

type Wrong = Pick<InvalidInput, 'headers' | 'body'> & { readonly path?: string };

type Chance = { readonly seed: number; readonly numRuns: number };

/** Null when what was made is allowed after all. */
function wrongBody(
  operation: Operation,
  fault: Exclude<Fault, 'parameter'>,
  chance: Chance,
): Wrong | null {
  const [made] = fc.sample<Sent>(FAULTS[fault](operation.body?.example ?? {}), chance);
  if (made === undefined || !violates(operation, made)) return null;
  return { headers: { 'content-type': made.type }, body: made.bytes };
}

/** One parameter has a value that its schema refuses; the body is the example. */
function wrongParameter({ path, parameters, body }: Operation, chance: Chance): Wrong | null {
  const choice = fc.record({ parameter: fc.constantFrom(...parameters), text: parameterText });
  const [made] = fc.sample(choice, chance);
  if (made === undefined || !breaks(made)) return null;
  const { parameter, text } = made;
  const encoded = encodeURIComponent(text);
  const at = parameter.in === 'path' ? path.replace(`{${parameter.name}}`, encoded) : path;
  return {
    path: parameter.in === 'query' ? `${at}?${parameter.name}=${encoded}` : at,
    headers: {
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(parameter.in === 'header' ? { [parameter.name.toLowerCase()]: text } : {}),
    },
    body: body && sent(body.example).bytes,
  };
}

function breaks({ parameter, text }: { parameter: Parameter; text: string }): boolean {
  // Some things cannot be written in a header, and an empty step of a path is another address.
  if (parameter.in === 'header' && !/^[\x20-\x7e]*$/.test(text)) return false;
  if (parameter.in === 'path' && ['', '.', '..'].includes(text)) return false;
  return !parameter.isValid(text);
}

function changed(body: Json, { kind, at, name, value }: Change): Json {
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
