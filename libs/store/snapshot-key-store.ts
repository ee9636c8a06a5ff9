import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import type { Queryable, Statement } from './statement';

/** To which key a unit's pages for an outage are sealed. */
export interface SnapshotKey {
  readonly unit: string;
  /** X25519, 32 bytes. */
  readonly publicKey: Buffer;
  /** 16 bytes that belong to the passphrase. */
  readonly salt: Buffer;
  /** Rounds of PBKDF2. */
  readonly iterations: number;
}

const PUT: Statement<never> = {
  name: 'put-snapshot-key',
  text: `
    insert into snapshot_keys (unit, since, public_key, salt, iterations) values ($1, $2, $3, $4, $5)
    on conflict (unit, since) do update set
      public_key = excluded.public_key, salt = excluded.salt, iterations = excluded.iterations`,
};

/** One unit that is due, and the mark that it has been taken: of two workers one gets it. */
const TAKE: Statement<SnapshotKey> = {
  name: 'take-due-snapshot',
  text: `
    update snapshot_keys k set made_at = $1
    from (
      select unit, since from snapshot_keys latest
      where (made_at is null or made_at <= $2)
        and not exists (select from snapshot_keys newer
                        where newer.unit = latest.unit and newer.since > latest.since)
      order by made_at nulls first, unit
      limit 1
      for update skip locked
    ) as due
    where k.unit = due.unit and k.since = due.since
    returning k.unit, k.public_key as "publicKey", k.salt, k.iterations`,
};

/** Written with the directory (`StaffStore`), which notes who did it and when. */
export async function putSnapshotKey(
  session: Queryable,
  { unit, publicKey, salt, iterations }: SnapshotKey,
  at: Instant,
): Promise<void> {
  await session.run(PUT, [unit, at, publicKey, salt, iterations]);
}

/** Which units are to have a page made. @throws DatabaseUnavailable */
export class SnapshotKeyStore {
  constructor(private readonly database: Database) {}

  /** The key of a unit whose latest page is from `until` or before; null: nobody waits for one. */
  async take(now: Instant, until: Instant): Promise<SnapshotKey | null> {
    const [taken] = await this.database.run(TAKE, [now, until]);
    return taken ?? null;
  }
}
