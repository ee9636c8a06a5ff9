import type { CountyNumber } from '@hemgang/store';
import { MEASURES, type Measure } from './measures';
import type { PlaceLevel } from './places';

/** What a figure counts that is set against a number of the customer's. */
export interface NumberedMeasure extends Omit<Measure, 'kind' | 'rare'> {
  /** What it is set against. */
  readonly against: CountyNumber['kind'];
  /** Where such a number is kept. */
  readonly levels: readonly PlaceLevel[];
}

const { numerator, dated } = MEASURES.beds;

/** Every one of them, in the order in which they are shown. All count the days of `beds`. */
export const NUMBERED = {
  'days-per-1000-65': {
    title: {
      sv: 'Dygn som utskrivningsklar per 1 000 invånare 65 år och äldre',
      en: 'Days as utskrivningsklar per 1,000 residents aged 65 and over',
    },
    numerator,
    denominator: {
      sv: 'Invånare 65 år och äldre, som kunden har angett: medelvärdet över dagarna, i hela invånare',
      en: 'Residents aged 65 and over, as the customer has entered them: the mean over the days, in whole residents',
    },
    dated,
    unit: { sv: 'dygn per 1 000 invånare', en: 'days per 1,000 residents' },
    rule: 'SKR dygn per 1 000 invånare 65+',
    isAssumed: true,
    against: 'residents-65',
    levels: ['county', 'municipality'],
  },
  'beds-per-100': {
    title: {
      sv: 'Vårdplatser med utskrivningsklara per 100 disponibla vårdplatser',
      en: 'Beds with patients utskrivningsklara per 100 available beds',
    },
    numerator,
    denominator: {
      sv: 'Disponibla vårdplatser, som kunden har angett, lagda samman för varje dag',
      en: 'Available beds, as the customer has entered them, added up over the days',
    },
    dated,
    unit: { sv: 'platser per 100 disponibla', en: 'beds per 100 available' },
    rule: 'SKR väntetider',
    isAssumed: false,
    against: 'available-beds',
    levels: ['county'],
  },
} as const satisfies Readonly<Record<string, NumberedMeasure>>;

export type NumberedName = keyof typeof NUMBERED;

export const NUMBERED_NAMES = Object.keys(NUMBERED) as readonly NumberedName[];
