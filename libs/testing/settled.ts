import { waitUntil } from '@hemgang/dev-services';
import { query } from './row-counts';

/** No statement of a suite holds its transaction open for so long. */
const SETTLED_WITHIN_MS = 60_000;

/**
 * Settles when no transaction is running that began before this was asked: what the stream and the
 * sealer may then see is all that was committed. Transactions of other suites on the server count.
 */
export async function settled(databaseUrl: string): Promise<void> {
  const [now] = await query<{ tx: string }>(
    databaseUrl,
    'select pg_snapshot_xmax(pg_current_snapshot())::text as tx',
  );
  const isPassed = async (): Promise<boolean> => {
    const [horizon] = await query<{ passed: boolean }>(
      databaseUrl,
      `select pg_snapshot_xmin(pg_current_snapshot()) >= '${now?.tx ?? ''}'::xid8 as passed`,
    );
    return horizon?.passed === true;
  };
  if (!(await waitUntil(isPassed, SETTLED_WITHIN_MS))) throw new Error('a transaction hangs');
}
