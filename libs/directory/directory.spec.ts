import { NO_COVER } from './cover/cover-data';
import { Directory } from './directory';
import { directoryFaults } from './faults';
import { ROLES, ROLE_TEXTS } from './role';
import type { DirectoryRows, Unit } from './rows';
import { canReceiveHandover, UNIT_KINDS } from './unit-kind';

const ward: Unit = {
  id: 'avd-1',
  controller: 'hsn',
  kind: 'ward',
  name: 'Avdelning 1',
  phone: '0980-319 200',
  sensitive: false,
  municipality: null,
  closedInto: null,
  ownWard: null,
  external: null,
};

const socialUnit: Unit = {
  ...ward,
  id: 'bistand',
  controller: 'socialnamnden',
  kind: 'municipal-social',
  name: 'Biståndsenheten',
  phone: '08-465 004 12',
  municipality: '2480',
};

const rows: DirectoryRows = {
  huvudman: [
    { id: 'region-24', name: 'Region Västerbotten', code: '24' },
    { id: 'kommun-2480', name: 'Umeå kommun', code: '2480' },
  ],
  controllers: [
    { id: 'hsn', huvudman: 'region-24', name: 'Nämnden', form: 'authority' },
    { id: 'socialnamnden', huvudman: 'kommun-2480', name: 'Socialnämnden', form: 'authority' },
  ],
  hospitals: [{ id: 'nus', kind: 'hospital', name: 'NUS' }],
  units: [ward, socialUnit],
  staff: [{ id: 'anna', name: 'Anna' }],
  assignments: [
    {
      id: 'anna-avd-1',
      staff: 'anna',
      unit: 'avd-1',
      roles: ['ward-staff'],
      employee: 'SE01-A',
      commission: 'SE01-U1',
    },
    {
      id: 'anna-bistand',
      staff: 'anna',
      unit: 'bistand',
      roles: ['municipal-coordinator'],
      employee: 'SE02-A',
      commission: null,
    },
  ],
  standingContacts: [],
  cover: NO_COVER,
};

describe('a directory', () => {
  const directory = new Directory(rows);

  it('climbs from a unit to its controller and its huvudman', () => {
    expect(directory.unit('bistand')?.name).toBe('Biståndsenheten');
    expect(directory.controllerOf('bistand')?.id).toBe('socialnamnden');
    expect(directory.huvudmanOf('bistand')?.code).toBe('2480');
    expect(directory.huvudmanOf('avd-1')?.code).toBe('24');
    expect(directory.huvudman('region-24')?.name).toBe('Region Västerbotten');
    expect(directory.controller('hsn')?.huvudman).toBe('region-24');
  });

  it('knows the standing contact of a day, the latest appointment first', () => {
    const anna = { unit: 'avd-1', staff: 'anna', phone: '0980-319 201' };
    const appointed = new Directory({
      ...rows,
      standingContacts: [
        { ...anna, from: '2026-03-01', until: '2026-03-31' },
        { ...anna, phone: '0980-319 202', from: '2026-03-10', until: null },
      ],
    });
    const phoneOn = (day: string) => appointed.standingContactOf('avd-1', day)?.phone;
    expect(phoneOn('2026-02-28')).toBeUndefined();
    expect(phoneOn('2026-03-01')).toBe('0980-319 201');
    expect(phoneOn('2026-03-10')).toBe('0980-319 202');
    expect(phoneOn('2027-01-01')).toBe('0980-319 202');
    expect(appointed.standingContactOf('bistand', '2026-03-10')).toBeUndefined();
  });

  it('knows assignments by id and by unit, and the person behind one', () => {
    const assignment = directory.assignment('anna-avd-1');
    expect(assignment?.roles).toEqual(['ward-staff']);
    expect(directory.staff(assignment?.staff ?? '')?.name).toBe('Anna');
    expect(directory.assignmentsOf('bistand').map((a) => a.id)).toEqual(['anna-bistand']);
  });

  it('lists units of a kind, in one municipality when asked', () => {
    expect(directory.unitsOfKind('municipal-social').map((u) => u.id)).toEqual(['bistand']);
    expect(directory.unitsOfKind('municipal-social', '2480').map((u) => u.id)).toEqual(['bistand']);
    expect(directory.unitsOfKind('municipal-social', '2481')).toEqual([]);
    expect(directory.unitsOfKind('ward', '2480')).toEqual([]);
  });

  it('answers undefined for whatever it does not know', () => {
    expect(directory.huvudman('x')).toBeUndefined();
    expect(directory.controller('x')).toBeUndefined();
    expect(directory.unit('x')).toBeUndefined();
    expect(directory.staff('x')).toBeUndefined();
    expect(directory.assignment('x')).toBeUndefined();
    expect(directory.controllerOf('x')).toBeUndefined();
    expect(directory.huvudmanOf('x')).toBeUndefined();
    expect(directory.assignmentsOf('x')).toEqual([]);
    expect(directory.unit('toString')).toBeUndefined();
  });

  it('is never built from faulty rows, and says all that is wrong', () => {
    const faulty: DirectoryRows = {
      ...rows,
      units: [{ ...ward, phone: 'växeln' }, socialUnit, { ...socialUnit, controller: 'gone' }],
    };
    expect(() => new Directory(faulty)).toThrow(/avd-1: no telephone[^]*bistand: no controller/);
  });
});

