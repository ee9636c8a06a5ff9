import type { Text } from '@hemgang/kernel';

/** How a reader's unit stands to a case. The last three are no parties: to them there is no such case. */
export const RELATIONS = [
  'party',
  'executor',
  'stranger',
  'emergency',
  'controller',
  'huvudman',
  'none',
] as const;

export type Relation = (typeof RELATIONS)[number];

export const RELATION_TEXTS: Readonly<Record<Relation, Text>> = {
  party: { sv: 'Part med egen uppgift', en: 'party in its own right' },
  executor: { sv: 'Utförare av en insats', en: 'only carries out help' },
  stranger: { sv: 'Fick uppgifterna av misstag', en: 'should never have known of it' },
  emergency: {
    sv: 'Har nödöppnat hos samma vårdgivare',
    en: 'has opened it in an emergency',
  },
  controller: {
    sv: 'Annan enhet hos samma vårdgivare',
    en: 'another unit of a party’s controller',
  },
  huvudman: { sv: 'Annan enhet hos samma huvudman', en: 'another unit of a party’s huvudman' },
  none: { sv: 'Utomstående', en: 'nobody in the case' },
};

/** As what a unit is a party by one machine of the case. */
const EXECUTOR = 'executor';

/** One place that the reader's unit has in a case. */
export interface Place {
  /** `ward`, `halsocentral`, `executor` … */
  readonly kind: string;
}

/** What the relation rests on. */
export interface Standing {
  /** The places of the reader's unit; none: it is no party. */
  readonly places: readonly Place[];
  /** Every place of it has turned out to be a mistake. */
  readonly isStranger: boolean;
}

/** A unit that has any place of its own is a party in its own right, whatever it carries out besides. */
export function relationOf({ places, isStranger }: Standing): Relation {
  if (places.length === 0) return 'none';
  if (isStranger) return 'stranger';
  return places.every(({ kind }) => kind === EXECUTOR) ? 'executor' : 'party';
}
