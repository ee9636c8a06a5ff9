import type { AllowedCommand, AnyCase, Case, Me, Sip } from '../api/types';
import type { Offered } from '../case/kit';

/** A unit that one can write to. */
export type Unit = AnyCase['parties'][number]['unit'];

/** Words of receivers that nobody writes to any more. */
const GONE = ['rejected', 'withdrawn', 'removed', 'struck'];

/** A unit that takes part because a message was forwarded to it. */
const BY_MESSAGE = /^m\d+-\d+$/;

/** Whom one can write to in a stay: the ward, those who receive and have accounts, and whom messages reached. */
export function unitsOfStay({ handovers, parties }: Case, me: Me): readonly Unit[] {
  const receivers = handovers.filter(({ external, word }) => !external && !GONE.includes(word));
  const wards = parties.filter(({ id }) => id === 'ward');
  return others([...wards, ...reachedIn(parties), ...receivers], me);
}

/** Whom one can write to in a SIP: those who take part, and whom messages reached. */
export function unitsOfSip({ sip, parties }: Sip, me: Me): readonly Unit[] {
  return others([...sip.units, ...reachedIn(parties)], me);
}

/** What the form of a message offers. */
export function writing(units: readonly Unit[]): Offered {
  const to = units.map(({ id, name }) => ({ value: id, label: name, detail: '' }));
  const alone = to.length === 1 ? to.map(({ value }) => value) : [];
  return { picks: { to }, initial: { '/priority': 'ordinary', '/to': alone } };
}

/** So much of a message tells it from others. */
const SNIPPET_LENGTH = 60;

/** The first words of the message that a command is for, by one of its machines: `m7-1`. */
export function wordsOfTarget(
  { target }: AllowedCommand,
  { entries }: AnyCase,
): string | undefined {
  const [, seq] = /^m(\d+)-\d+$/.exec(String(target['message'])) ?? [];
  const entry = entries.find((each) => String(each.source ?? each.seq) === seq);
  const text = entry?.body['text'];
  if (typeof text !== 'string') return undefined;
  return text.length > SNIPPET_LENGTH ? `${text.slice(0, SNIPPET_LENGTH)}…` : text;
}

function reachedIn(parties: AnyCase['parties']): AnyCase['parties'] {
  return parties.filter(({ id }) => BY_MESSAGE.test(id));
}

/** Each once, without one's own. */
function others(places: readonly { readonly unit: Unit }[], me: Me): readonly Unit[] {
  const units = places.map(({ unit }) => [unit.id, unit] as const);
  return [...new Map(units).values()].filter(({ id }) => id !== me.unit.id);
}
