import type { Case, Me } from '../api/types';

type Unit = Case['handovers'][number]['unit'];

/** Words of receivers that nobody writes to any more. */
const GONE = ['rejected', 'withdrawn', 'removed', 'struck'];

/** A unit that takes part because a message was forwarded to it. */
const BY_MESSAGE = /^m\d+-\d+$/;

/** Whom one can write to: the ward, those who receive and have accounts, and whom messages reached. */
export function unitsWrittenTo({ handovers, parties }: Case, me: Me): readonly Unit[] {
  const receivers = handovers.filter(({ external, word }) => !external && !GONE.includes(word));
  const others = parties.filter(({ id }) => id === 'ward' || BY_MESSAGE.test(id));
  const units = [...others, ...receivers].map(({ unit }) => [unit.id, unit] as const);
  return [...new Map(units).values()].filter(({ id }) => id !== me.unit.id);
}
