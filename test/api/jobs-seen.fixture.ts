import { openJobQueue, type QueueServers } from '@hemgang/queue';
import { query } from '@hemgang/testing';
import { Redis } from 'ioredis';
import { z } from 'zod';

/** Copies of every row that a table of the queue has ever held. */
const SEEN = 'marker_seen_jobs';

/**
 * Keeps what is written to the queue in PostgreSQL: a job that is done is removed, and what it carried
 * would be looked for in vain.
 */
export async function keepJobs(databaseUrl: string): Promise<void> {
  const tables = await query<{ name: string }>(
    databaseUrl,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema = 'bullmq' and table_type = 'BASE TABLE'`,
  );
  const triggers = tables.map(
    ({ name }) => `create trigger keep_for_markers after insert or update on ${name}
                   for each row execute function ${SEEN}_keep();`,
  );
  await query(
    databaseUrl,
    `create table ${SEEN} (source text, content text);
     grant insert on ${SEEN} to public;
     create function ${SEEN}_keep() returns trigger language plpgsql security definer as
       $$ begin insert into public.${SEEN} values (tg_table_name, new::text); return new; end $$;
     ${triggers.join('\n')}`,
  );
}

/** What the queue in PostgreSQL was given, one text for each row it had. */
export async function keptJobs(databaseUrl: string): Promise<readonly string[]> {
  const rows = await query<{ source: string; content: string }>(
    databaseUrl,
    `select source, content from ${SEEN}`,
  );
  return rows.map(({ source, content }) => `${source} ${content}`);
}

/** Listens to all that a Redis server is told: keys, jobs and whatever scripts do with them. */
export class RedisEar {
  readonly heard: string[] = [];

  private constructor(
    private readonly client: Redis,
    private readonly monitor: Redis,
  ) {}

  static async on(url: string): Promise<RedisEar> {
    const client = new Redis(url);
    const monitor = await client.monitor();
    const ear = new RedisEar(client, monitor);
    monitor.on('monitor', (_: string, words: readonly string[]) => {
      ear.heard.push(words.map(utf8).join(' '));
    });
    return ear;
  }

  stop(): void {
    this.monitor.disconnect();
    this.client.disconnect();
  }
}

/** The server writes bytes outside ASCII as escapes. */
function utf8(word: string): string {
  const bytes = word.replace(/\\x([0-9a-f]{2})/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const PLANTED = {
  planted: {
    payload: z.strictObject({ name: z.string() }),
    ...{ attempts: 1, firstRetryMs: 1_000, timeoutMs: 1_000 },
  },
};

/** A job that tells what none of ours does: whoever looks through jobs must find it. */
export async function plantJob(servers: QueueServers, name: string): Promise<void> {
  const queue = openJobQueue(PLANTED, servers, { warn: () => undefined });
  await queue.add([{ name: 'planted', id: 'planted', payload: { name } }]);
  await queue.close();
}
