import type { DutyLine } from '../api/types';
import { useAvvikelseTexts } from '../avvikelse/texts';
import { useTexts } from '../language';

/** Whom a duty is about; a case without a patient is called what it is. */
export function useDutyNames(): (duty: Pick<DutyLine, 'patient' | 'caseType'>) => string {
  const t = useTexts();
  const avvikelser = useAvvikelseTexts();
  const aboutNobody: Readonly<Record<string, string>> = {
    settlement: t.settlementHeading,
    avvikelse: avvikelser.heading,
  };
  return ({ patient, caseType }) => patient?.name ?? aboutNobody[caseType] ?? t.nameNotDisclosed;
}
