import { migrate } from '@hemgang/cases';
import { derivedUrls, ROLE_NAMES } from '@hemgang/config';
import { migrateQueue } from '@hemgang/queue';

/** Brings an empty database to what every test database starts from. */
export async function fillTemplate(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl, derivedUrls(databaseUrl));
  await migrateQueue(databaseUrl, ROLE_NAMES.works);
}