describe('the faults of directory rows', () => {
  it('are none when the rows are whole', () => {
    expect(directoryFaults(rows)).toEqual([]);
  });

  it.each(['huvudman', 'controllers', 'hospitals', 'units', 'staff', 'assignments'] as const)(
    'name a duplicate id among %s once',
    (table) => {
      const first = rows[table][0];
      const faulty = { ...rows, [table]: [...rows[table], first, first] };
      expect(directoryFaults(faulty)).toEqual([
        expect.stringContaining(`${first?.id}: the id is used more than once`),
      ]);
    },
  );

  it('name every reference that leads nowhere', () => {
    const faults = directoryFaults({
      huvudman: [],
      controllers: rows.controllers.slice(0, 1),
      hospitals: [],
      units: [{ ...ward, hospital: 'nus' }, socialUnit],
      staff: [],
      assignments: rows.assignments.slice(0, 1),
      standingContacts: [
        { unit: 'avd-1', staff: 'eva', phone: '', from: '2026-03-01', until: null },
      ],
      cover: NO_COVER,
    });
    expect(faults).toEqual([
      'controller hsn: no huvudman region-24',
      'unit avd-1: no hospital nus',
      'unit bistand: no controller socialnamnden',
      'unit bistand: no municipality 2480',
      'assignment anna-avd-1: no staff anna',
      'standing contact eva: does not work at avd-1',
    ]);
  });

  it.each(['090-785 00 00', '031-390 06 12', '08-465 004 00', '0980-319 200'])(
    'accept the telephone number %s',
    (phone) => {
      expect(directoryFaults({ ...rows, units: [{ ...ward, phone }, socialUnit] })).toEqual([]);
    },
  );

  it.each([
    '',
    '112',
    '0980319200',
    '+46980319200',
    '0980-319 200 ',
    '08-46 50',
    '0980-319 200 00',
  ])('refuse the telephone number "%s"', (phone) => {
    expect(directoryFaults({ ...rows, units: [{ ...ward, phone }, socialUnit] })).toEqual([
      `unit avd-1: no telephone number: "${phone}"`,
    ]);
  });

  it('name a unit outside that cannot be written to, receives nobody or has staff here', () => {
    const card = { organisation: ' ', address: '', secureMail: null };
    const units = [{ ...ward, external: card }, socialUnit];
    expect(directoryFaults({ ...rows, units })).toEqual([
      'unit avd-1: outside, without an organisation',
      'unit avd-1: outside, without a postal address',
      'unit avd-1: outside, and a ward receives nobody',
      'unit avd-1: outside, with staff here',
    ]);
  });

  it('name what is said of wards alone where there is no ward', () => {
    const units = [
      { ...ward, hospital: 'nus', care: 'somatic' as const },
      { ...socialUnit, hospital: 'nus' },
    ];
    expect(directoryFaults({ ...rows, units })).toEqual([
      'unit bistand: in a hospital or with inpatient care, and no ward',
    ]);
    const alsoCare = [{ ...ward }, { ...socialUnit, care: 'somatic' as const }];
    expect(directoryFaults({ ...rows, units: alsoCare })).toHaveLength(1);
  });

  it('name a region that stands where a municipality should', () => {
    const units = [{ ...ward, municipality: '24' }, socialUnit];
    expect(directoryFaults({ ...rows, units })).toEqual(['unit avd-1: no municipality 24']);
  });

  it('see what a database could hold and the types forbid', () => {
    const stored = JSON.parse(
      JSON.stringify({
        ...rows,
        hospitals: [{ id: 'nus', kind: 'hotel', name: 'NUS' }],
        units: [
          { ...ward, kind: 'spa', name: ' ' },
          { ...ward, id: 'avd-2', care: 'dental' },
          socialUnit,
        ],
        assignments: [
          { ...rows.assignments[0], roles: [] },
          { ...rows.assignments[1], roles: ['king'] },
        ],
      }),
    ) as DirectoryRows;
    expect(directoryFaults(stored)).toEqual([
      'hospital nus: unknown kind hotel',
      'unit avd-1: unknown kind spa',
      'unit avd-1: no name',
      'unit avd-2: unknown care dental',
      'assignment anna-avd-1: no role',
      'assignment anna-bistand: unknown role king',
    ]);
  });
});

describe('what identity providers call people', () => {
  it('finds the assignments of an employment', () => {
    const found = new Directory(rows).assignmentsOfEmployee('SE01-A');
    expect(found.map(({ id }) => id)).toEqual(['anna-avd-1']);
    expect(new Directory(rows).assignmentsOfEmployee('SE09-A')).toEqual([]);
  });

  it('means one person', () => {
    const staff = [...rows.staff, { id: 'bo', name: 'Bo' }];
    const [anna, bistand] = rows.assignments;
    const assignments = [anna!, { ...bistand!, staff: 'bo', employee: 'SE01-A' }];
    expect(directoryFaults({ ...rows, staff, assignments })).toEqual([
      'employee SE01-A: the id is used for more than one person',
    ]);
  });
});

describe('unit kinds and roles', () => {
  it('are said in Swedish and English, each with words of its own', () => {
    const texts = Object.values(ROLE_TEXTS);
    expect(texts).toHaveLength(ROLES.length);
    expect(new Set(texts.map((text) => text.sv)).size).toBe(texts.length);
    expect(new Set(texts.map((text) => text.en)).size).toBe(texts.length);
  });

  it('let social services, municipal health care and open care receive a handover', () => {
    expect(UNIT_KINDS.filter(canReceiveHandover)).toEqual([
      'municipal-social',
      'municipal-health',
      'halsocentral',
      'specialist-open-care',
    ]);
  });
});
