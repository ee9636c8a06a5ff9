import type { ErasureFolder, ErasureOrder } from '@hemgang/access';
import type { ErasureStore } from '@hemgang/store';

/** Why the list of erasures that is kept outside the database cannot be relied on. */
export type ListFault =
  /** Nobody has said where it is, or the folder is not there. */
  | 'missing'
  /** A file of it, or a line, cannot be read. */
  | 'unreadable'
  /** An erasure that the database knows is not in it. */
  | 'incomplete'
  /** No checkpoint lies beside it that was handed out of this database. */
  | 'other-log';

/** How the database and the list of erasures outside it stand to each other. */
export interface ErasureStanding {
  /** The database has been restored, and erasures made since its backup have not been repeated. */
  readonly isAwaited: boolean;
  readonly fault: { readonly code: ListFault; readonly where: string } | null;
  /** Orders that have not been carried out here, in the order in which they were given. */
  readonly waiting: readonly ErasureOrder[];
  /** The timeline on which the database was looked at. */
  readonly timeline: string;
}

/**
 * Holds the list against the database. A database in which nothing was ever erased, and which has not
 * been restored, needs no list.
 * @param folder null: nobody has said where it is
 * @throws DatabaseUnavailable
 */
export async function erasureStanding(
  store: ErasureStore,
  folder: ErasureFolder | null,
): Promise<ErasureStanding> {
  const { here, erasedOn, log, isHandedOut } = await store.ground();
  const isAwaited = here !== erasedOn;
  const done = await store.ids();
  const standing = { isAwaited, waiting: [], timeline: here };
  const read = (await folder?.read()) ?? { fault: 'missing' as const, where: 'CHECKPOINT_FOLDER' };
  if ('fault' in read) {
    const isNeeded = isAwaited || done.size > 0 || read.fault === 'unreadable';
    return { ...standing, fault: isNeeded ? { code: read.fault, where: read.where } : null };
  }
  const listed = new Set(read.orders.map(({ id }) => id));
  const lost = [...done].find((id) => !listed.has(id));
  if (lost !== undefined) return { ...standing, fault: { code: 'incomplete', where: lost } };
  const isForeign = isAwaited && isHandedOut && (await folder?.isOf(log)) === false;
  if (isForeign) return { ...standing, fault: { code: 'other-log', where: log } };
  return { ...standing, fault: null, waiting: read.orders.filter(({ id }) => !done.has(id)) };
}
