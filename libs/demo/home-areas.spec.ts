import { Directory } from '@hemgang/directory';
import { DEMO_COUNTY } from './county';
import { HOME_AREAS } from './home-areas';
import { DEMO_MUNICIPALITIES } from './municipalities';

const county = new Directory(DEMO_COUNTY);
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((r) => r.id);

describe('the home areas', () => {
  it('lie in every municipality, in districts that exist', () => {
    for (const { code, districts } of DEMO_MUNICIPALITIES) {
      const areas = HOME_AREAS.filter((area) => area.municipality === code);
      const used = new Set(areas.map((area) => area.district));
      const wanted = districts.length > 0 ? districts.map((d) => d.id) : [null];
      expect([...used].sort()).toEqual([...wanted].sort());
    }
  });

  it('are served by hälsocentraler of the same municipality, and leave none without listed', () => {
    for (const area of HOME_AREAS) {
      for (const id of area.halsocentraler) {
        expect(county.unit(id)).toMatchObject({
          kind: 'halsocentral',
          municipality: area.municipality,
        });
      }
    }
    const used = new Set(HOME_AREAS.flatMap((area) => area.halsocentraler));
    const own = county.unitsOfKind('halsocentral').filter(({ external }) => external === null);
    expect(ids(own).filter((id) => !used.has(id))).toEqual([]);
  });

  it('have ids and streets of their own', () => {
    expect(new Set(ids(HOME_AREAS)).size).toBe(HOME_AREAS.length);
    const streets = HOME_AREAS.flatMap((area) => area.streets.map((s) => `${s} ${area.id}`));
    expect(new Set(streets).size).toBe(streets.length);
    for (const { postalTown } of HOME_AREAS) expect(postalTown).toMatch(/^9\d\d \d\d [A-ZÅÄÖ]/);
  });
});
