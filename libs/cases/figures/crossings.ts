import type { MeasureName } from './measures';
import type { PlaceLevel, PlaceView } from './places';

/**
 * Which places make a crossing: one where patients lie, and one of whoever receives them. Others would be
 * a sum for almost every stay.
 */
const CROSSED: readonly (readonly [PlaceLevel, PlaceLevel])[] = [
  ['care', 'municipality'],
  ['hospital', 'municipality'],
  ['sjukstuga', 'municipality'],
  ['ward', 'municipality'],
  ['hospital', 'open-care'],
  ['sjukstuga', 'open-care'],
];

/**
 * What is counted of no stay, but of the owner of a duty, of a SIP or of rehabilitation: it belongs to one
 * place alone, and is not crossed.
 */
const NOT_CROSSED: readonly MeasureName[] = [
  ...(['notice-in-time', 'kvittens-minutes', 'contact-in-time', 'information-in-time'] as const),
  ...(['taken-over-in-time', 'kallelse-in-time', 'duties-in-time'] as const),
  ...(['sip-offered', 'sip-declined', 'sip-called', 'sip-held'] as const),
  ...(['sip-at-home', 'sip-followed-up'] as const),
  ...(['rehab-to-assessment', 'rehab-to-measure'] as const),
];

const MARK = '+';

/** Which places figures are asked of. */
export interface AskedPlace {
  readonly place: string;
  /** Only those who belong there too; absent: all. */
  readonly and?: string | undefined;
}

/** The place that is asked of, and where its sums stand. */
export interface FoundPlace {
  /** The key of the place, or of the crossing of the two. */
  readonly key: string;
  readonly place: PlaceView;
  readonly and: PlaceView | null;
  readonly isOwn: boolean;
}

/** With the levels of which places of a level can be crossed. */
export function crossedWith(level: PlaceLevel): readonly PlaceLevel[] {
  return CROSSED.flatMap(([lies, receives]) => {
    if (lies === level) return [receives];
    return receives === level ? [lies] : [];
  });
}

/** Keys of the crossings of a stay at these places: a stay at both places is one at their crossing. */
export function crossingsOf(places: readonly string[]): readonly string[] {
  const at = (level: PlaceLevel) => places.filter((key) => key.startsWith(`${level}:`));
  return CROSSED.flatMap(([lies, receives]) =>
    at(lies).flatMap((one) => at(receives).map((other) => one + MARK + other)),
  );
}

/**
 * What is asked of, among the places that the reader may ask for. Two places at once only of whoever one of
 * them is: others could tell small numbers by subtracting one crossing after the other from its whole.
 * @returns null: there is no such place, or no such crossing, for her
 */
export function foundPlace(asked: AskedPlace, places: readonly PlaceView[]): FoundPlace | null {
  const place = places.find(({ id }) => id === asked.place);
  if (place === undefined) return null;
  if (asked.and === undefined) return { key: place.id, place, and: null, isOwn: place.isOwn };
  const and = places.find(({ id }) => id === asked.and);
  if (and === undefined || !place.crossedWith.includes(and.level)) return null;
  if (!place.isOwn && !and.isOwn) return null;
  const [key = ''] = crossingsOf([place.id, and.id]);
  return { key, place, and, isOwn: true };
}

/** Measures of a place by its key: those of duties and SIPs belong to one place alone. */
export function measuresAt(key: string, measures: readonly MeasureName[]): readonly MeasureName[] {
  return key.includes(MARK) ? measures.filter((each) => !NOT_CROSSED.includes(each)) : measures;
}
