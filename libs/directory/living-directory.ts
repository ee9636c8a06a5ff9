import type { Instant } from '@hemgang/kernel';
import { Directory } from './directory';
import type { DirectoryRows } from './rows';
import { standingAt, type Standing, type TermPolicy } from './term';

/**
 * A directory in which assignments begin and end with time. Whoever asks what holds now gets one in
 * which only those stand that hold, so that no use case has to remember to look.
 */
export class LivingDirectory {
  private standing: (Standing & { readonly directory: Directory }) | undefined;

  /**
   * @param revision of the stored rows; a later one has a higher number
   * @throws Error when the rows have faults
   */
  constructor(
    /** Ended and coming assignments too. */
    readonly rows: DirectoryRows,
    readonly revision: number,
    readonly policy: TermPolicy,
  ) {
    new Directory(rows);
  }

  /** The directory as it stands at that time; the same object until it stands otherwise. */
  at(now: Instant): Directory {
    const known = this.standing;
    if (known !== undefined && known.from <= now && (known.until === null || now < known.until)) {
      return known.directory;
    }
    const standing = standingAt(this.rows, now, this.policy);
    this.standing = { ...standing, directory: new Directory(standing.rows) };
    return this.standing.directory;
  }
}
