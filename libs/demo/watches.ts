import { NO_COVER, type CoverData, type UnitCapacity } from '@hemgang/directory';
import { slug } from './slug';

interface DemoWatch {
  readonly id: string;
  readonly controller: string;
  readonly name: string;
  readonly units: readonly string[];
  readonly mayDecide: boolean;
  /** Who has it, by a name of the named staff. */
  readonly holder: string;
}

/** Most units of the demo have no watch, as most have none that anybody has written down. */
const WATCHES: readonly DemoWatch[] = [
  {
    id: 'jour-norsjo',
    controller: 'norsjo-omsorgsnamnden',
    name: 'Jour Norsjö',
    units: ['norsjo-bistand', 'norsjo-hemtjanst'],
    mayDecide: true,
    holder: 'Petra Öhman',
  },
  {
    id: 'trygghetsjour-bjurholm',
    controller: 'bjurholm-socialnamnden',
    name: 'Trygghetsjouren Bjurholm',
    units: ['bjurholm-hemsjukvard', 'bjurholm-korttids'],
    mayDecide: false,
    holder: 'Malin Rönnlund',
  },
];

/** What some units say that they can receive a day, Monday to Sunday; most have said nothing. */
const WEEKS: Readonly<Record<string, UnitCapacity['week']>> = {
  'umea-bistand-norr': [4, 4, 4, 4, 3, 1, 1],
  'umea-hemtjanst-norr': [3, 3, 3, 3, 2, 1, 1],
  'umea-hemsjukvard-norr': [2, 2, 2, 2, 2, 0, 0],
  'norsjo-hemtjanst': [1, 1, 1, 1, 1, null, null],
  'bjurholm-korttids': [1, 0, 1, 0, 1, null, null],
};

/** A demo's time is moved for years: its turns last longer. */
const TURN = { from: '2020-01-01T00:00:00.000Z', until: '2040-01-01T00:00:00.000Z' };

/** Who reads at night in the demo, and what its units can receive. */
export const DEMO_COVER: CoverData = {
  ...NO_COVER,
  watches: WATCHES.map(({ holder: _, ...watch }) => watch),
  turns: WATCHES.map(({ id, holder }) => ({ watch: id, staff: slug(holder), ...TURN })),
  capacities: Object.entries(WEEKS).map(([unit, week]) => ({ unit, week, days: [], start: null })),
};
