import { givesCare, isSteppedUp, type Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import {
  HOUR_MS,
  plusMs,
  type Clock,
  type Instant,
  type Refusal,
  type Text,
} from '@hemgang/kernel';
import type { AccessLog, BlockRow, BlockStore, CaseStore, ToldBy } from '@hemgang/store';
import type { UnitView } from '../case-view';
import { unitView } from '../names';
import { accessLine } from '../write';

/** Who tells that something is to be blocked. A guardian is asked for so that she can be told no. */
export const BLOCK_TELLERS = ['patient', 'representative', 'guardian'] as const;

export type BlockTeller = (typeof BLOCK_TELLERS)[number];

/** How long somebody may read what was released to her. */
const RELEASED_MS = HOUR_MS;

/** A spärr, or an objection, of a case's patient. */
export interface BlockView {
  readonly caseId: string;
  readonly since: Instant;
}

/** That units have blocked what they wrote: the first step of an emergency release. */
export interface BlockedUnitView {
  /** To name it in the second step. */
  readonly block: string;
  readonly unit: UnitView;
  readonly since: Instant;
}

export interface ReleasedView {
  readonly caseId: string;
  readonly until: Instant;
}

export interface ReleaseWish {
  readonly caseId: string;
  /** Those whose entries matter; nothing else is opened. */
  readonly blocks: readonly string[];
  readonly kind: 'consent' | 'emergency';
  readonly reason: string;
}

export interface BlockResources {
  readonly cases: CaseStore;
  readonly blocks: BlockStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  /** Time that nobody moves: a proof of who one is grows old by it. */
  readonly realClock: Clock;
  directory(): Directory;
}

const NO_GUARDIAN: Text = {
  sv: 'En vårdnadshavare kan inte spärra barnets uppgifter.',
  en: 'A guardian cannot block what is written of the child.',
};

const SEE_FIRST: Text = {
  sv: 'Se först vilka enheter som har spärrat, och öppna sedan bara det som behövs.',
  en: 'See first which units have blocked, then open only what is needed.',
};

const NONE: Text = { sv: 'Det finns inget att häva.', en: 'There is nothing to lift.' };

/** Objections are told to social services too; whoever only administers takes none. */
const works = ({ roles }: Pick<Reader, 'purpose' | 'roles'>): boolean =>
  roles.some((role) => role !== 'administrator');

type Found = { readonly personId: string } | Refusal;

/**
 * Spärr between units of one care provider (PDL 4:4-4:5), and objection to disclosures. It holds from
 * the moment it is told. A refusal writes its access line only.
 * @throws DatabaseUnavailable
 */
export class Blocks {
  constructor(private readonly on: BlockResources) {}

  /** Keeps what the reader's unit has written of the patient from the controller's other units. */
  async block(reader: Reader, caseId: string, toldBy: BlockTeller): Promise<BlockView | Refusal> {
    const found = await this.told(reader, caseId, toldBy, 'block');
    if ('code' in found) return found;
    const { unit, controller, staff } = reader;
    const line = this.line(reader, 'block', caseId, found.personId);
    const wanted = { unit, controller, staff, at: line.at, toldBy: toldBy as ToldBy };
    const since = await this.on.blocks.block({ person: found.personId, ...wanted }, line);
    return { caseId, since };
  }

  /** The patient wants it no more. */
  async endBlock(reader: Reader, caseId: string): Promise<BlockView | Refusal> {
    const found = await this.ofParty(reader, caseId, 'end-block');
    if ('code' in found) return found;
    const line = this.line(reader, 'end-block', caseId, found.personId);
    const { unit, staff } = reader;
    const hasEnded = await this.on.blocks.endBlock(found.personId, unit, staff, line);
    return hasEnded ? { caseId, since: line.at } : this.nothing(reader, 'end-block', caseId);
  }

  /** First step: which units of the controller have blocked. Logged with the reason. */
  async blockedUnits(
    reader: Reader,
    caseId: string,
    reason: string,
  ): Promise<readonly BlockedUnitView[] | Refusal> {
    const action = 'see-blocked-units';
    const found = await this.freshly(reader, caseId, action);
    if ('code' in found) return found;
    const blocks = await this.others(reader, found.personId);
    await this.release(reader, caseId, found.personId, { blocks, kind: 'shown', reason }, action);
    const directory = this.on.directory();
    return blocks.map(({ id, unit, since }) => ({
      block: String(id),
      unit: unitView(directory, unit),
      since,
    }));
  }

  /** Second step: the reader may read what these units wrote, for an hour. Logged with the reason. */
  async releaseBlocks(
    reader: Reader,
    { caseId, blocks, kind, reason }: ReleaseWish,
  ): Promise<ReleasedView | Refusal> {
    const action = `release-block:${kind}`;
    const found = await this.freshly(reader, caseId, action);
    if ('code' in found) return found;
    const others = await this.others(reader, found.personId);
    const wanted = others.filter(({ id }) => blocks.includes(String(id)));
    if (wanted.length < new Set(blocks).size) {
      const errors = [{ path: '/blocks', code: 'unknown' }];
      return this.refused(reader, action, { code: 'PAYLOAD_INVALID', errors }, caseId);
    }
    const ids = wanted.map(({ id }) => id);
    const now = this.on.clock.now();
    if (!(await this.on.blocks.wereShown(ids, reader, now))) {
      const why = { code: 'COMMAND_NOT_POSSIBLE', detail: SEE_FIRST } as const;
      return this.refused(reader, action, why, caseId);
    }
    const asked = { blocks: wanted, kind, reason };
    return { caseId, until: await this.release(reader, caseId, found.personId, asked, action) };
  }

  /** The patient opposes that the controller discloses more than the law demands. */
  async object(reader: Reader, caseId: string, toldBy: BlockTeller): Promise<BlockView | Refusal> {
    const found = await this.told(reader, caseId, toldBy, 'object', works);
    if ('code' in found) return found;
    const line = this.line(reader, 'object', caseId, found.personId);
    const { controller, staff } = reader;
    const wanted = { controller, staff, at: line.at, toldBy: toldBy as ToldBy };
    const since = await this.on.blocks.object({ person: found.personId, ...wanted }, line);
    return { caseId, since };
  }

  /** She does so no more. */
  async endObjection(reader: Reader, caseId: string): Promise<BlockView | Refusal> {
    const action = 'end-objection';
    const found = await this.ofParty(reader, caseId, action, works);
    if ('code' in found) return found;
    const line = this.line(reader, action, caseId, found.personId);
    const { controller, staff } = reader;
    const hasEnded = await this.on.blocks.endObjection(found.personId, controller, staff, line);
    return hasEnded ? { caseId, since: line.at } : this.nothing(reader, action, caseId);
  }

  private async told(
    reader: Reader,
    caseId: string,
    toldBy: BlockTeller,
    action: string,
    may = givesCare,
  ): Promise<Found> {
    const found = await this.ofParty(reader, caseId, action, may);
    if ('code' in found || toldBy !== 'guardian') return found;
    const why = { code: 'RULE_REFUSED', detail: NO_GUARDIAN, rule: 'PDL 4:4' } as const;
    return this.refused(reader, action, why, caseId);
  }

  private async freshly(reader: Reader, caseId: string, action: string): Promise<Found> {
    const found = await this.ofParty(reader, caseId, action);
    if ('code' in found || isSteppedUp(reader, this.on.realClock.now())) return found;
    return this.refused(reader, action, { code: 'STEP_UP_NEEDED' }, caseId);
  }

  /** A case of the reader's unit that is about a patient. */
  private async ofParty(
    reader: Reader,
    caseId: string,
    action: string,
    may = givesCare,
  ): Promise<Found> {
    const { case: found, parties } = await this.on.cases.load(caseId);
    const personId = found?.personId ?? null;
    if (personId === null || !parties.includes(reader.unit)) {
      return this.refused(reader, action, { code: 'NOT_FOUND' }, found?.id);
    }
    if (may(reader)) return { personId };
    return this.refused(reader, action, { code: 'ROLE_NOT_ALLOWED' }, caseId);
  }

  private async others({ controller, unit }: Reader, person: string): Promise<readonly BlockRow[]> {
    const blocks = await this.on.blocks.inForce(person, controller);
    return blocks.filter((block) => block.unit !== unit);
  }

  private async release(
    reader: Reader,
    caseId: string,
    person: string,
    asked: {
      readonly blocks: readonly BlockRow[];
      readonly kind: 'shown' | 'consent' | 'emergency';
      readonly reason: string;
    },
    action: string,
  ): Promise<Instant> {
    const line = this.line(reader, action, caseId, person);
    const until = plusMs(line.at, RELEASED_MS);
    const { staff, unit } = reader;
    const blocks = asked.blocks.map(({ id }) => id);
    await this.on.blocks.release({ ...asked, blocks, staff, unit, at: line.at, until }, line);
    return until;
  }

  private nothing(reader: Reader, action: string, caseId: string): Promise<Refusal> {
    const why = { code: 'COMMAND_NOT_POSSIBLE', detail: NONE } as const;
    return this.refused(reader, action, why, caseId);
  }

  private line(reader: Reader, action: string, caseId: string, person: string) {
    return accessLine(reader, action, this.on.clock.now(), caseId, person);
  }

  private async refused(
    reader: Reader,
    action: string,
    refusal: Refusal,
    caseId: string | null = null,
  ): Promise<Refusal> {
    const now = this.on.clock.now();
    const line = accessLine(reader, `refused:${action}:${refusal.code}`, now, caseId, null);
    await this.on.access.append([line]);
    return refusal;
  }
}
