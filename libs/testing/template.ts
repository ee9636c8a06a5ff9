import { migrate } from '@hemgang/cases';
import { migrateQueue } from '@hemgang/queue';

/** Brings an empty database to what every test database starts from. */
export async function fillTemplate(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl);
  await migrateQueue(databaseUrl);
}
