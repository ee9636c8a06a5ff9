import type { Figures } from '../api/types';
import { fill } from '../language';
import type { FigureTexts } from './texts';

type Place = Figures['places'][number];

/** The places with which one can be crossed: of the two, one is the reader's own. */
export function crossable(chosen: Place | undefined, places: readonly Place[]): readonly Place[] {
  if (chosen === undefined) return [];
  return places.filter(
    ({ level, isOwn }) => chosen.crossedWith.includes(level) && (chosen.isOwn || isOwn),
  );
}

/** What figures are asked by, for a question about one of them. */
export function placeQuery({ place, and }: Pick<Figures, 'place' | 'and'>) {
  return { place: place.id, ...(and === null ? {} : { and: and.id }) };
}

/** What the place is called, or the two. */
export function placeName(
  { place, and }: Pick<Figures, 'place' | 'and'>,
  t: Pick<FigureTexts, 'both'>,
): string {
  return and === null ? place.name : fill(t.both, { place: place.name, and: and.name });
}
