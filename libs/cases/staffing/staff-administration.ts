import type { Reader } from '@hemgang/access';
import type { Refusal } from '@hemgang/kernel';
import type { SnapshotKey } from '@hemgang/store';
import { isRefusal, type Incoming } from '../envelope';
import { BAD_CURSOR, type PageRequest } from '../paging';
import { idOf, type DirectoryChanges, type StaffChange } from './changes';
import * as decisions from './decisions';
import { NOT_FOUND, ownAssignments, ownPerson } from './ground';
import { review, type ControllerReview } from './review';
import {
  ownUnitView,
  staffView,
  toConfirm,
  type OwnUnitView,
  type StaffView,
  type ToConfirmView,
} from './views';
import type { AssignmentWish, StaffWish, TermWish } from './wishes';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/**
 * The part of the directory that is a controller's own, in the hands of its administrators: staff,
 * assignments, stand-ins, the yearly confirmation, and the facts of units. Changes need a person who
 * has just proved who she is, are made once per key, and act in every process at its next request.
 * @throws DatabaseUnavailable
 */
export class StaffAdministration {
  constructor(private readonly changes: DirectoryChanges) {}

  /** People who work for the controller or are about to, by name. */
  async list(
    reader: Reader,
    name: string,
    { cursor, limit }: PageRequest,
  ): Promise<Page<StaffView> | Refusal> {
    const ground = await this.changes.reading(reader, 'list-staff');
    if (isRefusal(ground)) return ground;
    const present = ownAssignments(ground).filter(
      ({ term }) => term?.until === undefined || term.until > ground.now,
    );
    const wanted = name.toLocaleLowerCase('sv');
    const people = [...new Set(present.map(({ staff }) => staff))]
      .flatMap((id) => ownPerson(ground, id) ?? [])
      .filter(({ staff }) => staff.name.toLocaleLowerCase('sv').includes(wanted))
      .sort((a, b) => a.staff.name.localeCompare(b.staff.name, 'sv'));
    const after = people.findIndex(({ staff }) => staff.id === cursor);
    if (cursor !== null && after < 0) return BAD_CURSOR;
    const shown = people.slice(after + 1, after + 1 + limit);
    const isMore = people.length > after + 1 + limit;
    return {
      items: shown.map((person) => staffView(ground, person)),
      next: isMore ? (shown.at(-1)?.staff.id ?? null) : null,
    };
  }

  async one(reader: Reader, id: string): Promise<StaffView | Refusal> {
    const ground = await this.changes.reading(reader, 'read-staff');
    if (isRefusal(ground)) return ground;
    const person = ownPerson(ground, id);
    return person === null
      ? this.changes.refused(reader, 'read-staff', NOT_FOUND)
      : staffView(ground, person);
  }

  async toConfirm(reader: Reader): Promise<readonly ToConfirmView[] | Refusal> {
    const ground = await this.changes.reading(reader, 'list-confirmations');
    return isRefusal(ground) ? ground : toConfirm(ground);
  }

  /** How each controller's assignments stand; for operators. */
  review(): readonly ControllerReview[] {
    return review(this.changes.present());
  }

  async units(reader: Reader): Promise<readonly OwnUnitView[] | Refusal> {
    const ground = await this.changes.reading(reader, 'list-own-units');
    if (isRefusal(ground)) return ground;
    return ground.living.rows.units
      .filter(({ controller, external, closedInto }) => {
        return controller === reader.controller && external === null && closedInto === null;
      })
      .map(ownUnitView);
  }

  add(reader: Reader, wish: StaffWish, request: Incoming): Promise<StaffChange | Refusal> {
    const id = idOf(reader, request);
    return this.changes.run(reader, 'add-staff', '', request, (ground) =>
      decisions.addStaff(ground, wish, id),
    );
  }

  assign(
    reader: Reader,
    person: string,
    wish: AssignmentWish,
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    const id = idOf(reader, request);
    return this.changes.run(reader, 'assign', person, request, (ground) =>
      decisions.assign(ground, person, wish, id),
    );
  }

  change(
    reader: Reader,
    assignment: string,
    wish: TermWish,
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    return this.changes.run(reader, 'change-assignment', assignment, request, (ground) =>
      decisions.changeAssignment(ground, assignment, wish),
    );
  }

  end(reader: Reader, assignment: string, request: Incoming): Promise<StaffChange | Refusal> {
    return this.changes.run(reader, 'end-assignment', assignment, request, (ground) =>
      decisions.endAssignment(ground, assignment),
    );
  }

  endStaff(reader: Reader, person: string, request: Incoming): Promise<StaffChange | Refusal> {
    return this.changes.run(reader, 'end-staff', person, request, (ground) =>
      decisions.endStaff(ground, person),
    );
  }

  confirm(
    reader: Reader,
    assignments: readonly string[],
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    return this.changes.run(reader, 'confirm-assignment', '', request, (ground) =>
      decisions.confirm(ground, assignments),
    );
  }

  changeUnit(
    reader: Reader,
    unit: string,
    facts: { readonly name: string; readonly phone: string },
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    return this.changes.run(reader, 'change-unit', unit, request, (ground) =>
      decisions.changeUnit(ground, unit, facts),
    );
  }

  /** The passphrase of the key never comes here: whoever sets it keeps it. */
  setSnapshotKey(
    reader: Reader,
    unit: string,
    key: Omit<SnapshotKey, 'unit'>,
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    return this.changes.run(reader, 'set-snapshot-key', unit, request, (ground) =>
      decisions.setSnapshotKey(ground, unit, key),
    );
  }
}
