import { randomUUID } from 'node:crypto';
import { judgeAccess, type OperationName, type Reader } from '@hemgang/access';
import { ROLE_TEXTS, ROLES, type Directory, type Role } from '@hemgang/directory';
import {
  addDays,
  canonicalJson,
  isUuid,
  type Clock,
  type Instant,
  type LocalDate,
  type Refusal,
} from '@hemgang/kernel';
import {
  AgreedMeasureStore,
  PackStore,
  type AccessLog,
  type AgreedMeasureRow,
  type AgreedStatus,
  type Database,
  type PackRow,
} from '@hemgang/store';
import { isRefusal } from '../envelope';
import type { Figures } from '../figures/figures';
import { MEASURES_VERSION } from '../figures/measures';
import { COUNTY } from '../figures/places';
import { lastDayOf, monthsBefore } from '../figures/stretches';
import { personView } from '../names';
import { invalid, NOT_FOUND } from '../staffing/ground';
import { accessLine } from '../write';
import { jointPlace, jointPlaces, type JointPlace } from './joint-places';
import { packContent, type PackContent } from './pack-content';
import { packCases, waitsOf } from './waits';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** An edition of a month's pack. */
export interface PackLine {
  readonly id: string;
  /** Its first day. */
  readonly month: LocalDate;
  readonly edition: number;
  readonly hash: string;
  readonly frozenAt: Instant;
  readonly frozenBy: string;
  readonly huvudman: string;
}

/** The same with what it says. */
export interface PackView extends PackLine {
  /** Up to which event of the log it was reckoned. */
  readonly position: string;
  readonly content: PackContent;
}

/** What has been agreed, and what came of it. */
export interface AgreedMeasureView {
  readonly id: string;
  readonly words: string;
  readonly owner: Named;
  readonly role: { readonly id: Role; readonly name: string };
  readonly due: LocalDate;
  readonly lookAgain: LocalDate;
  readonly agreedAt: Instant;
  readonly agreedBy: string;
  readonly status: AgreedStatus;
  /** The latest first. */
  readonly followUps: readonly {
    readonly status: AgreedStatus;
    readonly note: string;
    readonly at: Instant;
    readonly by: string;
  }[];
}

/** What the joint group of a place has before it. */
export interface JointGroupView {
  readonly place: Named;
  /** Those that the reader can choose. */
  readonly places: readonly Named[];
  readonly editions: readonly PackLine[];
  readonly agreed: readonly AgreedMeasureView[];
  /** Who can own what is agreed here. */
  readonly owners: readonly Named[];
  readonly roles: readonly { readonly id: Role; readonly name: string }[];
}

/** A pack that is asked for. */
export interface PackWish {
  readonly place: string;
  /** `YYYY-MM`. */
  readonly month: string;
}

export interface AgreedWish {
  readonly place: string;
  readonly words: string;
  readonly owner: string;
  readonly role: Role;
  readonly due: LocalDate;
  readonly lookAgain: LocalDate;
}

export interface FollowUpWish {
  readonly place: string;
  readonly status: AgreedStatus;
  readonly note: string;
}

interface PackResources {
  readonly reads: Database;
  readonly works: Database;
  readonly access: AccessLog;
  readonly clock: Clock;
  readonly figures: Figures;
  directory(): Directory;
}

/** Months of a run chart, the pack's own among them. */
const MONTHS = 13;

/** More than any group follows up. */
const AGREED_MAX = 500;

/** The log may move while a pack is reckoned: then it is reckoned again, so often. */
const TRIES = 5;

/**
 * The joint group's workspace (record 39), for administrators of authorities: of a municipality for it
 * and the region, of the county for all of them. Every other place looks like none.
 * @throws DatabaseUnavailable
 */
export class Packs {
  private readonly store: PackStore;
  private readonly agreed: AgreedMeasureStore;

  constructor(private readonly on: PackResources) {
    this.store = new PackStore(on.works);
    this.agreed = new AgreedMeasureStore(on.works);
  }

