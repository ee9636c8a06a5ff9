import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A place outside the body where a value is sent. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  /** Of the text as it is sent; a number that is written as such counts as one. */
  isValid(text: string): boolean;
}

/** An operation of the OpenAPI document that can be asked wrongly. */
export interface Operation {
  readonly method: string;
  /** `/api/v1/discharges/{id}/answer` */
  readonly path: string;
  /** Who may; empty when the document names nobody. */
  readonly roles: readonly string[];
  readonly parameters: readonly Parameter[];
  /** Null when it takes no body. */
  readonly body: { readonly example: Json; isValid(body: unknown): boolean } | null;
}

/** The parts of an OpenAPI document that are read here. */
export interface Described {
  readonly paths: object;
  readonly components: object;
}

interface DescribedOperation {
  readonly parameters?: readonly DescribedParameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, DescribedBody>> };
  readonly 'x-hemgang'?: { readonly roles: readonly string[] } | null;
}

interface DescribedParameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: Parameter['in'];
  readonly schema: object;
}

interface DescribedBody {
  readonly schema: { readonly $ref?: string };
  readonly example?: Json;
}

/** One of them is refused by every schema that refuses anything. */
const PROBES = ['', '-1', 'x'.repeat(1_000), 'å %'];

const DOCUMENT = 'https://hemgang.test/api';
const JSON_TYPE = 'application/json';

/** Every operation that has a parameter with a schema or a body, judged by a schema validator. */
export function describedOperations(document: Described): Operation[] {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats(ajv);
  ajv.addSchema(document, DOCUMENT);
  const described = Object.entries(document.paths) as [string, Record<string, unknown>][];
  return described
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) =>
        operationOf(document, ajv, { method, path }, operation as DescribedOperation),
      ),
    )
    .filter(({ parameters, body }) => parameters.length > 0 || body !== null);
}

function operationOf(
  document: Described,
  ajv: Ajv2020,
  { method, path }: Pick<Operation, 'method' | 'path'>,
  operation: DescribedOperation,
): Operation {
  const content = operation.requestBody?.content[JSON_TYPE];
  const isBody = content === undefined ? null : compiled(ajv, content.schema);
  return {
    method: method.toUpperCase(),
    path,
    roles: operation['x-hemgang']?.roles ?? [],
    parameters: (operation.parameters ?? []).flatMap((each) => {
      const { name, in: place, schema } = resolved(document, each);
      const validate = compiled(ajv, schema);
      const isValid = (text: string) =>
        validate(text) || (isNumber(text) && validate(Number(text)));
      // A parameter that may be anything cannot be wrong.
      return PROBES.every(isValid) ? [] : [{ name, in: place, isValid }];
    }),
    body: isBody && { example: content?.example ?? {}, isValid: (body) => isBody(body) },
  };
}

function compiled(ajv: Ajv2020, schema: { readonly $ref?: string }): ValidateFunction {
  return ajv.compile(schema.$ref === undefined ? schema : { $ref: DOCUMENT + schema.$ref });
}

function resolved({ components }: Described, parameter: DescribedParameter): DescribedParameter {
  if (parameter.$ref === undefined) return parameter;
  const { parameters } = components as { parameters: Record<string, DescribedParameter> };
  const found = parameters[parameter.$ref.split('/').at(-1) ?? ''];
  if (found === undefined) throw new Error(`the document has no ${parameter.$ref}`);
  return found;
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether what would be sent as a body is no JSON at all, or JSON that the schema does not allow. */
export function violates(
  { body }: Operation,
  { type, bytes }: { readonly type: string; readonly bytes: Buffer },
): boolean {
  if (type !== JSON_TYPE) return true;
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes));
    return body !== null && !body.isValid(value);
  } catch {
    return true;
  }
}
