import type { Reader } from '@hemgang/access';
import type { Refusal } from '@hemgang/kernel';
import { isRefusal, type Incoming } from '../envelope';
import { idOf, type DirectoryChanges, type Needed, type StaffChange } from './changes';
import * as decisions from './cover-decisions';
import { coverView, type CoverView } from './cover-views';
import type { AbsenceWish, HoursWish, WatchWish } from './cover-wishes';

/** Whom it concerns, in the night too: no fresh proof of who she is. One row stands for all of these. */
const CONCERNED: Needed = { operation: 'handOverWatch', isSteppedUp: false };

/**
 * Who reads what comes to a controller's units: hours, watches, absence. Its administrators keep them;
 * whoever has a watch hands it over herself, and says herself that she is away. Once per key, and in
 * every process at its next request.
 * @throws DatabaseUnavailable
 */
export class CoverAdministration {
  /** What whoever has a watch or is away does herself. */
  private readonly own: DirectoryChanges;

  constructor(private readonly changes: DirectoryChanges) {
    this.own = changes.asking(CONCERNED);
  }

  /** How it stands at the reader's controller. */
  async read(reader: Reader): Promise<CoverView | Refusal> {
    const ground = await this.own.reading(reader, 'read-cover');
    return isRefusal(ground) ? ground : coverView(ground);
  }

  setHours(
    reader: Reader,
    unit: string,
    wish: HoursWish,
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    return this.changes.run(reader, 'set-hours', unit, request, (ground) =>
      decisions.setHours(ground, unit, wish),
    );
  }

  addWatch(reader: Reader, wish: WatchWish, request: Incoming): Promise<StaffChange | Refusal> {
    const id = idOf(reader, request);
    return this.changes.run(reader, 'add-watch', '', request, (ground) =>
      decisions.addWatch(ground, wish, id),
    );
  }

  changeWatch(
    reader: Reader,
    watch: string,
    wish: WatchWish,
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    return this.changes.run(reader, 'change-watch', watch, request, (ground) =>
      decisions.changeWatch(ground, watch, wish),
    );
  }

  endWatch(reader: Reader, watch: string, request: Incoming): Promise<StaffChange | Refusal> {
    return this.changes.run(reader, 'end-watch', watch, request, (ground) =>
      decisions.endWatch(ground, watch),
    );
  }

  handOver(
    reader: Reader,
    watch: string,
    to: string,
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    return this.own.run(reader, 'hand-over-watch', watch, request, (ground) =>
      decisions.handOverWatch(ground, watch, to),
    );
  }

  addAbsence(reader: Reader, wish: AbsenceWish, request: Incoming): Promise<StaffChange | Refusal> {
    const id = idOf(reader, request);
    return this.own.run(reader, 'add-absence', '', request, (ground) =>
      decisions.addAbsence(ground, wish, id),
    );
  }

  endAbsence(reader: Reader, absence: string, request: Incoming): Promise<StaffChange | Refusal> {
    return this.own.run(reader, 'end-absence', absence, request, (ground) =>
      decisions.endAbsence(ground, absence),
    );
  }
}
