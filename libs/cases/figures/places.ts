import type { Reader } from '@hemgang/access';
import {
  CARES,
  HOSPITAL_KINDS,
  type Care,
  type Directory,
  type Hospital,
  type Unit,
} from '@hemgang/directory';
import { isMunicipalityOfVasterbotten, type Text } from '@hemgang/kernel';
import { OPEN_CARE_KINDS } from '@workflows/handover';
import { crossedWith } from './crossings';

/** The whole county. */
export const COUNTY = 'county';

const COUNTY_NAME: Text = { sv: 'Hela länet', en: 'The whole county' };

const CARE_NAMES: Readonly<Record<Care, Text>> = {
  somatic: { sv: 'Somatisk vård i länet', en: 'Somatic care in the county' },
  psychiatric: { sv: 'Psykiatrisk vård i länet', en: 'Psychiatric care in the county' },
};

/** What sort of place figures are of, in the order in which they are listed. */
export const PLACE_LEVELS = [
  'county',
  'care',
  'municipality',
  'hospital',
  'sjukstuga',
  'ward',
  'open-care',
] as const;

export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** A place that figures can be asked for. */
export interface PlaceView {
  /** Its key in the sums: `county`, or its level and what it is: `ward:<unit>`, `municipality:<SCB code>`. */
  readonly id: string;
  readonly level: PlaceLevel;
  readonly name: string;
  /** Of the reader's own organisation: figures of few cases are shown. */
  readonly isOwn: boolean;
  /** With places of which levels its figures can be crossed (record 42). */
  readonly crossedWith: readonly PlaceLevel[];
}

export const wardPlace = (unit: string): string => `ward:${unit}`;
/** @param code SCB's */
export const municipalityPlace = (code: string): string => `municipality:${code}`;
export const openCarePlace = (unit: string): string => `open-care:${unit}`;
const carePlace = (care: Care): string => `care:${care}`;

/** What counts a stay at a ward, or the ward's own duty: the ward, where it lies, and its kind of care. */
export function inpatientPlaces(directory: Directory, ward: string): readonly string[] {
  const { hospital, care } = directory.unit(ward) ?? {};
  const house = directory.rows.hospitals.find(({ id }) => id === hospital);
  return [
    wardPlace(ward),
    ...(house === undefined ? [] : [`${house.kind}:${house.id}`]),
    ...(care === undefined ? [] : [carePlace(care)]),
  ];
}

/**
 * Places of the county, by level and name. Units whose very name tells something are there for their own
 * controller alone: figures of one ward of psychiatry are none for others.
 */
export function placeViews(
  directory: Directory,
  reader: Pick<Reader, 'controller' | 'huvudman' | 'language'>,
): readonly PlaceView[] {
  const { controller, language } = reader;
  const { rows } = directory;
  const isSeen = ({ sensitive, controller: its, external }: Unit) =>
    external === null && (!sensitive || its === controller);
  const units = rows.units.filter(isSeen);
  const wards = units.filter(({ kind }) => kind === 'ward');
  const openCare = units.filter(({ kind }) => OPEN_CARE_KINDS.some((each) => each === kind));
  const municipalities = rows.huvudman.filter(({ code }) => isMunicipalityOfVasterbotten(code));
  const views = (level: PlaceLevel, places: readonly { id: string; name: string }[]) =>
    places.map(({ id, name }) => ({
      ...{ id, level, name, crossedWith: crossedWith(level) },
      isOwn: isOwnPlace(directory, id, reader),
    }));
  const named = (...[level, places]: Parameters<typeof views>) =>
    views(level, places).sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  return [
    ...views('county', [{ id: COUNTY, name: COUNTY_NAME[language] }]),
    ...views(
      'care',
      CARES.map((care) => ({ id: carePlace(care), name: CARE_NAMES[care][language] })),
    ),
    ...named(
      'municipality',
      municipalities.map(({ code, name }) => ({ id: municipalityPlace(code), name })),
    ),
    ...HOSPITAL_KINDS.flatMap((kind) => named(kind, housesOf(rows, kind))),
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

function housesOf({ hospitals }: Directory['rows'], of: Hospital['kind']) {
  return hospitals
    .filter(({ kind }) => kind === of)
    .map(({ id, name }) => ({ id: `${of}:${id}`, name }));
}

/** Whether a place is of the reader's own organisation: figures of few cases are shown to it alone. */
export function isOwnPlace(
  directory: Directory,
  place: string,
  { controller, huvudman }: Pick<Reader, 'controller' | 'huvudman'>,
): boolean {
  const { rows } = directory;
  const own = rows.huvudman.find(({ id }) => id === huvudman);
  const isAuthority = rows.controllers.find(({ id }) => id === controller)?.form === 'authority';
  if (own !== undefined && isAuthority && place === municipalityPlace(own.code)) return true;
  const there = rows.units.filter(
    ({ id, kind }) =>
      place === openCarePlace(id) ||
      (kind === 'ward' && inpatientPlaces(directory, id).includes(place)),
  );
  return there.length > 0 && there.every(({ controller: its }) => its === controller);
}
