import { seeded } from './random';

/** How a stay may end. */
export type StayEnding =
  | 'planned'
  | 'not-carried-out'
  | 'no-need'
  | 'left-against-advice'
  | 'absconded'
  | 'transferred'
  | 'died'
  | 'died-afterwards';

/** What an invented stay meets that most stays do not. */
export interface Turns {
  readonly ending: StayEnding;
  /** The inskrivningsmeddelande goes later than 24 hours after the judged need (2017:612 2:3). */
  readonly noticeLate: boolean;
  readonly withdrawn: boolean;
  /** Secrecy hinders the notice of utskrivningsklar at first. */
  readonly hindered: boolean;
  readonly felsant: boolean;
  /** To another hospital of the region. */
  readonly moved: boolean;
  /** The patient lives outside the county: nobody who receives her has an account. */
  readonly outsider: boolean;
  /** LPT at the beginning of the stay. */
  readonly compulsory: boolean;
}

/** So many stays share one deck of every kind. */
const DECK = 100;

/** Of a hundred stays; the rest end as planned. The county's own figures are not known. */
const ENDINGS: readonly (readonly [StayEnding, number])[] = [
  ['not-carried-out', 3],
  ['no-need', 1],
  ['left-against-advice', 1],
  ['absconded', 1],
  ['transferred', 2],
  ['died', 2],
  ['died-afterwards', 1],
];

/** Of a hundred stays. Some never come to it, because the stay ends before: so a few more. */
const OF_HUNDRED = {
  noticeLate: 12,
  withdrawn: 9,
  hindered: 2,
  felsant: 5,
  moved: 14,
  outsider: 4,
  compulsory: 1,
} as const satisfies Partial<Record<keyof Turns, number>>;

/**
 * What the stay with this running number meets. Dealt from shuffled decks and not drawn: among every
 * hundred stays in a row each turn comes as often as it should, whatever the seed.
 */
export function turnsOf(seed: string, index: number): Turns {
  const has = (turn: keyof typeof OF_HUNDRED): boolean =>
    isDealt(`${seed} ${turn}`, index, OF_HUNDRED[turn]);
  return {
    ending: endingOf(cardOf(`${seed} ending`, index)),
    noticeLate: has('noticeLate'),
    withdrawn: has('withdrawn'),
    hindered: has('hindered'),
    felsant: has('felsant'),
    moved: has('moved'),
    outsider: has('outsider'),
    compulsory: has('compulsory'),
  };
}

/** A stay of the same patient again: what it meets, and where she lives. */
export function turnsAgain(seed: string, index: number, { outsider }: Turns): Turns {
  return { ...turnsOf(seed, index), outsider };
}

function endingOf(card: number): StayEnding {
  let upToHere = 0;
  for (const [ending, cards] of ENDINGS) {
    upToHere += cards;
    if (card < upToHere) return ending;
  }
  return 'planned';
}

/** True for exactly so many of every hundred numbers in a row. */
export function isDealt(deck: string, index: number, ofHundred: number): boolean {
  return cardOf(deck, index) < ofHundred;
}

/** Shuffling takes longer than everything else about a plan. */
const shuffled = new Map<string, readonly number[]>();

/** The card that falls on this number, from 0: each deck of a hundred is shuffled anew. */
function cardOf(deck: string, index: number): number {
  const name = `${deck} ${Math.floor(index / DECK)}`;
  const cards = shuffled.get(name) ?? shuffle(name);
  shuffled.set(name, cards);
  return cards[index % DECK] ?? DECK;
}

function shuffle(name: string): readonly number[] {
  const random = seeded(name);
  return Array.from({ length: DECK }, (_, card) => ({ card, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ card }) => card);
}
