import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LivingDirectory, NO_COVER, TERM_POLICY, type DirectoryRows } from '@hemgang/directory';
import { readDirectoryFile } from './directory-file';
import { found } from './found';

const NOW = '2026-11-27T08:00:00.000Z';
const EMPTY: DirectoryRows = {
  ...{ huvudman: [], controllers: [], hospitals: [], units: [], staff: [], assignments: [] },
  standingContacts: [],
  cover: NO_COVER,
};

type Rows = Record<string, unknown>[];
type File = Record<'huvudman' | 'controllers' | 'hospitals' | 'units' | 'administrators', Rows>;

const EXAMPLE = readFileSync(join(__dirname, '../../../docs/examples/directory.json'), 'utf8');
const example = (): File => JSON.parse(EXAMPLE) as File;

/** The same, in which nothing is said of where wards lie and which care they give. */
function unplaced(): File {
  const file = example();
  const units = file.units.map(({ hospital: _, care: __, ...unit }) => unit);
  return { ...file, hospitals: [], units };
}

function entered(content: unknown, rows: DirectoryRows = EMPTY) {
  const file = readDirectoryFile(content);
  if (!('units' in file)) return file;
  return found(file, { living: new LivingDirectory(rows, 1, TERM_POLICY), now: NOW });
}

/** The directory after the file. */
function after(content: unknown): DirectoryRows {
  const founding = entered(content);
  if (!('units' in founding)) throw new Error(JSON.stringify(founding));
  return { ...EMPTY, ...founding };
}

describe('a file of controllers, units and their first administrators', () => {
  it('gives a sound directory', () => {
    const { units, staff, assignments } = after(example());
    expect([units.length, staff.length]).toEqual([3, 2]);
    expect(assignments[0]).toEqual({
      id: expect.stringMatching(/^a-[\da-f]{16}$/),
      staff: staff[0]?.id,
      unit: 'nus-medicin-2',
      roles: ['administrator'],
      employee: 'SE0000000000-A001',
      commission: 'SE0000000000-U001',
      term: { confirmedAt: NOW },
    });
    new LivingDirectory(after(example()), 1, TERM_POLICY);
  });

  it('adds nothing to a directory that has it', () => {
    const nothing = { huvudman: [], controllers: [], hospitals: [], units: [], placed: [] };
    const nobody = { staff: [], assignments: [] };
    expect(entered(example(), after(example()))).toEqual({ ...nothing, ...nobody });
  });

  it('says of wards that are here where they lie and which care they give, once', () => {
    const founding = entered(example(), after(unplaced()));
    if (!('units' in founding)) throw new Error(JSON.stringify(founding));
    expect([founding.hospitals.length, founding.units.length]).toEqual([1, 0]);
    expect(founding.placed.map(({ id, hospital, care }) => [id, hospital, care])).toEqual([
      ['nus-medicin-2', 'nus', 'somatic'],
      ['nus-psykiatri-1', 'nus', 'psychiatric'],
    ]);
    // A file that does not say it changes nothing; one that says something else is refused.
    expect(entered(unplaced(), after(example()))).toMatchObject({ placed: [] });
    const file = example();
    file.units[0]!['care'] = 'psychiatric';
    expect(entered(file, after(example()))).toEqual([{ at: '/units/0', fault: 'differs' }]);
  });

  it('may name one person at two controllers, who is one person', () => {
    const file = example();
    file.administrators[1] = { ...file.administrators[0], unit: 'umea-bistand-norr' };
    const { staff, assignments } = after(file);
    expect(assignments.map((each) => each.staff)).toEqual([staff[0]?.id, staff[0]?.id]);
    expect(staff).toHaveLength(1);
  });

  it.each<[string, string, (file: File) => void]>([
    ['/units/0', 'form', (f) => (f.units[0]!['fax'] = '1')],
    ['/', 'form', (f) => Object.assign(f, { staff: [] })],
    ['/controllers/1/name', 'form', (f) => delete f.controllers[1]!['name']],
    ['/units/1/kind', 'form', (f) => (f.units[1]!['kind'] = 'avdelning')],
    ['/administrators/1/employee', 'form', (f) => delete f.administrators[1]!['employee']],
    ['/administrators/0/employee', 'form', (f) => (f.administrators[0]!['employee'] = 'a b')],
    ['/units/0/phone', 'phone', (f) => (f.units[0]!['phone'] = '112')],
    ['/units/1/id', 'repeated', (f) => (f.units[1]!['id'] = 'nus-medicin-2')],
    ['/controllers/0/huvudman', 'unknown', (f) => (f.controllers[0]!['huvudman'] = 'region-25')],
    ['/units/0/controller', 'unknown', (f) => (f.units[0]!['controller'] = 'ingen')],
    ['/units/2/municipality', 'unknown', (f) => (f.units[2]!['municipality'] = '2481')],
    ['/units/2/ownWard', 'unknown', (f) => (f.units[2]!['ownWard'] = 'umea-bistand-norr')],
    ['/units/1/hospital', 'unknown', (f) => (f.units[1]!['hospital'] = 'ingen')],
    ['/units/2/kind', 'no-ward', (f) => (f.units[2]!['care'] = 'somatic')],
    ['/hospitals/0/kind', 'form', (f) => (f.hospitals[0]!['kind'] = 'hotell')],
    ['/administrators/0/unit', 'unknown', (f) => (f.administrators[0]!['unit'] = 'ingen')],
    [
      '/administrators/1/employee',
      'another-person',
      (f) => (f.administrators[1]!['employee'] = 'SE0000000000-A001'),
    ],
    ['/administrators/2/employee', 'repeated', (f) => f.administrators.push(f.administrators[0]!)],
  ])('is refused at %s: %s', (at, fault, spoil) => {
    const file = example();
    spoil(file);
    expect(entered(file)).toEqual([{ at, fault }]);
  });

  it('is refused where it says something else than what is here, with every fault at once', () => {
    const file = unplaced();
    file.huvudman[0]!['code'] = '25';
    file.controllers[0]!['form'] = 'private';
    file.units[0]!['kind'] = 'halsocentral';
    expect(entered(file, after(example()))).toEqual([
      { at: '/huvudman/0', fault: 'differs' },
      { at: '/controllers/0', fault: 'differs' },
      { at: '/units/0', fault: 'differs' },
    ]);
  });

  it('names nobody at a unit outside, nor at one that is closed', () => {
    const here = after({ ...unplaced(), administrators: [] });
    const only = (change: object) => ({
      ...here,
      units: here.units.map((unit) => ({ ...unit, ...change })),
    });
    const external = { organisation: 'Annat', address: 'Gatan 1', secureMail: null };
    const file = { administrators: example().administrators.slice(0, 1) };
    const at = '/administrators/0/unit';
    expect(entered(file, only({ external, kind: 'halsocentral' }))).toEqual([
      { at, fault: 'outside' },
    ]);
    expect(entered(file, only({ closedInto: 'x' }))).toEqual([{ at, fault: 'closed' }]);
  });
});
