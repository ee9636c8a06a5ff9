/** Everything that is left to chance in a simulated life. The same seed throws the same. */
export class Dice {
  /** A typed array keeps the number out of the heap. */
  private readonly state: Int32Array;

  constructor(seed: number) {
    this.state = Int32Array.of(seed);
  }

  /** From 0 up to 1 (mulberry32: quick, and its sequences for neighbouring seeds are unlike). */
  next(): number {
    const state = ((this.state[0] ?? 0) + 0x6d2b79f5) | 0;
    this.state[0] = state;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to but not including `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** @throws RangeError when there is nothing to pick from */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }
}

/** Names that come up as often as their weights say. */
export class WeighedDice<Name extends string> {
  private readonly names: readonly Name[];
  private readonly limits: readonly number[];

  constructor(weights: Readonly<Record<Name, number>>) {
    this.names = Object.keys(weights) as Name[];
    let sum = 0;
    this.limits = this.names.map((name) => (sum += weights[name]));
  }

  throw(dice: Dice): Name {
    const thrown = dice.next() * (this.limits.at(-1) ?? 0);
    const name = this.names[this.limits.findIndex((limit) => thrown < limit)];
    if (name === undefined) throw new RangeError('There is nothing to pick from.');
    return name;
  }
}
