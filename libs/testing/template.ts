import { migrate } from '@hemgang/store';

/** Brings an empty database to what every test database starts from. */
export async function fillTemplate(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl);
}
