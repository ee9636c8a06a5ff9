import type { Field } from './schema';
import { bodyOf, missingIn, NO, pathOfField, YES, type Values } from './values';

const base = (path: string, required = true) => ({
  name: path.split('/').at(-1) ?? '',
  path,
  required,
});
const needs: Field = {
  ...base('/needs', false),
  kind: 'ticks',
  fields: [
    { ...base('/needs/socialServices'), kind: 'yes-no' },
    { ...base('/needs/openCare'), kind: 'yes-no' },
  ],
};
const way: Field = {
  ...base('/way'),
  kind: 'choice',
  branches: [
    { value: 'here', fields: [{ ...base('/text'), kind: 'text' }] },
    { value: 'transferred', fields: [{ ...base('/by'), kind: 'line' }] },
  ],
};
const patient: Field = {
  ...base('/patient'),
  kind: 'group',
  fields: [
    { ...base('/patient/name'), kind: 'line' },
    { ...base('/patient/address', false), kind: 'line' },
  ],
};
const at: Field = { ...base('/at'), kind: 'time' };
const available: Field = { ...base('/available'), kind: 'yes-no' };
const receivers: Field = { ...base('/receivers'), kind: 'pick', many: true };

const NOW = Date.parse('2026-11-26T12:00:40.500Z');
const body = (field: Field, values: Values) => bodyOf([field], values, NOW);

describe('the body that a form makes', () => {
  it('leaves out what is empty and trims what is not', () => {
    const values = { '/patient/name': ' Elsa Sjöström ', '/patient/address': '  ' };
    expect(body(patient, values)).toEqual({ patient: { name: 'Elsa Sjöström' } });
    expect(body(patient, {})).toEqual({});
  });

  it('says no for the unticked of a group only when one of it is ticked', () => {
    expect(body(needs, {})).toEqual({});
    expect(body(needs, { '/needs/openCare': NO })).toEqual({});
    expect(body(needs, { '/needs/openCare': YES })).toEqual({
      needs: { socialServices: false, openCare: true },
    });
  });

  it('holds only the fields of the branch that is chosen', () => {
    const values = { '/way': 'here', '/text': 'Höftfraktur', '/by': 'Anna' };
    expect(body(way, values)).toEqual({ way: 'here', text: 'Höftfraktur' });
  });

  it('holds a number for a place, and every time that is typed or was picked', () => {
    const goal: Field = { ...base('/goal', false), kind: 'place' };
    expect([body(goal, { '/goal': '2' }), body(goal, { '/goal': '' })]).toEqual([{ goal: 2 }, {}]);
    const times: Field = { ...base('/times'), kind: 'times', min: 2, max: 5 };
    const picked = '2026-11-27T12:00:30.500Z';
    const values = { '/times': ['2026-11-27T13:00', '', picked] };
    expect(body(times, values)).toEqual({ times: ['2026-11-27T12:00:00.000Z', picked] });
    expect(body(at, { '/at': picked })).toEqual({ at: picked });
    expect(missingIn([times], { '/times': ['', ''] })).toEqual([
      { path: '/times', code: 'missing' },
    ]);
  });

  it('reads times as Swedish, and this minute as now', () => {
    expect(body(at, { '/at': '2026-11-26T12:30' })).toEqual({ at: '2026-11-26T11:30:00.000Z' });
    expect(body(at, { '/at': '2026-11-26T13:00' })).toEqual({ at: '2026-11-26T12:00:40.500Z' });
  });

  it('tells an answered no from no answer', () => {
    expect(body(available, { '/available': NO })).toEqual({ available: false });
    expect(body(available, {})).toEqual({});
  });
});

describe('what is missing in a form', () => {
  const missing = (field: Field, values: Values) =>
    missingIn([field], values).map(({ path }) => path);

  it('is every required field without a value', () => {
    expect(missing(patient, {})).toEqual(['/patient/name']);
    expect(missing(available, {})).toEqual(['/available']);
    expect(missing(at, { '/at': 'i går' })).toEqual(['/at']);
    expect(missing(receivers, { '/receivers': [] })).toEqual(['/receivers']);
    expect(missing(receivers, { '/receivers': ['umea-bistand-norr'] })).toEqual([]);
  });

  it('is the choice itself, then what the chosen branch requires', () => {
    expect(missing(way, {})).toEqual(['/way']);
    expect(missing(way, { '/way': 'transferred' })).toEqual(['/by']);
  });

  it('is nothing in an optional group that is empty', () => {
    expect(missing({ ...patient, required: false }, {})).toEqual([]);
    expect(missing({ ...patient, required: false }, { '/patient/address': 'Storgatan 1' })).toEqual(
      ['/patient/name'],
    );
    expect(missing(needs, {})).toEqual([]);
  });
});

describe('a fault that the server names', () => {
  it('belongs to the deepest field around it', () => {
    const fields = [patient, receivers, way];
    expect(pathOfField(fields, '/receivers/0')).toBe('/receivers');
    expect(pathOfField(fields, '/patient/name')).toBe('/patient/name');
    expect(pathOfField(fields, '/patient/number')).toBe('/patient');
    expect(pathOfField(fields, '/by')).toBe('/by');
    expect(pathOfField(fields, '')).toBeNull();
  });
});

describe('several of the same', () => {
  const lines: Field = { ...base('/goals'), kind: 'lines', min: 0 };
  const rows: Field = {
    ...base('/measures'),
    kind: 'rows',
    min: 1,
    isNamed: true,
    row: (key) => [{ ...base(`/measures/${key}/what`), kind: 'text' }],
  };

  it('are lines of a text, empty ones left out', () => {
    expect(body(lines, { '/goals': 'Gå ut.\n\n Laga mat. ' })).toEqual({
      goals: ['Gå ut.', 'Laga mat.'],
    });
    expect(body(lines, {})).toEqual({ goals: [] });
    expect(missingIn([lines], {})).toEqual([]);
  });

  it('are rows that keep their names, one to begin with where one is needed', () => {
    const values = { '/measures': ['i1', 'i3'], '/measures/i3/what': 'Hemtjänst.' };
    expect(body(rows, values)).toEqual({
      measures: [{ id: 'i1' }, { id: 'i3', what: 'Hemtjänst.' }],
    });
    expect(missingIn([rows], values)).toEqual([{ path: '/measures/i1/what', code: 'missing' }]);
    expect(missingIn([rows], {})).toEqual([{ path: '/measures/i1/what', code: 'missing' }]);
    expect(pathOfField([rows], '/measures/0/what')).toBe('/measures');
  });
});
