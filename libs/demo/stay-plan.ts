import { Draw } from './draw';
import { demoPatient } from './people';
import { DEMO_SJUKSTUGOR } from './wards';

/** Which patient lies where, and whether the stay goes on now or belongs to the past. */
export interface PlannedStay {
  /** The patient's number, which everything else about the stay follows from. */
  readonly n: number;
  readonly ward: string;
  readonly life: 'present' | 'past';
}

/** The whole county, in the order in which it is lived through. */
export interface StayPlan {
  /** NUS and its receivers: what a demo needs before anybody signs in. */
  readonly firstPart: readonly PlannedStay[];
  readonly rest: readonly PlannedStay[];
}

/** Where the demo's named people work: their lists must not be empty. */
const NAMED_PEOPLES_AREA = 'umea-ersboda';

const QUOTAS = { namedArea: 40, nus: 70, otherHospitals: 300, past: 700 };

const MEDICINE_2 = 'nus-medicin-2';

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
/** Share of the named people's patients who lie on the named people's ward. */
const SHARE_ON_NAMED_WARD = 0.6;
/** Share of the other hospitals' patients whose stay goes on now. */
const SHARE_PRESENT = 0.6;

/** Goes through the patients in order until every part has its number. Always the same plan. */
export function stayPlan(): StayPlan {
  const firstPart: PlannedStay[] = [];
  const rest: PlannedStay[] = [];
  const left = { ...QUOTAS };
  const stays = QUOTAS.namedArea + QUOTAS.nus + QUOTAS.otherHospitals + QUOTAS.past;
  for (let n = 0; firstPart.length + rest.length < stays; n += 1) {
    const draw = new Draw(`plan ${n}`);
    const { homeArea, municipality } = demoPatient(n);
    const isOfNus = NUS_MUNICIPALITIES.includes(municipality);
    const ward = homeArea === NAMED_PEOPLES_AREA ? namedWard(draw) : wardOf(municipality, draw);
    const part = partOf(homeArea, isOfNus, draw);
    if (part !== null && left[part] > 0) {
      left[part] -= 1;
      (isOfNus ? firstPart : rest).push({ n, ward, life: 'present' });
    } else if (left.past > 0) {
      left.past -= 1;
      rest.push({ n, ward, life: 'past' });
    }
  }
  return { firstPart, rest };
}

function partOf(homeArea: string, isOfNus: boolean, draw: Draw): keyof typeof QUOTAS | null {
  if (homeArea === NAMED_PEOPLES_AREA) return 'namedArea';
  if (isOfNus) return 'nus';
  return draw.happens(SHARE_PRESENT) ? 'otherHospitals' : null;
}

function namedWard(draw: Draw): string {
  return draw.happens(SHARE_ON_NAMED_WARD) ? MEDICINE_2 : draw.of(NUS_WARDS);
}

function wardOf(municipality: string, draw: Draw): string {
  if (NUS_MUNICIPALITIES.includes(municipality)) return draw.of(NUS_WARDS);
  if (SKELLEFTEA_MUNICIPALITIES.includes(municipality)) return draw.of(SKELLEFTEA_WARDS);
  const sjukstuga = DEMO_SJUKSTUGOR.find((ward) => ward.municipality === municipality);
  const isThere = sjukstuga !== undefined && draw.happens(SHARE_AT_SJUKSTUGA);
  return isThere ? sjukstuga.id : draw.of(LYCKSELE_WARDS);
}