  async group(id: string, reader: Reader): Promise<JointGroupView | Refusal> {
    const place = await this.placeFor('getJointGroup', id, reader);
    return isRefusal(place) ? place : this.viewOf(place, reader);
  }

  /** Freezes the month as it is now; a new edition, unless the latest one says the same. */
  async freeze(wish: PackWish, reader: Reader): Promise<JointGroupView | Refusal> {
    const place = await this.placeFor('freezePack', wish.place, reader);
    if (isRefusal(place)) return place;
    const reckoned = await this.reckoned(place, `${wish.month}-01`);
    if (isRefusal(reckoned)) return reckoned;
    const { content, moment } = reckoned;
    await this.store.freeze({
      ...{ id: randomUUID(), place: place.id, month: content.month },
      ...{ content: canonicalJson(content), tx: moment.tx, position: moment.position },
      ...{ frozenAt: this.on.clock.now(), frozenBy: reader.staff, huvudman: reader.huvudman },
    });
    return this.viewOf(place, reader);
  }

  /** @param operation under which name it is asked for, and noted */
  async pack(
    operation: 'getPack' | 'printPack' | 'getPackExcel',
    id: string,
    reader: Reader,
  ): Promise<PackView | Refusal> {
    const found = isUuid(id) ? await this.on.reads.read(reader, (query) => query.pack(id)) : null;
    const place = await this.placeFor(operation, found?.place ?? '', reader);
    if (isRefusal(place)) return place;
    if (found === null) return NOT_FOUND;
    const content = JSON.parse(found.content) as PackContent;
    return { ...this.lineOf(found), position: `${found.tx}:${found.position}`, content };
  }

  async agree(wish: AgreedWish, reader: Reader): Promise<JointGroupView | Refusal> {
    const place = await this.placeFor('agreeMeasure', wish.place, reader);
    if (isRefusal(place)) return place;
    if (!place.huvudmen.some(({ id }) => id === wish.owner)) return invalid('/owner', 'unknown');
    const { staff, huvudman } = reader;
    const made = { id: randomUUID(), agreedAt: this.on.clock.now(), agreedBy: staff, huvudman };
    const isKept = await this.agreed.agree({ ...wish, ...made }, AGREED_MAX);
    return isKept ? this.viewOf(place, reader) : invalid('/words', 'too_many');
  }

  async followUp(
    id: string,
    { place: at, status, note }: FollowUpWish,
    reader: Reader,
  ): Promise<JointGroupView | Refusal> {
    const place = await this.placeFor('followUpMeasure', at, reader);
    if (isRefusal(place)) return place;
    const rows = await this.agreed.of(place.id);
    if (!rows.some((row) => row.id === id)) return NOT_FOUND;
    const { staff, huvudman } = reader;
    const now = this.on.clock.now();
    await this.agreed.followUp(id, { status, note, at: now, by: staff, huvudman });
    return this.viewOf(place, reader);
  }

  /** Judges, and leaves a line of what was asked: also of what is refused. */
  private async placeFor(
    operation: OperationName,
    id: string,
    reader: Reader,
  ): Promise<JointPlace | Refusal> {
    const { access, clock } = this.on;
    const may = judgeAccess({ asks: 'operation', operation, by: reader });
    const place = may.isAllowed ? jointPlace(this.on.directory(), reader, id) : may.refusal;
    const action = isRefusal(place) ? `refused:${ACTIONS[operation]}` : ACTIONS[operation];
    await access.append([accessLine(reader, action ?? operation, clock.now(), null, null)]);
    return place;
  }

