import type { Told } from '../case-type';
import type { ProtectionView } from '../case-view';
import { GRADE_WORDS } from './shield';

/** That the patient's identity is protected, and who may be asked; null when it is not. */
export function protectionView({
  shield,
  directory,
  reader,
}: Pick<Told, 'shield' | 'directory' | 'reader'>): ProtectionView | null {
  if (shield === null) return null;
  const { grade, isNamed, isOutside, contacts } = shield;
  return {
    grade,
    text: GRADE_WORDS[grade][reader.language],
    isNamed,
    isOutside,
    contacts: contacts.map(({ controller, staff, phone }) => ({
      controller:
        directory.rows.controllers.find(({ id }) => id === controller)?.name ?? controller,
      names: staff.map((id) => directory.staff(id)?.name ?? id),
      phone,
    })),
  };
}
