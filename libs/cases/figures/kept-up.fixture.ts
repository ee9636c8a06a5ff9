import { waitUntil } from '@hemgang/dev-services';
import { query, type County } from '@hemgang/testing';

/** For a busy server: events wait for every transaction on it that is older. */
const WITHIN_MS = 30_000;

const LEFT = `
  select from events, figure_head
  where (tx, position) > (event_tx::xid8, event_position) limit 1`;

/** Reckons figures as the worker does, until every event of the log is among them. */
export async function keptUp({ service, databaseUrl }: County): Promise<void> {
  const isUp = async (): Promise<boolean> => {
    while (await service.counted.keeping.round());
    return (await query(databaseUrl, LEFT)).length === 0;
  };
  if (!(await waitUntil(isUp, WITHIN_MS))) throw new Error('figures do not follow the log');
}
