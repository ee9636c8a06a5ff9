import { migrateService } from '@hemgang/cases';

/** Brings an empty database to what every test database starts from. */
export async function fillTemplate(databaseUrl: string): Promise<void> {
  await migrateService(databaseUrl);
}
