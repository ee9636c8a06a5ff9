import type { Reader } from '@hemgang/access';
import { hasCapacity, type DirectoryRows, type Unit } from '@hemgang/directory';
import type { Ground } from '../staffing/ground';

/** Units in use that can say how many they receive. */
export function unitsWithCapacity({ units }: Pick<DirectoryRows, 'units'>): readonly Unit[] {
  return units.filter(
    ({ kind, external, closedInto }) =>
      hasCapacity(kind) && external === null && closedInto === null,
  );
}

/**
 * Those of them that are the reader's municipality's: all of its own boards'. A private provider sees and
 * says its own alone, and what it carries out is seen by nobody else. A unit whose very name tells
 * something is seen by itself.
 */
export function unitsOfMunicipality({ reader, living }: Ground): readonly Unit[] {
  const boards = boardsOf(living.rows, reader);
  return unitsWithCapacity(living.rows).filter(
    ({ id, controller, sensitive }) => boards.has(controller) && (!sensitive || id === reader.unit),
  );
}

function boardsOf({ controllers }: DirectoryRows, reader: Reader): ReadonlySet<string> {
  const own = controllers.find(({ id }) => id === reader.controller);
  if (own === undefined || own.form === 'private') return new Set([reader.controller]);
  const boards = controllers.filter(
    ({ huvudman, form }) => huvudman === own.huvudman && form === 'authority',
  );
  return new Set(boards.map(({ id }) => id));
}
