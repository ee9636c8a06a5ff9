import type { Service } from '@hemgang/cases';
import { finding, type Finding } from './finding';

/** Whether the systems of controllers are told. Why not, and sending it again, is their administrators'. */
export async function webhooks({ programs }: Service): Promise<Finding> {
  const about = 'webhooks';
  const { waiting, dead } = await programs.webhookStore.backlog();
  if (dead === 0) {
    return finding(about, 'ok', `${waiting} webhookar väntar.`, `${waiting} webhooks wait.`);
  }
  return finding(
    about,
    'warning',
    `${dead} webhookar har inte gått att leverera. Huvudmännens administratörer ser varför.`,
    `${dead} webhooks could not be delivered. The administrators of the controllers see why.`,
  );
}
