import { query } from '@hemgang/testing';
import type { ApiServer } from './api-server.fixture';
import { TEXT, type TestFile } from './sample-files.fixture';

/** Sends a file that is kept. @returns its id */
export async function keptFile(
  api: ApiServer,
  caseId: string,
  user: string,
  file: TestFile = TEXT,
): Promise<string> {
  const answer = await api.sendFile(`/api/v1/discharges/${caseId}/attachments`, file, user);
  if (answer.status !== 201) throw new Error(`answered ${answer.status}: ${answer.text}`);
  return (answer.body as { readonly id: string }).id;
}

/** What an event of a message says, and to whom its words went. */
interface StoredMessage {
  /** Files that it names. */
  readonly names?: readonly string[];
  readonly controllers: readonly string[];
  /** The event whose words it hands on. */
  readonly source?: number;
}

/** Stores an event as a message is stored. @returns its number */
export async function storedMessage(
  { county }: ApiServer,
  caseId: string,
  user: string,
  { names, controllers, source }: StoredMessage,
): Promise<number> {
  const payload = names === undefined ? {} : { attachments: names };
  const [row] = await query<{ seq: number }>(
    county.databaseUrl,
    `with told as (
       insert into events (case_id, seq, tx, type, occurred_at, recorded_at, actor, payload, given,
                           digests, results, hash)
       select $1, max(seq) + 500, pg_current_xact_id(), 'send-message', max(recorded_at),
              max(recorded_at), jsonb_build_object('unit', $2::text), $3::jsonb, '{}', '{}',
              '{"told": [], "moved": [], "machines": []}', decode(repeat('0', 64), 'hex')
       from events where case_id = $1
       returning case_id, seq
     ), copied as (
       insert into contents (case_id, seq, controller, entry, legal_basis, salt, source, body)
       select case_id, seq, controller, 'send-message', 'OWN', decode(repeat('0', 32), 'hex'), $5,
              '{"text": "Se bilagan."}'
       from told, unnest($4::text[]) as controller
     )
     select seq from told`,
    [caseId, county.reader(user).unit, JSON.stringify(payload), controllers, source ?? null],
  );
  return row?.seq ?? 0;
}
