import { fieldsOf, ID_PATTERN, type Schema } from './schema';

const ID: Schema = { type: 'string', maxLength: 120, pattern: ID_PATTERN };
const LINE: Schema = { type: 'string', maxLength: 200 };
const TEXT: Schema = { type: 'string', maxLength: 4000 };
const TIME: Schema = { type: 'string', format: 'date-time' };

const kinds = (schema: Schema, components: Record<string, Schema> = {}) =>
  fieldsOf(schema, components, ['handover']).map(({ kind, path, required }) => [
    kind,
    path,
    required,
  ]);

describe('the form of a command', () => {
  it('has a field for each property, in their order, except those the page fills in', () => {
    const schema: Schema = {
      type: 'object',
      required: ['reason', 'available'],
      properties: {
        reason: TEXT,
        physician: LINE,
        available: { type: 'boolean' },
        secrecyHinders: { type: 'boolean' },
        occurredAt: TIME,
        handover: LINE,
      },
    };
    expect(kinds(schema)).toEqual([
      ['text', '/reason', true],
      ['line', '/physician', false],
      ['yes-no', '/available', true],
      ['tick', '/secrecyHinders', false],
      ['time', '/occurredAt', false],
    ]);
  });

  it('follows references and puts `allOf` together', () => {
    const schema: Schema = {
      allOf: [{ $ref: '#/components/schemas/Reason' }, { properties: { occurredAt: TIME } }],
    };
    const Reason: Schema = { type: 'object', required: ['reason'], properties: { reason: TEXT } };
    expect(kinds(schema, { Reason })).toEqual([
      ['text', '/reason', true],
      ['time', '/occurredAt', false],
    ]);
  });

  it('groups what lies in an object, and ticks what is all yes and no', () => {
    const flag: Schema = { type: 'boolean' };
    const schema: Schema = {
      properties: {
        patient: { type: 'object', properties: { name: LINE } },
        needs: { type: 'object', required: ['openCare'], properties: { openCare: flag } },
      },
    };
    const [patient, needs] = fieldsOf(schema, {}, []);
    expect(patient).toMatchObject({ kind: 'group', fields: [{ path: '/patient/name' }] });
    expect(needs).toMatchObject({ kind: 'ticks', fields: [{ path: '/needs/openCare' }] });
  });

  it('asks first which of several bodies it is, and once for what they share', () => {
    const schema: Schema = {
      oneOf: [
        {
          properties: { way: { const: 'here' }, text: TEXT, occurredAt: TIME },
          required: ['text'],
        },
        {
          properties: { way: { const: 'transferred' }, by: LINE, occurredAt: TIME, handover: LINE },
        },
      ],
    };
    const [way, ...shared] = fieldsOf(schema, {}, ['handover']);
    expect(way).toMatchObject({
      kind: 'choice',
      path: '/way',
      branches: [
        { value: 'here', fields: [{ path: '/text', required: true }] },
        { value: 'transferred', fields: [{ path: '/by', required: false }] },
      ],
    });
    expect(shared.map(({ path }) => path)).toEqual(['/occurredAt']);
  });

  it('never lets a list be left empty, because that would mean all of it', () => {
    const schema: Schema = { properties: { messages: { type: 'array', items: ID } } };
    expect(kinds(schema)).toEqual([['pick', '/messages', true]]);
  });

  it('asks for several times as times, and for a number as a place in a list of the form', () => {
    const schema: Schema = {
      properties: {
        times: { type: 'array', minItems: 2, maxItems: 5, items: { format: 'date-time' } },
        suits: { type: 'array', items: { format: 'date-time' } },
        goal: { type: 'integer' },
      },
    };
    expect(fieldsOf(schema, {}, [])).toMatchObject([
      { kind: 'times', path: '/times', min: 2, max: 5 },
      { kind: 'times', path: '/suits', min: 0, max: Infinity },
      { kind: 'place', path: '/goal', required: false },
    ]);
  });

  it('asks for several texts line by line, and for several of the same in rows named by their ids', () => {
    const item: Schema = { type: 'object', required: ['what'], properties: { id: ID, what: TEXT } };
    const schema: Schema = {
      required: ['goals', 'measures'],
      properties: {
        goals: { type: 'array', items: TEXT },
        measures: { type: 'array', minItems: 1, items: item },
      },
    };
    const [goals, measures] = fieldsOf(schema, {}, []);
    expect(goals).toMatchObject({ kind: 'lines', required: true, min: 0 });
    expect(measures).toMatchObject({ kind: 'rows', required: true, min: 1, isNamed: true });
    if (measures?.kind !== 'rows') throw new Error('no rows');
    expect(measures.row('i2')).toMatchObject([{ kind: 'text', path: '/measures/i2/what' }]);
  });
});
