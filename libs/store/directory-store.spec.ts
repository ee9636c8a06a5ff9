import { Directory, NO_COVER, type DirectoryRows } from '@hemgang/directory';
import { CaseStore } from './case-store';
import { dutyRow, opening, START } from './case-write.fixture';
import { DirectoryStore } from './directory-store';
import { testStore, type TestStore } from './test-store.fixture';

const rows: DirectoryRows = {
  huvudman: [
    { id: 'region-24', name: 'Region Västerbotten', code: '24' },
    { id: 'kommun-2480', name: 'Umeå kommun', code: '2480' },
  ],
  controllers: [
    {
      id: 'region-hsn',
      huvudman: 'region-24',
      name: 'Hälso- och sjukvårdsnämnden',
      form: 'authority',
    },
    { id: 'umea-social', huvudman: 'kommun-2480', name: 'Individnämnden', form: 'authority' },
  ],
  hospitals: [
    { id: 'nus', kind: 'hospital', name: 'NUS' },
    { id: 'asele-sjukstuga', kind: 'sjukstuga', name: 'Åsele sjukstuga' },
  ],
  units: [
    {
      id: 'umea-bistand',
      controller: 'umea-social',
      kind: 'municipal-social',
      name: 'Biståndsenheten Norr',
      phone: '0980-319 204',
      sensitive: false,
      municipality: '2480',
      closedInto: null,
      ownWard: null,
      external: null,
    },
    {
      id: 'nus-medicin-2',
      controller: 'region-hsn',
      kind: 'ward',
      name: 'Medicin 2',
      phone: '0980-319 205',
      sensitive: true,
      municipality: null,
      closedInto: null,
      ownWard: null,
      external: null,
      hospital: 'nus',
      care: 'psychiatric',
    },
  ],
  staff: [{ id: 'anna', name: 'Anna Lundgren' }],
  assignments: [
    {
      id: 'anna-medicin-2',
      staff: 'anna',
      unit: 'nus-medicin-2',
      roles: ['ward-staff', 'physician'],
      employee: 'SE01-A',
      commission: 'SE01-U1',
    },
    {
      id: 'anna-bistand',
      staff: 'anna',
      unit: 'umea-bistand',
      roles: ['municipal-coordinator'],
      employee: 'SE02-A',
      commission: null,
    },
  ],
  standingContacts: [
    {
      unit: 'umea-bistand',
      staff: 'anna',
      phone: '0980-319 206',
      from: '2026-03-01',
      until: null,
    },
  ],
  cover: {
    hours: [
      {
        unit: 'umea-bistand',
        from: '2026-03-09',
        week: {
          days: [{ from: '08:00', to: '15:00' }, null, null, null, null, null, null],
          red: null,
        },
      },
    ],
    absences: [
      {
        ...{ id: 'f-1', staff: 'anna', from: '2026-03-02T07:00:00.000Z' },
        until: '2026-03-02T11:00:00.000Z',
      },
    ],
    watches: [
      {
        ...{ id: 'w-1', controller: 'umea-social', name: 'Jour Umeå', units: ['umea-bistand'] },
        ...{ mayDecide: false, version: 3 },
      },
    ],
    turns: [
      {
        ...{ watch: 'w-1', staff: 'anna', from: '2026-03-02T16:00:00.000Z' },
        until: '2026-03-03T07:00:00.000Z',
      },
    ],
    handOvers: [{ watch: 'w-1', to: 'anna', at: '2026-03-02T20:00:00.000Z' }],
    capacities: [
      {
        ...{ unit: 'umea-bistand', week: [3, 3, 3, 3, 2, 0, null] },
        days: [{ day: '2026-03-06', places: 1 }],
        start: { day: '2026-03-05', reason: 'staffing' },
      },
      { unit: 'umea-hemtjanst', week: [1, 1, 1, 1, 1, 1, 1], days: [], start: null },
    ],
  },
};

