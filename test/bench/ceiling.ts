import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { poolOf } from './pool-of';

/**
 * Ceiling C: what a Node process with plain `pg` makes of the same writes when nothing is decided:
 * six statements a command, no machine, no hash, no checks.
 */
export class Ceiling {
  private readonly pool: Pool;

  constructor(databaseUrl: string, poolSize: number) {
    this.pool = poolOf(databaseUrl, poolSize);
  }

  async prepare(): Promise<void> {
    await this.pool.query(`
      create table if not exists ceiling_cases (
        id uuid primary key, version int not null, state jsonb not null) with (fillfactor = 70);
      create table if not exists ceiling_events (
        case_id uuid not null, seq int not null, type text not null, at timestamptz not null,
        payload jsonb not null, primary key (case_id, seq));
      create table if not exists ceiling_outbox (
        id bigint generated always as identity primary key, case_id uuid not null,
        seq int not null, receiver text not null, payload jsonb not null)`);
  }

  /** A case with as many commands as the real lifecycle has. */
  async *lifecycle(commands: number): AsyncGenerator<void> {
    const id = randomUUID();
    for (let seq = 1; seq <= commands; seq += 1) {
      await this.command(id, seq);
      yield;
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** The `seq`-th command of a case; the first opens it. */
  async command(id: string, seq: number): Promise<void> {
    if (seq === 1) {
      await this.pool.query('insert into ceiling_cases values ($1, 0, $2)', [id, STATE]);
    }
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query('select version, state from ceiling_cases where id = $1 for update', [id]);
      await client.query('update ceiling_cases set version = $2, state = $3 where id = $1', [
        id,
        seq,
        STATE,
      ]);
      await client.query('insert into ceiling_events values ($1, $2, $3, $4, $5)', [
        id,
        seq,
        'acknowledge',
        '2026-03-02T08:00:00Z',
        PAYLOAD,
      ]);
      await client.query(
        `insert into ceiling_outbox (case_id, seq, receiver, payload)
         values ($1, $2, 'a', $3), ($1, $2, 'b', $3)`,
        [id, seq, PAYLOAD],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
  }
}

/** As large as the state of a case with one receiver. */
const STATE = JSON.stringify({ machines: 'x'.repeat(1_600) });
const PAYLOAD = JSON.stringify({ receivers: ['umea-bistand-norr'], note: 'x'.repeat(150) });
