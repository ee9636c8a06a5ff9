import { addDays, instantAt, localDate, type Instant } from '@hemgang/kernel';
import { DEMO_COUNTY } from './county';

/** One command of a settlement that both sides' administrators live through. */
export interface SettlementStep {
  readonly at: Instant;
  readonly by: string;
  readonly command: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The field that names a row or a dispute, and which of them in their order. */
  readonly names: { readonly field: 'row' | 'dispute'; readonly nth: number } | null;
}

/** The settlement of a municipality's latest month that is over. */
export interface SettlementStory {
  readonly key: string;
  beginsAt(now: Instant): Instant;
  steps(openedAt: Instant): readonly SettlementStep[];
}

type Side = 'region' | 'municipality';
/** Days after the opening, who, what, and what of the settlement it is about. */
type Planned = readonly [
  day: number,
  side: Side,
  command: string,
  payload?: Readonly<Record<string, unknown>>,
  names?: SettlementStep['names'],
];

/** The region computes a month on its third day, when everything of it has been entered. */
const OPENS_ON = 3;

const DISPUTE: SettlementStep['names'] = { field: 'dispute', nth: 0 };

/** Locked, with a row that the joint group still has. */
const DISPUTED: readonly Planned[] = [
  [
    2,
    'municipality',
    'dispute-row',
    {
      reason:
        'Hemtjänsten var på plats den dagen; avdelningen ville vänta på en hjälpmedelsleverans.',
    },
    { field: 'row', nth: 1 },
  ],
  [3, 'region', 'write-in-dispute', { text: 'Vi frågar avdelningen och återkommer.' }, DISPUTE],
  [4, 'municipality', 'review-settlement'],
  [
    5,
    'region',
    'answer-dispute',
    { answer: 'maintain', reason: 'Hjälpmedlet skulle kommunen beställa enligt planeringen.' },
    DISPUTE,
  ],
  [6, 'region', 'sign-for-region'],
  [8, 'municipality', 'sign-for-municipality'],
];

/** The region concedes a row; the municipality has not signed yet. */
const CONCEDED: readonly Planned[] = [
  [
    1,
    'municipality',
    'dispute-row',
    { reason: 'Utskrivningen sköts upp av regionen samma morgon.' },
    { field: 'row', nth: 0 },
  ],
  [
    3,
    'region',
    'answer-dispute',
    { answer: 'concede', reason: 'Det stämmer, avdelningen har bekräftat det.' },
    DISPUTE,
  ],
  [4, 'municipality', 'review-settlement'],
  [5, 'region', 'sign-for-region'],
];

/** Agreed on without a word. */
const AGREED: readonly Planned[] = [
  [1, 'municipality', 'review-settlement'],
  [2, 'region', 'sign-for-region'],
  [4, 'municipality', 'sign-for-municipality'],
];

/** Computed anew after a correction, and not reviewed yet. */
const COMPUTED_ANEW: readonly Planned[] = [[6, 'region', 'recompute']];

const PLANS: Readonly<Record<string, readonly Planned[]>> = {
  '2480': DISPUTED,
  '2482': CONCEDED,
  '2481': AGREED,
  '2460': COMPUTED_ANEW,
};

/** Settlements in every state, where the county's stays give them rows. Always the same. */
export function settlementStories(): readonly SettlementStory[] {
  return Object.entries(PLANS).map(([municipality, planned]) => ({
    key: `settlement-${municipality}`,
    beginsAt: (now) => openingBefore(now),
    steps: (openedAt) => [
      {
        at: openedAt,
        by: administrator('24'),
        command: 'open-settlement',
        payload: { municipality, month: monthBefore(openedAt) },
        names: null,
      },
      ...planned.map(([day, side, command, payload = {}, names = null]) => ({
        ...{ command, payload, names },
        at: instantAt(addDays(localDate(openedAt), day), '10:15'),
        by: administrator(side === 'region' ? '24' : municipality),
      })),
    ],
  }));
}

/** The latest third day of a month that lies behind. */
function openingBefore(now: Instant): Instant {
  const day = addDays(localDate(now), -OPENS_ON);
  return instantAt(`${day.slice(0, 7)}-0${OPENS_ON}`, '09:30');
}

/** The month before the one of a moment. */
function monthBefore(at: Instant): string {
  return addDays(`${localDate(at).slice(0, 7)}-01`, -1).slice(0, 7);
}

/** The first who settles for a region or a municipality. */
function administrator(code: string): string {
  const { units, controllers, huvudman, assignments } = DEMO_COUNTY;
  const owner = huvudman.find((each) => each.code === code)?.id;
  const unit = units.find(
    ({ kind, controller }) =>
      kind === 'payer-admin' && controllers.find(({ id }) => id === controller)?.huvudman === owner,
  );
  const found = assignments.find((each) => each.unit === unit?.id);
  if (found === undefined) throw new Error(`nobody settles for ${code}`);
  return found.id;
}