describe('the stored directory', () => {
  let store: TestStore;
  let directory: DirectoryStore;
  beforeAll(async () => {
    store = await testStore();
    directory = new DirectoryStore(store.database);
  });
  afterAll(() => store.end());

  it('is empty at first', async () => {
    const lists = {
      huvudman: [],
      controllers: [],
      hospitals: [],
      units: [],
      staff: [],
      assignments: [],
    };
    const none = { ...lists, standingContacts: [], cover: NO_COVER };
    expect(await directory.load()).toEqual(none);
  });

  it('comes back as it was given, in its order', async () => {
    await directory.replace(rows);
    expect(await directory.load()).toEqual(rows);
    expect(new Directory(await directory.load()).huvudmanOf('umea-bistand')?.code).toBe('2480');
  });

  it('takes the place of the old one', async () => {
    const fewer = { ...rows, assignments: rows.assignments.slice(1) };
    await directory.replace(fewer);
    expect(await directory.load()).toEqual(fewer);
  });

  it('keeps one standing contact a day: a later appointment ends the earlier', async () => {
    await directory.replace(rows);
    const anna = { unit: 'umea-bistand', staff: 'anna', phone: '0980-319 207', until: null };
    await directory.appointStandingContact({ ...anna, from: '2026-03-10' });
    await directory.appointStandingContact({ ...anna, phone: '0980-319 208', from: '2026-03-10' });
    const { standingContacts } = await directory.load();
    expect(standingContacts.map(({ phone, from, until }) => [phone, from, until])).toEqual([
      ['0980-319 206', '2026-03-01', '2026-03-09'],
      ['0980-319 208', '2026-03-10', null],
    ]);
  });

  it('adds a unit outside once, with its organisation or to one that is here', async () => {
    await directory.replace(rows);
    const huvudman = { id: 'kommun-2580', name: 'Luleå kommun', code: '2580' };
    const controller = {
      id: 'kommun-2580-utanfor',
      huvudman: huvudman.id,
      name: huvudman.name,
      form: 'authority' as const,
    };
    const unit = {
      id: 'utanfor-1',
      controller: controller.id,
      kind: 'municipal-social' as const,
      name: 'Biståndsenheten Luleå',
      phone: '0920-45 30 00',
      sensitive: false,
      municipality: '2580',
      closedInto: null,
      ownWard: null,
      external: { organisation: 'Luleå kommun', address: 'Box 1, Luleå', secureMail: null },
    };
    expect(await directory.addExternal({ huvudman, controller, unit })).toBe(true);
    expect(await directory.addExternal({ huvudman, controller, unit })).toBe(false);
    const second = { ...unit, id: 'utanfor-2', name: 'Hemsjukvården Luleå' };
    expect(await directory.addExternal({ huvudman, controller, unit: second })).toBe(true);
    const loaded = await directory.load();
    expect(loaded.huvudman).toEqual([...rows.huvudman, huvudman]);
    expect(loaded.controllers).toEqual([...rows.controllers, controller]);
    expect(loaded.units).toEqual([...rows.units, unit, second]);
  });

  it('closes a unit once', async () => {
    await directory.replace(rows);
    expect(await directory.closeUnit('umea-bistand', 'nus-medicin-2')).toBe(true);
    expect(await directory.closeUnit('umea-bistand', 'nus-medicin-2')).toBe(false);
    expect(await directory.closeUnit('nowhere', 'nus-medicin-2')).toBe(false);
    const { units } = await directory.load();
    expect(units.map(({ closedInto }) => closedInto)).toEqual(['nus-medicin-2', null]);
  });

  it('keeps a unit that owns an open duty', async () => {
    await directory.replace(rows);
    const closed = { closedSeq: 1, closedAt: START, outcome: 'fulfilled' as const };
    const duties = [
      dutyRow('open', { unit: 'umea-bistand' }),
      dutyRow('done', { unit: 'nus-medicin-2', ...closed }),
    ];
    const cases = new CaseStore(store.database);
    expect(await cases.write(opening({ duties }))).toEqual({ kind: 'written' });
    const without = (gone: string) => ({
      ...rows,
      units: rows.units.filter(({ id }) => id !== gone),
      assignments: rows.assignments.filter(({ unit }) => unit !== gone),
      standingContacts: rows.standingContacts.filter(({ unit }) => unit !== gone),
    });
    await expect(directory.replace(without('umea-bistand'))).rejects.toThrow(
      'These units own open duties and cannot be removed: umea-bistand (1)',
    );
    expect(await directory.load()).toEqual(rows);
    await directory.replace(without('nus-medicin-2'));
    expect(await directory.load()).toEqual(without('nus-medicin-2'));
  });

  it('stays as it was when the new one does not hold together', async () => {
    await directory.replace(rows);
    await expect(directory.replace({ ...rows, controllers: [] })).rejects.toThrow('units');
    expect(await directory.load()).toEqual(rows);
  });
});
