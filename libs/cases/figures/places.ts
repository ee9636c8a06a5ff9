import type { Reader } from '@hemgang/access';
import type { Directory, Unit } from '@hemgang/directory';
import { isMunicipalityOfVasterbotten, type Text } from '@hemgang/kernel';
import { OPEN_CARE_KINDS } from '@workflows/handover';

/** The whole county. */
export const COUNTY = 'county';

const COUNTY_NAME: Text = { sv: 'Hela länet', en: 'The whole county' };

/** What sort of place figures are of. */
export type PlaceLevel = 'county' | 'ward' | 'municipality' | 'open-care';

/** A place that figures can be asked for. */
export interface PlaceView {
  /** Its key in the sums: `county`, `ward:<unit>`, `municipality:<SCB code>`, `open-care:<unit>`. */
  readonly id: string;
  readonly level: PlaceLevel;
  readonly name: string;
}

export const wardPlace = (unit: string): string => `ward:${unit}`;
/** @param code SCB's */
export const municipalityPlace = (code: string): string => `municipality:${code}`;
export const openCarePlace = (unit: string): string => `open-care:${unit}`;

/**
 * Places of the county, by level and name. Units whose very name tells something are there for their own
 * controller alone: figures of one ward of psychiatry are none for others.
 */
export function placeViews(
  { rows }: Directory,
  { controller, language }: Pick<Reader, 'controller' | 'language'>,
): readonly PlaceView[] {
  const isSeen = ({ sensitive, controller: its, external }: Unit) =>
    external === null && (!sensitive || its === controller);
  const units = rows.units.filter(isSeen);
  const wards = units.filter(({ kind }) => kind === 'ward');
  const openCare = units.filter(({ kind }) => OPEN_CARE_KINDS.some((each) => each === kind));
  const municipalities = rows.huvudman.filter(({ code }) => isMunicipalityOfVasterbotten(code));
  const named = (level: PlaceLevel, places: readonly { id: string; name: string }[]) =>
    places
      .map(({ id, name }) => ({ id, level, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  return [
    { id: COUNTY, level: 'county', name: COUNTY_NAME[language] },
    ...named(
      'municipality',
      municipalities.map(({ code, name }) => ({ id: municipalityPlace(code), name })),
    ),
    ...named(
      'ward',
      wards.map(({ id, name }) => ({ id: wardPlace(id), name })),
    ),
    ...named(
      'open-care',
      openCare.map(({ id, name }) => ({ id: openCarePlace(id), name })),
    ),
  ];
}

/** Whether a place is of the reader's own organisation: figures of few cases are shown to it alone. */
export function isOwnPlace(
  { rows }: Directory,
  place: string,
  { controller, huvudman }: Pick<Reader, 'controller' | 'huvudman'>,
): boolean {
  const own = rows.huvudman.find(({ id }) => id === huvudman);
  const isAuthority = rows.controllers.find(({ id }) => id === controller)?.form === 'authority';
  if (own !== undefined && isAuthority && place === municipalityPlace(own.code)) return true;
  return rows.units.some(
    ({ id, controller: its }) =>
      its === controller && (place === wardPlace(id) || place === openCarePlace(id)),
  );
}
