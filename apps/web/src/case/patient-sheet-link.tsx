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
export function PatientSheetLink({ path, view, me }: PatientSheetLinkProps) {
  const { language } = useLanguage();
  if (!worksWith(view, me)) return null;
  return (
    <p>
      <a href={`/api/v1/${path}/${view.id}/patient-sheet`} target="_blank" rel="noopener">
        {LABELS[path][language]}
      </a>
    </p>
  );
}

/** Whether somebody's unit takes part in the case itself, and she works with it. */
export function worksWith({ parties }: AnyCase, me: Me): boolean {
  const works = me.purpose === 'care' || me.purpose === 'social-services';
  return works && parties.some(({ unit, kind }) => unit.id === me.unit.id && kind !== 'executor');
}
