import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlayCommands, WorkflowRegistry } from '@hemgang/cases';
import { problems } from '@hemgang/kernel';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { apiDocument } from '../../apps/api/openapi/document';

const COMMITTED = join(__dirname, '../../docs/openapi.json');
const METHODS = ['get', 'post', 'delete'];

const { workflows } = new WorkflowRegistry();
const document = apiDocument(workflows, 'demo');
const text = `${JSON.stringify(document, null, 2)}\n`;

type Node = Readonly<Record<string, unknown>>;

interface Operation extends Node {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters?: readonly Node[];
  readonly responses: Readonly<Record<string, Node>>;
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, operation]) => [`${method} ${path}`, operation as Operation] as const,
  ),
);

/** Every object in the document, with the way to it. */
function* nodes(value: unknown, at = '#'): Generator<readonly [string, Node]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [at, value as Node];
  for (const [name, inner] of Object.entries(value)) {
    yield* nodes(inner, `${at}/${encodeURIComponent(name.replaceAll('/', '~1'))}`);
  }
}

/** The part of the document that a reference names. */
function resolve(ref: string): unknown {
  const [start, ...names] = ref.split('/');
  expect(start).toBe('#');
  return names.reduce<unknown>((part, name) => (part as Node | undefined)?.[name], document);
}

/** Gives the validator of the schema at a place of the document. */
function validators(): (at: string) => ValidateFunction | undefined {
  const judge = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  addFormats(judge);
  judge.addVocabulary([...Object.keys(document), 'example']);
  judge.addSchema(document, 'https://hemgang.test/api');
  return (at) => judge.getSchema(`https://hemgang.test/api${at}`);
}

describe('the description of the API', () => {
  it('is the one in docs/openapi.json (UPDATE_DOCS=1 writes it)', () => {
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(COMMITTED, text);
    expect(existsSync(COMMITTED)).toBe(true);
    expect(text).toBe(readFileSync(COMMITTED, 'utf8'));
  });

  it('refers only to what it has', () => {
    const refs = [...nodes(document)].flatMap(([at, { $ref }]) =>
      typeof $ref === 'string' ? [[at, $ref] as const] : [],
    );
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter(([, ref]) => resolve(ref) === undefined)).toEqual([]);
  });

  it('has nothing that nobody refers to', () => {
    const used = new Set([...nodes(document)].map(([, { $ref }]) => $ref));
    const { securitySchemes: _named, ...components } = document.components;
    const own = Object.entries(components).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => `#/components/${kind}/${name}`),
    );
    expect(own.filter((ref) => !used.has(ref))).toEqual([]);
  });

  it('names every operation once, in words', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [name, { summary, tags, operationId }] of operations) {
      expect([name, summary]).toEqual([name, expect.stringMatching(/\S/)]);
      expect(tags).toHaveLength(1);
      expect(operationId).toMatch(/^[a-z]\w+$/);
    }
  });

  it('uses what OpenAPI 3.1 knows', () => {
    const known = new Set([
      ...['operationId', 'tags', 'summary', 'description', 'parameters', 'requestBody'],
      ...['responses', 'security', 'x-hemgang'],
    ]);
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    for (const [name, operation] of operations) {
      expect(METHODS).toContain(name.split(' ')[0]);
      expect(Object.keys(operation).filter((field) => !known.has(field))).toEqual([]);
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[2-5]\d\d$/);
        expect('description' in response || '$ref' in response).toBe(true);
      }
      const inPath = [...(name.match(/\{\w+\}/g) ?? [])];
      const named = (operation.parameters ?? []).map((p) =>
        '$ref' in p ? (resolve(p['$ref'] as string) as Node) : p,
      );
      expect(named.filter((p) => p['in'] === 'path').map((p) => `{${String(p['name'])}}`)).toEqual(
        inPath,
      );
      for (const p of named) expect(p).toMatchObject({ name: expect.any(String), schema: {} });
    }
  });

  it('has schemas that a validator takes', () => {
    const validatorAt = validators();
    for (const name of Object.keys(document.components.schemas)) {
      expect(validatorAt(`#/components/schemas/${name}`)).toBeInstanceOf(Function);
    }
  });

  it('has examples that fit their schemas', () => {
    const validatorAt = validators();
    let examples = 0;
    for (const [at, node] of nodes(document)) {
      if (!('example' in node)) continue;
      examples += 1;
      const validate = validatorAt(`${at}/schema`);
      expect([at, validate?.(node['example']), validate?.errors]).toEqual([at, true, null]);
    }
    const commands = workflows.flatMap(({ definition }) => [
      ...definition.commands,
      ...overlayCommands(definition),
    ]);
    // Each command, each way a case opens, and what is said by either link.
    expect(examples).toBe(commands.length + workflows.length + 2);
  });

  it('tells of every command its words in both languages, its rule and its roles', () => {
    for (const { definition, path } of workflows) {
      for (const { name, label, consequence, rule, roles } of definition.commands) {
        expect(document.paths[`/api/v1/${path}/{id}/${name}`]?.['post']).toMatchObject({
          'x-hemgang': { name, label, consequence, rule, roles },
        });
      }
    }
  });

  it('lets a command to a receiver name the handover, and no other command', () => {
    const schema = (name: string) => document.components.schemas[name] as { properties: Node };
    expect(schema('DischargeAcknowledge').properties).toHaveProperty('handover');
    expect(schema('DischargeDischarge').properties).not.toHaveProperty('handover');
    expect(schema('DischargeDischarge').properties).toHaveProperty('occurredAt');
  });

  it('names every problem of the catalogue', () => {
    const answers = JSON.stringify(document.components['responses']);
    for (const code of Object.keys(problems)) expect(answers).toContain(`"${code}"`);
  });
});
