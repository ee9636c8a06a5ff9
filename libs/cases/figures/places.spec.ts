import { DEMO_COUNTY } from '@hemgang/demo';
import { Directory } from '@hemgang/directory';
import { inpatientPlaces, isOwnPlace, placeViews } from './places';

const BOARD = 'region-24-halso-och-sjukvardsnamnden';
const county = new Directory(DEMO_COUNTY);
const board = { controller: BOARD, huvudman: 'region-24', language: 'sv' } as const;
const socialUnit = county.rows.controllers.find(({ huvudman }) => huvudman === 'kommun-2480')!;
const umea = { controller: socialUnit.id, huvudman: 'kommun-2480', language: 'en' } as const;

describe('places of figures', () => {
  it('are hospitals, sjukstugor and kinds of care to everybody, wards of psychiatry to their own', () => {
    const seen = placeViews(county, umea);
    const at = (level: string) => seen.filter((place) => place.level === level);
    expect(at('hospital').map(({ id }) => id)).toEqual([
      'hospital:lycksele-lasarett',
      'hospital:nus',
      'hospital:skelleftea-lasarett',
    ]);
    expect(at('sjukstuga')).toHaveLength(6);
    expect(at('care').map(({ name }) => name)).toEqual([
      'Somatic care in the county',
      'Psychiatric care in the county',
    ]);
    expect(seen.some(({ id }) => id === 'ward:nus-psykiatri-1')).toBe(false);
    expect(placeViews(county, board).some(({ id }) => id === 'ward:nus-psykiatri-1')).toBe(true);
  });

  it('of a ward are the ward, where it lies and its care; only itself where nothing is said', () => {
    expect(inpatientPlaces(county, 'nus-psykiatri-1')).toEqual([
      'ward:nus-psykiatri-1',
      'hospital:nus',
      'care:psychiatric',
    ]);
    expect(inpatientPlaces(county, 'asele-sjukstuga')[1]).toBe('sjukstuga:asele-sjukstuga');
    const units = DEMO_COUNTY.units.map(({ hospital: _, care: __, ...unit }) => unit);
    const unsaid = new Directory({ ...DEMO_COUNTY, units });
    expect(inpatientPlaces(unsaid, 'nus-medicin-2')).toEqual(['ward:nus-medicin-2']);
  });

  it('are the own organisation’s where every ward there is', () => {
    const places = ['hospital:nus', 'sjukstuga:asele-sjukstuga', 'care:psychiatric'];
    for (const place of places) {
      expect(isOwnPlace(county, place, board)).toBe(true);
      expect(isOwnPlace(county, place, umea)).toBe(false);
    }
    const units = DEMO_COUNTY.units.map((unit) =>
      unit.id === 'nus-barn' ? { ...unit, controller: 'citymottagningen' } : unit,
    );
    const shared = new Directory({ ...DEMO_COUNTY, units });
    expect(isOwnPlace(shared, 'hospital:nus', board)).toBe(false);
    expect(isOwnPlace(shared, 'hospital:nowhere', board)).toBe(false);
    expect(isOwnPlace(county, 'county', board)).toBe(false);
  });
});
