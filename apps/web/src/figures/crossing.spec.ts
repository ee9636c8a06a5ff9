import { crossable, placeName, placeQuery } from './crossing';

const place = (id: string, isOwn: boolean) => {
  const [level] = id.split(':');
  return {
    ...{ id, name: id.toUpperCase(), isOwn },
    ...(level === 'hospital'
      ? { level: 'hospital' as const, crossedWith: ['municipality' as const] }
      : { level: 'municipality' as const, crossedWith: ['hospital' as const] }),
  };
};
const nus = place('hospital:nus', false);
const umea = place('municipality:2480', true);
const places = [nus, umea, place('municipality:2482', false)];

describe('the other place of a question about two', () => {
  it('is of a level that the first goes with, and one of them is the own', () => {
    expect(crossable(nus, places)).toEqual([umea]);
    expect(crossable(umea, places)).toEqual([nus]);
    expect(crossable({ ...nus, isOwn: true }, places)).toHaveLength(2);
    expect(crossable(places[2], places)).toEqual([]);
    expect(crossable(undefined, places)).toEqual([]);
  });

  it('is in what is asked and in what the figures are called, where there is one', () => {
    const both = { both: '{place}, bara {and}' };
    expect(placeQuery({ place: nus, and: umea })).toEqual({ place: nus.id, and: umea.id });
    expect(placeName({ place: nus, and: umea }, both)).toBe('HOSPITAL:NUS, bara MUNICIPALITY:2480');
    expect(placeQuery({ place: nus, and: null })).toEqual({ place: nus.id });
    expect(placeName({ place: nus, and: null }, both)).toBe('HOSPITAL:NUS');
  });
});
