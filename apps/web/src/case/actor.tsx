import type { CaseEvent } from '../api/types';
import { useTexts } from '../language';

/** Who did it: a person at a unit, or Hemgång itself. */
export function Actor({ event }: { readonly event: CaseEvent }) {
  const t = useTexts();
  const { person, unit } = event.actor;
  const names = [person?.name, unit?.name].filter((name) => name !== undefined);
  return names.length === 0 ? t.bySystem : names.join(', ');
}
