import { ErasureFolder } from '@hemgang/access';
import type { Service } from '@hemgang/cases';
import type { Config } from '@hemgang/config';
import { listFaultWords } from './erasure-words';
import { finding, type Finding } from './finding';

/** Whether everything that was ever erased is gone, and would be again after a restore. */
export async function erasures(
  { auditing }: Service,
  { checkpointFolder }: Config,
): Promise<Finding> {
  const about = 'erasures';
  const folder = checkpointFolder === undefined ? null : new ErasureFolder(checkpointFolder);
  const { isAwaited, fault, waiting } = await auditing.gallring.standing(folder);
  const why = fault === null ? { sv: '', en: '' } : listFaultWords(fault);
  if (isAwaited) {
    return finding(
      about,
      'fault',
      `Databasen är återläst och gallringarna har inte gjorts om: hemgang after-restore. ${why.sv}`,
      `The database was restored and erasures have not been repeated: hemgang after-restore. ${why.en}`,
    );
  }
  if (fault !== null) return finding(about, 'fault', why.sv, why.en);
  return finding(
    about,
    waiting.length === 0 ? 'ok' : 'warning',
    `${waiting.length} gallringar väntar på att göras.`,
    `${waiting.length} erasures wait to be carried out.`,
  );
}