  private async reckoned(place: JointPlace, month: LocalDate) {
    for (let left = TRIES; ; left -= 1) {
      const moment = await this.store.moment(MEASURES_VERSION);
      if (moment === null || moment.day === null) return invalid('/month', 'not_reckoned');
      const to = earlier(lastDayOf(month), addDays(moment.day, -1));
      if (to < month) return invalid('/month', 'not_over');
      const content = await this.contentOf(place, month, to);
      const after = await this.store.moment(MEASURES_VERSION);
      const isStill = after?.tx === moment.tx && after.position === moment.position;
      if (isStill || left <= 1) return { content, moment };
    }
  }

  /** In a municipality's pack both huvudmän of its cases look at their own: nothing of few is hidden. */
  private async contentOf(place: JointPlace, month: LocalDate, to: LocalDate) {
    const isOwn = place.id !== COUNTY;
    const asked = { place: place.id, from: month, to, by: 'month' } as const;
    const from = monthsBefore(month, MONTHS - 1);
    const { figures: reckon } = this.on;
    const [{ figures }, sv, en, waiting, agreed] = await Promise.all([
      reckon.reckoned({ ...asked, from }, isOwn, 'sv'),
      reckon.causes(asked, isOwn, 'sv'),
      reckon.causes(asked, isOwn, 'en'),
      // Among municipalities that look at each other no stay is named.
      isOwn ? this.store.waiting(place.id, month, to) : [],
      this.agreed.of(place.id),
    ]);
    const directory = this.on.directory();
    const cases = isOwn ? packCases(waitsOf(waiting, to), directory) : null;
    const parts = { place, month, to, figures, causes: { sv, en }, cases, agreed };
    return packContent(parts, directory);
  }

  private async viewOf(place: JointPlace, reader: Reader): Promise<JointGroupView> {
    const { language } = reader;
    const [editions, agreed] = await this.on.reads.read(reader, (query) =>
      Promise.all([query.packs(place.id), query.agreedMeasures(place.id)]),
    );
    const places = jointPlaces(this.on.directory(), reader);
    const named = ({ id, name }: JointPlace) => ({ id, name: name[language] });
    return {
      place: named(place),
      places: places.map(named),
      editions: editions.map((row) => this.lineOf(row)),
      agreed: agreed.map((row) => this.agreedView(row, reader)),
      owners: place.huvudmen.map(({ id, name }) => ({ id, name })),
      roles: ROLES.map((id) => ({ id, name: ROLE_TEXTS[id][language] })),
    };
  }

  private lineOf({ id, month, edition, hash, frozenAt, frozenBy, huvudman }: PackRow): PackLine {
    return {
      ...{ id, month, edition, hash, frozenAt },
      frozenBy: this.nameOf(frozenBy),
      huvudman: this.huvudmanOf(huvudman),
    };
  }

  private agreedView(row: AgreedMeasureRow, { language }: Reader): AgreedMeasureView {
    const { id, words, owner, role, due, lookAgain, agreedAt, agreedBy, followUps } = row;
    return {
      ...{ id, words, due, lookAgain, agreedAt, agreedBy: this.nameOf(agreedBy) },
      owner: { id: owner, name: this.huvudmanOf(owner) },
      role: { id: role, name: ROLE_TEXTS[role][language] },
      status: followUps.at(-1)?.status ?? 'agreed',
      followUps: followUps
        .map(({ status, note, at, by }) => ({ status, note, at, by: this.nameOf(by) }))
        .reverse(),
    };
  }

  private nameOf(staff: string): string {
    return personView(this.on.directory(), staff)?.name ?? staff;
  }

  private huvudmanOf(huvudman: string): string {
    const { rows } = this.on.directory();
    return rows.huvudman.find(({ id }) => id === huvudman)?.name ?? huvudman;
  }
}

/** What the access log calls it. */
const ACTIONS: Partial<Readonly<Record<OperationName, string>>> = {
  getJointGroup: 'read:joint-group',
  freezePack: 'freeze-pack',
  getPack: 'read:pack',
  printPack: 'print:pack',
  getPackExcel: 'export:pack',
  agreeMeasure: 'agree-measure',
  followUpMeasure: 'follow-up-measure',
};

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}
