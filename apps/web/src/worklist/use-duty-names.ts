import type { DutyLine } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { pageNames } from '../page-names';

/** Whom a duty is about; a case without a patient is called what it is. */
export function useDutyNames(): (duty: Pick<DutyLine, 'patient' | 'caseType'>) => string {
  const t = useTexts();
  const { language } = useLanguage();
  const aboutNobody: Readonly<Record<string, string>> = {
    settlement: t.settlementHeading,
    avvikelse: pageNames.avvikelse[language],
  };
  return ({ patient, caseType }) => patient?.name ?? aboutNobody[caseType] ?? t.nameNotDisclosed;
}
