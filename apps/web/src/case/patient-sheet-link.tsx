import type { AnyCase, Me } from '../api/types';
import { useLanguage } from '../language';

interface PatientSheetLinkProps {
  readonly path: 'discharges' | 'sips';
  readonly view: AnyCase;
  readonly me: Me;
}

const LABELS = {
  discharges: { sv: 'Blad till patienten', en: 'Sheet for the patient' },
  sips: { sv: 'Planen på papper', en: 'The plan on paper' },
} as const;

/** The page that is printed for the person herself; for those who work with the case. */
export function PatientSheetLink({ path, view: { id, parties }, me }: PatientSheetLinkProps) {
  const { language } = useLanguage();
  const works = me.purpose === 'care' || me.purpose === 'social-services';
  const takesPart = parties.some(({ unit, kind }) => unit.id === me.unit.id && kind !== 'executor');
  if (!works || !takesPart) return null;
  return (
    <p>
      <a href={`/api/v1/${path}/${id}/patient-sheet`} target="_blank" rel="noopener">
        {LABELS[path][language]}
      </a>
    </p>
  );
}
