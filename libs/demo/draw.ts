import { pick, seeded } from './random';

/** Chance that falls the same way every time for the same seed. */
export class Draw {
  private readonly random: () => number;

  constructor(seed: string) {
    this.random = seeded(seed);
  }

  /** True in this share (0 to 1) of all seeds. */
  happens(share: number): boolean {
    return this.random() < share;
  }

  /** A number from `min` up to, not including, `max`. */
  between(min: number, max: number): number {
    return min + this.random() * (max - min);
  }

  /** One of the items. @throws RangeError when there is none */
  of<Item>(items: readonly Item[]): Item {
    return pick(items, this.random);
  }
}
