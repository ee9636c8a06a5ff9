import type { Directory, Unit } from '@hemgang/directory';
import type { ReceiverUnitView, UnitView } from './case-view';

/** A unit by name and phone. A unit that has left the directory keeps its id as name. */
export function unitView(directory: Directory, id: string): UnitView {
  const unit = directory.unit(id);
  return { id, name: unit?.name ?? id, phone: unit?.phone ?? '' };
}

/** A unit as one of those that a patient can be handed over to. */
export function receiverUnitView({
  id,
  name,
  phone,
  kind,
  municipality,
  external,
}: Unit): ReceiverUnitView {
  return { id, name, phone, kind, municipality, external: external !== null, contact: external };
}

/** A member of staff by name; null when nobody. */
export function personView(
  directory: Directory,
  id: string | null,
): { readonly id: string; readonly name: string } | null {
  return id === null ? null : { id, name: directory.staff(id)?.name ?? id };
}
