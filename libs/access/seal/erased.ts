import type { ErasureRecord } from './records';
import { covers, digestIn, erasureDigest } from './erasure-entry';
import type { SealFault } from './verdict';

/**
 * Lines of which only the leaf is left. Each must be named by an erasure, and the erasure by a line of
 * the log that was sealed after it: whoever deletes a line has to say so where all can see it.
 */
export class Erased {
  private readonly declared: ErasureRecord[] = [];
  private readonly sealed = new Set<string>();
  private readonly met: number[] = [];

  /** Lines without their rows. */
  get lines(): number {
    return this.met.length;
  }

  /** Erasures that a sealed line tells of. */
  get erasures(): number {
    return this.sealed.size;
  }

  /** An erasure comes before the lines. */
  declare(record: ErasureRecord): SealFault | null {
    if (erasureDigest(record) !== record.digest) {
      return { code: 'erasure', where: `erasure ${record.id}` };
    }
    this.declared.push(record);
    return null;
  }

  /** A line of the log may tell of an erasure. */
  seal(action: string): void {
    const digest = digestIn(action);
    if (digest !== null) this.sealed.add(digest);
  }

  /** A line without its row. */
  meet(number: number): void {
    this.met.push(number);
  }

  /** The first line that no erasure explains. */
  unexplained(): SealFault | null {
    const told = this.declared.filter(({ digest }) => this.sealed.has(digest));
    const number = this.met.find((each) => !told.some(({ lines }) => covers(lines, each)));
    return number === undefined ? null : { code: 'missing', where: `line ${number}` };
  }
}
