import type { Instant } from '@hemgang/kernel';
import { appendAccess } from './access-log';
import type { AccessLine } from './case-write';
import type { Database } from './database';
import type { Statement } from './statement';

/** Who told it: a guardian cannot block what is written of a child. */
export type ToldBy = 'patient' | 'representative';

/** A spärr in force. */
export interface BlockRow {
  readonly id: number;
  readonly unit: string;
  readonly since: Instant;
  readonly toldBy: ToldBy;
}

export interface NewBlock {
  readonly person: string;
  readonly controller: string;
  readonly unit: string;
  readonly toldBy: ToldBy;
  readonly at: Instant;
  readonly staff: string;
}

/** What somebody is shown of blocked units, or may read of one for a while. */
export interface NewRelease {
  readonly blocks: readonly number[];
  readonly kind: 'shown' | 'consent' | 'emergency';
  readonly staff: string;
  readonly unit: string;
  readonly reason: string;
  readonly at: Instant;
  readonly until: Instant;
}

const IN_FORCE: Statement<BlockRow> = {
  name: 'blocks-in-force',
  text: `
    select id, unit, since, told_by as "toldBy" from blocks
    where person = $1 and controller = $2 and ended_at is null order by id`,
};

const BLOCK: Statement<{ readonly id: number; readonly since: Instant }> = {
  name: 'block',
  text: `
    with made as (
      insert into blocks (person, controller, unit, told_by, since, staff)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (person, unit) where ended_at is null do nothing
      returning id, since
    )
    select id, since from made
    union all
    select id, since from blocks where person = $1 and unit = $3 and ended_at is null
    limit 1`,
};

const END_BLOCK: Statement<{ readonly id: number }> = {
  name: 'end-block',
  text: `
    update blocks set ended_at = $3, ended_by = $4
    where person = $1 and unit = $2 and ended_at is null returning id`,
};

const RELEASE: Statement<never> = {
  name: 'release-blocks',
  text: `
    insert into block_releases (block, kind, staff, unit, reason, at, until)
    select block, $2, $3, $4, $5, $6, $7 from unnest($1::bigint[]) as block`,
};

/** Which of the blocks the same person was shown a while ago, at the same unit. */
const SHOWN: Statement<{ readonly block: number }> = {
  name: 'blocks-shown',
  text: `
    select distinct block from block_releases
    where block = any ($1::bigint[]) and kind = 'shown' and staff = $2 and unit = $3
      and until > $4`,
};

const OBJECT: Statement<{ readonly since: Instant }> = {
  name: 'object',
  text: `
    with made as (
      insert into objections (person, controller, told_by, since, staff)
      values ($1, $2, $3, $4, $5)
      on conflict (person, controller) where ended_at is null do nothing
      returning since
    )
    select since from made
    union all
    select since from objections where person = $1 and controller = $2 and ended_at is null
    limit 1`,
};

const END_OBJECTION: Statement<{ readonly id: number }> = {
  name: 'end-objection',
  text: `
    update objections set ended_at = $3, ended_by = $4
    where person = $1 and controller = $2 and ended_at is null returning id`,
};

/**
 * Spärrar and objections. Each change is written with its line of the access log, or not at all. It
 * judges nothing.
 * @throws DatabaseUnavailable
 */
export class BlockStore {
  constructor(private readonly database: Database) {}

  inForce(person: string, controller: string): Promise<readonly BlockRow[]> {
    return this.database.run(IN_FORCE, [person, controller]);
  }

  /** Blocks at once; a unit that is blocked already stays so. @returns since when */
  block(wanted: NewBlock, line: AccessLine): Promise<Instant> {
    const { person, controller, unit, toldBy, at, staff } = wanted;
    return this.noting(line, BLOCK, [person, controller, unit, toldBy, at, staff]);
  }

  /** @returns whether there was one in force */
  endBlock(person: string, unit: string, by: string, line: AccessLine): Promise<boolean> {
    return this.ending(line, END_BLOCK, [person, unit, line.at, by]);
  }

  async release(wanted: NewRelease, line: AccessLine): Promise<void> {
    const { blocks, kind, staff, unit, reason, at, until } = wanted;
    await this.database.transaction(async (session) => {
      await session.run(RELEASE, [blocks, kind, staff, unit, reason, at, until]);
      await appendAccess(session, [line]);
    });
  }

  async wereShown(
    blocks: readonly number[],
    { staff, unit }: { readonly staff: string; readonly unit: string },
    now: Instant,
  ): Promise<boolean> {
    const rows = await this.database.run(SHOWN, [blocks, staff, unit, now]);
    return rows.length === blocks.length;
  }

  /** @returns since when the person objects */
  object(wanted: Omit<NewBlock, 'unit'>, line: AccessLine): Promise<Instant> {
    const { person, controller, toldBy, at, staff } = wanted;
    return this.noting(line, OBJECT, [person, controller, toldBy, at, staff]);
  }

  /** @returns whether there was one in force */
  endObjection(person: string, controller: string, by: string, line: AccessLine): Promise<boolean> {
    return this.ending(line, END_OBJECTION, [person, controller, line.at, by]);
  }

  private noting(
    line: AccessLine,
    statement: Statement<{ readonly since: Instant }>,
    values: readonly unknown[],
  ): Promise<Instant> {
    return this.database.transaction(async (session) => {
      const [row] = await session.run(statement, values);
      if (row === undefined) throw new Error(`${statement.name} gave no row`);
      await appendAccess(session, [line]);
      return row.since;
    });
  }

  private ending(
    line: AccessLine,
    statement: Statement<{ readonly id: number }>,
    values: readonly unknown[],
  ): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const rows = await session.run(statement, values);
      if (rows.length > 0) await appendAccess(session, [line]);
      return rows.length > 0;
    });
  }
}
