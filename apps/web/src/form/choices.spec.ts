import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '../api/contract';
import { choiceWords } from '../choice-words';
import { fieldsOf, type Field } from './schema';

const text = readFileSync(join(__dirname, '../../../../docs/openapi.json'), 'utf8');
const { components, paths } = JSON.parse(text) as Contract;
const { schemas } = components;

/** Every fixed answer below a field, as `field.value`. */
function choicesOf(field: Field): readonly string[] {
  switch (field.kind) {
    case 'choice':
      return field.branches.flatMap(({ value, fields }) => [
        `${field.name}.${value}`,
        ...fields.flatMap(choicesOf),
      ]);
    case 'group':
    case 'ticks':
      return field.fields.flatMap(choicesOf);
    default:
      return [];
  }
}

describe('the fixed answers in the forms of commands', () => {
  const bodies = Object.entries(paths)
    // Asking how it went is no command: no form is drawn of it.
    .filter(([path]) => /^\/api\/v1\/(discharges|avvikelser).*(?<!\/experience)$/.test(path))
    .map(([, path]) => path?.post?.requestBody?.content['application/json']?.schema)
    .filter((schema) => schema !== undefined);
  const choices = bodies.flatMap((schema) =>
    fieldsOf(schema, schemas, ['handover']).flatMap(choicesOf),
  );

  it('are there', () => expect(choices).toContain('answer.known'));

  it('have words in both languages', () => {
    const without = choices.filter((choice) => choiceWords[choice] === undefined);
    expect([...new Set(without)]).toEqual([]);
  });
});
