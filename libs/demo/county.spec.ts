import { Directory, directoryFaults, type Unit } from '@hemgang/directory';
import { municipalities } from '@hemgang/kernel';
import { DEMO_COUNTY } from './county';
import { DEMO_MUNICIPALITIES } from './municipalities';
import { DEMO_HOSPITALS, DEMO_SJUKSTUGOR } from './wards';

const county = new Directory(DEMO_COUNTY);
const { staff, controllers, huvudman } = DEMO_COUNTY;
const units = DEMO_COUNTY.units.filter(({ external }) => external === null);
const outside = DEMO_COUNTY.units.filter(({ external }) => external !== null);
const isOwn = ({ code }: { readonly code: string }): boolean => code.startsWith('24');
const names = (rows: readonly { readonly name: string }[]): string[] => rows.map((r) => r.name);
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((r) => r.id);

describe('the demo county', () => {
  it('has no faults', () => {
    expect(directoryFaults(DEMO_COUNTY)).toEqual([]);
  });

  it('has the municipalities of the kernel, in the same order', () => {
    expect(DEMO_MUNICIPALITIES.map(({ code, name }) => [code, name])).toEqual(
      Object.entries(municipalities),
    );
  });

  it('has the region and the 15 municipalities with SCB codes and right names', () => {
    expect(Object.fromEntries(huvudman.filter(isOwn).map((h) => [h.id, h.name]))).toEqual({
      'region-24': 'Region Västerbotten',
      'kommun-2401': 'Nordmalings kommun',
      'kommun-2403': 'Bjurholms kommun',
      'kommun-2404': 'Vindelns kommun',
      'kommun-2409': 'Robertsfors kommun',
      'kommun-2417': 'Norsjö kommun',
      'kommun-2418': 'Malå kommun',
      'kommun-2421': 'Storumans kommun',
      'kommun-2422': 'Sorsele kommun',
      'kommun-2425': 'Dorotea kommun',
      'kommun-2460': 'Vännäs kommun',
      'kommun-2462': 'Vilhelmina kommun',
      'kommun-2463': 'Åsele kommun',
      'kommun-2480': 'Umeå kommun',
      'kommun-2481': 'Lycksele kommun',
      'kommun-2482': 'Skellefteå kommun',
    });
  });

  it.each(DEMO_MUNICIPALITIES)('has every municipal kind of unit in $name', ({ code }) => {
    for (const kind of [
      'municipal-social',
      'municipal-health',
      'home-care',
      'short-term',
      'rehab',
      'payer-admin',
      'halsocentral',
    ] as const) {
      const found = county.unitsOfKind(kind, code);
      expect({ kind, found: found.length }).not.toEqual({ kind, found: 0 });
      const payer = kind === 'halsocentral' ? '24' : code;
      for (const unit of found) expect(county.huvudmanOf(unit.id)?.code).toBe(payer);
    }
  });

  it('has more units in the larger municipalities', () => {
    const count = (code: string): number => units.filter((u) => u.municipality === code).length;
    expect(count('2480')).toBeGreaterThan(count('2481'));
    expect(count('2482')).toBeGreaterThan(count('2481'));
    expect(count('2481')).toBeGreaterThan(count('2460'));
  });

  it('has three hospitals and six sjukstugor, and no ward beside them', () => {
    expect(DEMO_HOSPITALS.map((h) => h.id)).toEqual([
      'nus',
      'skelleftea-lasarett',
      'lycksele-lasarett',
    ]);
    expect(names(DEMO_SJUKSTUGOR)).toEqual([
      'Malå sjukstuga',
      'Storumans sjukstuga',
      'Sorsele sjukstuga',
      'Dorotea sjukstuga, Bergvattengården',
      'Vilhelmina sjukstuga',
      'Åsele sjukstuga',
    ]);
    const wards = [...DEMO_HOSPITALS.flatMap((h) => h.wards), ...DEMO_SJUKSTUGOR];
    expect(ids(county.unitsOfKind('ward'))).toEqual(ids(wards));
    for (const hospital of DEMO_HOSPITALS) expect(hospital.wards.length).toBeGreaterThanOrEqual(5);
  });

  it('has a hälsocentral of its own beside every sjukstuga', () => {
    for (const { municipality } of DEMO_SJUKSTUGOR) {
      expect(county.unitsOfKind('ward', municipality)).toHaveLength(1);
      expect(county.unitsOfKind('halsocentral', municipality)).toHaveLength(1);
    }
  });

  it('has 38 hälsocentraler, one of them with a private provider, and one private executor', () => {
    const halsocentraler = units.filter(({ kind }) => kind === 'halsocentral');
    expect(halsocentraler).toHaveLength(38);
    const isPrivate = (unit: Unit): boolean => county.controllerOf(unit.id)?.form === 'private';
    expect(names(halsocentraler.filter(isPrivate))).toEqual(['Citymottagningen']);
    expect(names(units.filter(isPrivate))).toEqual(['Citymottagningen', 'Norrskenet hemtjänst']);
    expect(county.huvudmanOf('citymottagningen')?.id).toBe('region-24');
    expect(county.huvudmanOf('umea-norrskenet-hemtjanst')?.id).toBe('kommun-2480');
  });

  it('has watches that their holders can act on: each works at all of its units, of one controller', () => {
    const { watches, turns } = DEMO_COUNTY.cover;
    expect(watches.map(({ mayDecide }) => mayDecide)).toEqual([true, false]);
    for (const { id, units: watched, controller } of watches) {
      const [turn] = turns.filter(({ watch }) => watch === id);
      for (const unit of watched) {
        expect(county.controllerOf(unit)?.id).toBe(controller);
        expect(county.worksAt(unit, turn?.staff ?? '')).toBe(true);
      }
    }
  });

  it('has specialised open care that serves the whole county', () => {
    const clinics = county.unitsOfKind('specialist-open-care');
    for (const word of ['Psykiatrisk öppenvård', 'Palliativa', 'Njurmott', 'Ortopedmott']) {
      expect(names(clinics).filter((name) => name.startsWith(word))).not.toEqual([]);
    }
    expect(clinics.filter((clinic) => clinic.municipality !== null)).toEqual([]);
  });

  it('has two boards in Umeå and Skellefteå, one elsewhere, each with units to answer for', () => {
    for (const { code } of DEMO_MUNICIPALITIES) {
      const boards = controllers.filter(
        ({ huvudman, form }) => huvudman === `kommun-${code}` && form === 'authority',
      );
      expect(boards).toHaveLength(['2480', '2482'].includes(code) ? 2 : 1);
    }
    const answering = new Set(DEMO_COUNTY.units.map((unit) => unit.controller));
    expect(ids(controllers).filter((id) => !answering.has(id))).toEqual([]);
    expect(county.controllerOf('umea-bistand-norr')).not.toBe(
      county.controllerOf('umea-hemsjukvard-norr'),
    );
  });

  it('has the neighbours outside: whom to turn to in each municipality, and nobody who signs in', () => {
    expect(outside).toHaveLength(3 + 2 * 29);
    for (const region of ['25', '22', '23']) {
      expect(outside.filter(({ id }) => county.huvudmanOf(id)?.code === region)).toHaveLength(1);
    }
    const municipalities = outside.filter(({ municipality }) => municipality !== null);
    for (const { id, municipality } of municipalities) {
      expect(county.huvudmanOf(id)?.code).toBe(municipality);
      expect(municipality).toMatch(/^2[235]\d\d$/);
    }
    expect(outside.flatMap(({ id }) => county.assignmentsOf(id))).toEqual([]);
    expect(county.unit('lulea-bistand')?.external).toEqual({
      organisation: 'Luleå kommun',
      address: 'Biståndsenheten Luleå, Box 1, 000 00 Luleå',
      secureMail: 'lulea-bistand@lulea.example',
    });
  });

  it('marks units of psychiatry, addiction and family care as sensitive, and only those', () => {
    const telling = units.filter((unit) => /psykiatri|beroende|familjevård/i.test(unit.name));
    expect(telling.length).toBeGreaterThanOrEqual(6);
    expect(names(units.filter((unit) => unit.sensitive))).toEqual(names(telling));
  });

  it('has only telephone numbers that nobody can answer, each once', () => {
    const reserved = /^(0980-319 2\d\d|031-390 06 \d\d|040-628 04 \d\d|08-465 004 \d\d)$/;
    const all = DEMO_COUNTY.units;
    expect(all.filter((unit) => !reserved.test(unit.phone))).toEqual([]);
    expect(new Set(all.map((unit) => unit.phone)).size).toBe(all.length);
  });

  it('writes ids as slugs and names in Swedish letters', () => {
    const rows = [...huvudman, ...controllers, ...DEMO_COUNTY.units, ...staff];
    for (const { id, name } of rows) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(name).toMatch(/^[A-ZÅÄÖÁ][A-Za-zÅÄÖåäöÁáé0-9 ,()-]*$/);
      expect(name).toBe(name.normalize('NFC'));
    }
    expect(names(units)).toEqual(
      expect.arrayContaining([
        'Ålidhems hälsocentral',
        'Lövångers hälsocentral',
        'Biståndsenheten Umeå söder',
        'Hemsjukvården Vännäs',
        'Öron-, näs- och halsavdelningen, NUS',
      ]),
    );
    expect(new Set(names(units)).size).toBe(units.length);
  });
});
