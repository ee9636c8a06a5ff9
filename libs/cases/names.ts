import type { Directory } from '@hemgang/directory';
import type { UnitView } from './case-view';

/** A unit by name and phone. A unit that has left the directory keeps its id as name. */
export function unitView(directory: Directory, id: string): UnitView {
  const unit = directory.unit(id);
  return { id, name: unit?.name ?? id, phone: unit?.phone ?? '' };
}

/** A member of staff by name; null when nobody. */
export function personView(
  directory: Directory,
  id: string | null,
): { readonly id: string; readonly name: string } | null {
  return id === null ? null : { id, name: directory.staff(id)?.name ?? id };
}
