import type { Draw } from './draw';
import type { Turns } from './turns';
import { DEMO_SJUKSTUGOR } from './wards';

/** Where a patient lies, and where she is moved. */
export interface WardChoice {
  readonly ward: string;
  readonly movesTo: string | null;
}

/** Where the demo's named people work. */
export const MEDICINE_2 = 'nus-medicin-2';

const NUS_WARDS = [
  'nus-medicin-1',
  MEDICINE_2,
  'nus-medicin-3',
  'nus-hjarta',
  'nus-stroke',
  'nus-geriatrik-1',
  'nus-geriatrik-2',
  'nus-kirurgi-1',
  'nus-ortopedi-1',
  'nus-ortopedi-2',
  'nus-urologi',
  'nus-lungmedicin',
  'nus-infektion',
  'nus-onkologi',
];

const SKELLEFTEA_WARDS = [
  'skelleftea-medicin-1',
  'skelleftea-medicin-2',
  'skelleftea-hjarta',
  'skelleftea-stroke',
  'skelleftea-geriatrik',
  'skelleftea-kirurgi',
  'skelleftea-ortopedi',
];

const LYCKSELE_WARDS = [
  'lycksele-medicin',
  'lycksele-kirurgi',
  'lycksele-ortopedi',
  'lycksele-rehabilitering',
];

/** Whose nearest hospital is NUS or Skellefteå; everybody else's is Lycksele. */
const NUS_MUNICIPALITIES = ['2480', '2460', '2401', '2403', '2404', '2409'];
const SKELLEFTEA_MUNICIPALITIES = ['2482', '2417'];

/** Share of the inland's patients who lie at their own sjukstuga. */
const SHARE_AT_SJUKSTUGA = 0.4;

/** Whether patients from there come to NUS first. */
export function isNearNus(municipality: string): boolean {
  return NUS_MUNICIPALITIES.includes(municipality);
}

/**
 * A ward for a patient. Who is moved has first lain where the care is highly specialised and comes
 * to the hospital of her home; from NUS itself to where there is a bed.
 */
export function wardFor(
  municipality: string,
  { outsider, compulsory, moved }: Turns,
  draw: Draw,
): WardChoice {
  if (compulsory) {
    const isOfSkelleftea = SKELLEFTEA_MUNICIPALITIES.includes(municipality);
    return { ward: isOfSkelleftea ? 'skelleftea-psykiatri' : 'nus-psykiatri-1', movesTo: null };
  }
  if (outsider) {
    return { ward: draw.of(NUS_WARDS), movesTo: moved ? draw.of(SKELLEFTEA_WARDS) : null };
  }
  if (!moved) return { ward: nearest(municipality, draw), movesTo: null };
  const next = isNearNus(municipality) ? LYCKSELE_WARDS : hospitalOf(municipality);
  return { ward: draw.of(NUS_WARDS), movesTo: draw.of(next) };
}

function nearest(municipality: string, draw: Draw): string {
  if (isNearNus(municipality)) return draw.of(NUS_WARDS);
  const sjukstuga = DEMO_SJUKSTUGOR.find((ward) => ward.municipality === municipality);
  const isThere = sjukstuga !== undefined && draw.happens(SHARE_AT_SJUKSTUGA);
  return isThere ? sjukstuga.id : draw.of(hospitalOf(municipality));
}

function hospitalOf(municipality: string): readonly string[] {
  if (isNearNus(municipality)) return NUS_WARDS;
  return SKELLEFTEA_MUNICIPALITIES.includes(municipality) ? SKELLEFTEA_WARDS : LYCKSELE_WARDS;
}

/** Any ward of NUS that discharges to municipal care. */
export function someWardOfNus(draw: Draw): string {
  return draw.of(NUS_WARDS);
}
