import type { DataSource } from 'typeorm';
import type { Pool, PoolClient } from 'pg';
import { isNotTrusted } from './database-not-trusted';
import {
  DatabaseUnavailable,
  isShutOut,
  isSilence,
  mapDatabaseError,
} from './database-unavailable';
import { Flights, only } from './flights';
import { Query } from './query';
import type { Queryable, Statement } from './statement';

/** For whom is read: somebody acting at a unit, or the system itself. */
export type Reader =
  | { readonly unit: string; readonly controller: string; readonly staff: string }
  | 'system';

/** What a reader asks for, all of it known from the start. */
interface Question {
  readonly reader: Reader;
  readonly work: (query: Query) => Promise<object | null>;
}

/** A person waits for the answer; a read that takes longer is ill and must not pile up. */
const READ_LIMIT_MS = 2_000;

/**
 * The reader's context belongs to the transaction (`true` = local), so a pooled connection can
 * never carry it over to the next reader.
 */
const SETTINGS = `
  set_config('hemgang.reader', $1, true) as reader, set_config('hemgang.unit', $2, true),
  set_config('hemgang.controller', $3, true), set_config('hemgang.staff', $4, true),
  set_config('hemgang.earlier', '', true), set_config('statement_timeout', $5, true)`;

/**
 * The cases that a reader has opened in an emergency are part of her context; they are asked for when
 * the rest of it stands (a condition on the row of settings sees to that).
 */
const SET_READER: Statement<never> = {
  name: 'set-reader',
  text: `
    select set_config('hemgang.opened', coalesce((
             select array_agg(case_id)::text from wall_opened_cases where context.reader <> ''), ''),
             true)
    from (select ${SETTINGS}) as context`,
};

/** An operator opens nothing, and her role may not ask what others have opened. */
const SET_SYSTEM: Statement<never> = {
  name: 'set-system',
  text: `select ${SETTINGS}, set_config('hemgang.opened', '', true)`,
};

/**
 * All reads of one transaction see the database as of one moment. Named, so that the driver sends
 * them as it sends every other statement: together (`CoalescingSocket`).
 */
const BEGIN: Statement<never> = { name: 'begin', text: 'begin isolation level repeatable read' };
const COMMIT: Statement<never> = { name: 'commit', text: 'commit' };

/** A connection that breaks between two statements says so when the next one fails. */
const ignore = (): void => undefined;

/**
 * The pool of connections that TypeORM opened. Statements go to the driver directly: TypeORM's
 * repositories cost two to four times as much and cannot name a statement.
 */
export class Database implements Queryable {
  private readonly reads = new Flights<Question, object | null>({
    together: (questions) => this.readTogether(questions),
    alone: (question) => only(this.readTogether([question])),
  });

  constructor(
    readonly dataSource: DataSource,
    private readonly pool: Pool,
    /** Address with the password, for connections outside the pool. Never log it. */
    readonly url: string,
    /** Called when a connection has fallen silent: those of other pools will have as well. */
    private readonly onSilence: () => void = () => undefined,
  ) {}

  /** Runs one statement in a transaction of its own: one round trip. */
  async run<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
    try {
      return await execute(this.pool, statement, values);
    } catch (error) {
      throw this.meaning(error);
    }
  }

  /**
   * Reads in the reader's own database context, when what is asked is known from the start: `begin`,
   * the context, every query that `work` starts before it first waits, and `commit` leave together.
   * One round trip, and readers who ask at the same time share it, each in a context of his own.
   * @throws DatabaseUnavailable also when a query takes longer than two seconds
   * @throws Error when `work` starts a query later; that would be in another's context
   */
  async readAtOnce<Result extends object | null>(
    reader: Reader,
    work: (query: Query) => Promise<Result>,
  ): Promise<Result> {
    return (await this.reads.board({ reader, work })) as Result;
  }

  /**
   * Reads in the reader's own database context, when one answer decides what is asked next.
   *
   * Two round trips: `begin`, the context and every query that `work` starts before it first waits
   * leave together (the driver's pipeline), then `commit`. A query started after waiting for
   * another one adds a round trip of its own.
   * @throws DatabaseUnavailable also when a query takes longer than two seconds
   */
  async read<Result>(reader: Reader, work: (query: Query) => Promise<Result>): Promise<Result> {
    return this.transaction(async (session) => {
      const isSet = setReader(session, reader);
      const [result] = await Promise.all([work(new Query(session)), isSet]);
      return result;
    });
  }

  /** Runs several statements in one transaction; what `work` throws rolls everything back. */
  async transaction<Result>(work: (session: Queryable) => Promise<Result>): Promise<Result> {
    return this.onConnection(async (client) => {
      const session = sessionOn(client);
      const [, result] = await Promise.all([session.run(BEGIN, []), work(session)]);
      await session.run(COMMIT, []);
      return result;
    });
  }

  /** Waits for running statements and closes the connections. */
  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  private readTogether(questions: readonly Question[]): Promise<readonly (object | null)[]> {
    return this.onConnection(async (client) => {
      const session = sessionOn(client);
      const frame = [session.run(BEGIN, [])];
      const answers = questions.map(({ reader, work }) => {
        frame.push(setReader(session, reader));
        let isSent = false;
        const query = new Query({
          run: (statement, values) => {
            if (isSent) throw new Error(`${statement.name} would come after the commit`);
            return session.run(statement, values);
          },
        });
        const answer = work(query);
        isSent = true;
        return answer;
      });
      frame.push(session.run(COMMIT, []));
      const [results] = await Promise.all([Promise.all(answers), Promise.all(frame)]);
      return results;
    });
  }

  private async onConnection<Result>(
    work: (client: PoolClient) => Promise<Result>,
  ): Promise<Result> {
    let client: PoolClient | undefined;
    try {
      client = await this.pool.connect();
      client.on('error', ignore);
      const result = await work(client);
      client.off('error', ignore);
      client.release();
      return result;
    } catch (error) {
      // `true` throws the connection away: closing it rolls back, also when it no longer answers.
      client?.release(true);
      throw this.meaning(error);
    }
  }

  /**
   * Throws away the connections that lie idle. They do not fall silent one at a time: each would cost
   * its user the whole limit, and users who share their statements would meet them one after the other.
   */
  dropIdle(): void {
    for (let idle = this.pool.idleCount; idle > 0; idle -= 1) {
      this.pool.connect().then((client) => client.release(true), ignore);
    }
  }

  /** What a failure means. */
  private meaning(error: unknown): unknown {
    if (isSilence(error)) {
      this.dropIdle();
      this.onSilence();
    }
    // Its password or certificate was changed while the program ran: nothing was asked.
    const isRefused = isShutOut(error) || isNotTrusted(error);
    return isRefused ? new DatabaseUnavailable(error) : mapDatabaseError(error);
  }
}

function sessionOn(client: PoolClient): Queryable {
  return { run: (statement, values) => execute(client, statement, values) };
}

async function execute<Row>(
  connection: Pool | PoolClient,
  { name, text }: Statement<Row>,
  values: readonly unknown[],
): Promise<Row[]> {
  const result = await connection.query({ name, text, values: [...values] });
  return result.rows as Row[];
}

function setReader(session: Queryable, reader: Reader): Promise<never[]> {
  const limit = String(READ_LIMIT_MS);
  return reader === 'system'
    ? session.run(SET_SYSTEM, ['system', '', '', '', limit])
    : session.run(SET_READER, ['unit', reader.unit, reader.controller, reader.staff, limit]);
}
