import { canReceiveHandover, Directory, ROLES, UNIT_KINDS } from '@hemgang/directory';
import { DEMO_COUNTY } from './county';
import { slug } from './slug';
import { staffUnits } from './staffing';

const county = new Directory(DEMO_COUNTY);
const { staff, assignments } = DEMO_COUNTY;
/** Nobody outside the county has an account. */
const units = DEMO_COUNTY.units.filter(({ external }) => external === null);
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((r) => r.id);

describe('the demo staff', () => {
  it('is two to four people at every unit', () => {
    for (const unit of units) {
      const people = new Set(county.assignmentsOf(unit.id).map((a) => a.staff)).size;
      expect({ unit: unit.id, enough: people >= 2 && people <= 4 }).toEqual({
        unit: unit.id,
        enough: true,
      });
    }
  });

  it('has somebody in every role', () => {
    const held = new Set(assignments.flatMap((assignment) => assignment.roles));
    expect([...ROLES].filter((role) => !held.has(role))).toEqual([]);
  });

  it('has the people who can act at each kind of unit that takes part in a discharge', () => {
    const needed = {
      ward: ['ward-staff', 'physician'],
      'municipal-social': ['municipal-coordinator'],
      'municipal-health': ['municipal-nurse'],
      halsocentral: ['open-care-manager', 'primary-care-nurse'],
      'specialist-open-care': ['open-care-manager', 'specialist-nurse'],
    };
    const kinds = UNIT_KINDS.filter((kind) => kind === 'ward' || canReceiveHandover(kind));
    expect(Object.keys(needed).sort()).toEqual([...kinds].sort());
    for (const [kind, roles] of Object.entries(needed)) {
      for (const unit of units.filter((candidate) => candidate.kind === kind)) {
        const held = county.assignmentsOf(unit.id).flatMap((a) => a.roles);
        expect({ unit: unit.id, held }).toEqual({
          unit: unit.id,
          held: expect.arrayContaining(roles),
        });
      }
    }
  });

  it('has ids that tell who and where, with no two people of the same name', () => {
    expect(new Set(staff.map((person) => person.name)).size).toBe(staff.length);
    for (const person of staff) expect(person.id).toBe(slug(person.name));
    for (const a of assignments) expect(a.id).toBe(`${a.staff}-${a.unit}`);
    expect(county.assignment('anna-lundgren-nus-medicin-2')).toEqual({
      id: 'anna-lundgren-nus-medicin-2',
      staff: 'anna-lundgren',
      unit: 'nus-medicin-2',
      roles: ['ward-staff'],
      employee: 'SE0000000024-TEST-1',
      commission: 'SE0000000024-TEST-U1',
    });
  });

  it('has people at several units, also of two municipalities, and with two roles', () => {
    const unitsOf = (person: string): string[] =>
      assignments.filter((a) => a.staff === person).map((a) => a.unit);
    expect(unitsOf('asa-norberg')).toEqual(['asele-bistand', 'dorotea-bistand']);
    expect(unitsOf('karin-nyberg')).toEqual(['nus-medicin-2', 'nus-medicin-3']);
    expect(unitsOf('marit-sjulsson')).toEqual(['vilhelmina-sjukstuga', 'vilhelmina-halsocentral']);
    expect(assignments.some((assignment) => assignment.roles.length > 1)).toBe(true);
  });

  it('keeps its names when other units come or go', () => {
    const stroke = county.unit('nus-stroke');
    const alone = staffUnits(stroke ? [stroke] : []).assignments;
    const people = ids(alone.filter((assignment) => assignment.unit === 'nus-stroke'));
    expect(people).toHaveLength(3);
    expect(ids(county.assignmentsOf('nus-stroke'))).toEqual(people);
  });
});
