import { createHash } from 'node:crypto';
import { isPhoneNumber, type ContactCard, type Directory, type Unit } from '@hemgang/directory';
import type { Clock, Refusal } from '@hemgang/kernel';
import type { AccessLog, DirectoryStore, ExternalUnitRows } from '@hemgang/store';
import type { ReceiverUnitView } from './case-view';
import { receiverUnitView } from './names';
import { judgeAccess, type Reader } from '@hemgang/access';
import { accessLine } from './write';

const ACTION = 'register-external-unit';

/** Kinds of unit that can be outside, by the digits of their huvudman's code. */
const KINDS = {
  4: ['municipal-social', 'municipal-health'],
  2: ['halsocentral', 'specialist-open-care'],
} as const;

/** A unit outside as somebody describes it. The edge has checked the form of each field. */
export interface ExternalUnitWish {
  /** As it stands on the envelope: `Luleå kommun`. */
  readonly organisation: string;
  /** SCB's code of the region (two digits) or municipality (four). */
  readonly code: string;
  readonly kind: (typeof KINDS)[2 | 4][number];
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly secureMail: string | null;
}

export interface Registration {
  readonly unit: ReceiverUnitView;
  /** The same key has registered it before. */
  readonly replayed: boolean;
}

export interface ExternalUnitResources {
  readonly directories: DirectoryStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
  /** Every process reads the directory anew. */
  directoryChanged(): Promise<void>;
}

/**
 * Receivers outside the county. Nobody there has an account, so a ward registers how they are
 * reached; from then on they can be named as receivers like others. The idempotency key makes the
 * unit's id: a repeat meets the unit that is there.
 * @throws DatabaseUnavailable
 */
export class ExternalUnits {
  constructor(private readonly on: ExternalUnitResources) {}

  /** Registers a unit, once per caller and key. By ward staff only. */
  async register(
    reader: Reader,
    wish: ExternalUnitWish,
    key: string,
  ): Promise<Registration | Refusal> {
    const refusal = this.judge(reader, wish);
    if (refusal !== null) return this.refused(reader, refusal);
    const id = idOf(reader, key);
    const there = this.on.directory().unit(id);
    if (there !== undefined) return this.repeat(reader, there, wish);
    const taken = this.isTaken(wish);
    if (taken) return this.refused(reader, invalid('/name', 'taken'));
    const added = await this.on.directories.addExternal(rowsOf(id, wish));
    await this.on.directoryChanged();
    const unit = this.on.directory().unit(id);
    if (unit === undefined) throw new Error(`The unit ${id} has just been added.`);
    // Somebody else's repeat of the same key was a moment faster.
    if (!added) return this.repeat(reader, unit, wish);
    await this.note(reader, ACTION);
    return {
      unit: receiverUnitView(this.on.directory(), unit, this.on.clock.now()),
      replayed: false,
    };
  }

  private judge(reader: Reader, wish: ExternalUnitWish): Refusal | null {
    const operation = 'registerExternalUnit';
    const may = judgeAccess({ asks: 'operation', operation, by: reader });
    if (!may.isAllowed) return may.refusal;
    const kinds: readonly string[] = wish.code.length === 2 ? KINDS[2] : KINDS[4];
    if (!kinds.includes(wish.kind)) return invalid('/kind', 'does_not_fit');
    if (!isPhoneNumber(wish.phone)) return invalid('/phone', 'invalid_format');
    return this.isOurs(wish.code) ? invalid('/code', 'own_county') : null;
  }

  /** A huvudman with a unit whose staff work here needs no cards. */
  private isOurs(code: string): boolean {
    const directory = this.on.directory();
    return directory.rows.units.some(
      ({ id, external }) => external === null && directory.huvudmanOf(id)?.code === code,
    );
  }

  private isTaken({ code, kind, name }: ExternalUnitWish): boolean {
    const directory = this.on.directory();
    return directory
      .unitsOfKind(kind)
      .some((unit) => unit.name === name && directory.huvudmanOf(unit.id)?.code === code);
  }

  private repeat(
    reader: Reader,
    unit: Unit,
    wish: ExternalUnitWish,
  ): Promise<Refusal> | Registration {
    const { unit: wished } = rowsOf(unit.id, wish);
    const isSame =
      wished.controller === unit.controller &&
      wished.kind === unit.kind &&
      wished.name === unit.name &&
      wished.phone === unit.phone &&
      isSameCard(wished.external, unit.external);
    return isSame
      ? { unit: receiverUnitView(this.on.directory(), unit, this.on.clock.now()), replayed: true }
      : this.refused(reader, { code: 'IDEMPOTENCY_KEY_REUSED' });
  }

  private async refused(reader: Reader, refusal: Refusal): Promise<Refusal> {
    await this.note(reader, `refused:${ACTION}:${refusal.code}`);
    return refusal;
  }

  private note(reader: Reader, action: string): Promise<void> {
    return this.on.access.append([accessLine(reader, action, this.on.clock.now(), null, null)]);
  }
}

function idOf({ assignment }: Reader, key: string): string {
  const hash = createHash('sha256').update(`${assignment}\n${key}`).digest('hex');
  return `utanfor-${hash.slice(0, 16)}`;
}

function rowsOf(id: string, wish: ExternalUnitWish): ExternalUnitRows {
  const { code, organisation, kind, name, phone, address, secureMail } = wish;
  const isRegion = code.length === 2;
  const huvudman = { id: `${isRegion ? 'region' : 'kommun'}-${code}`, name: organisation, code };
  const controller = {
    id: `${huvudman.id}-utanfor`,
    huvudman: huvudman.id,
    name: organisation,
    form: 'authority' as const,
  };
  return {
    huvudman,
    controller,
    unit: {
      id,
      controller: controller.id,
      kind,
      name,
      phone,
      sensitive: false,
      municipality: isRegion ? null : code,
      closedInto: null,
      ownWard: null,
      external: { organisation, address, secureMail },
    },
  };
}

function isSameCard(a: ContactCard | null, b: ContactCard | null): boolean {
  return (
    a?.organisation === b?.organisation &&
    a?.address === b?.address &&
    a?.secureMail === b?.secureMail
  );
}

function invalid(path: string, code: string): Refusal {
  return { code: 'PAYLOAD_INVALID', errors: [{ path, code }] };
}
