import { useCallback } from 'react';
import type { DutyLine } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { pageNames } from '../page-names';

/** Whom a duty is about; a case without a patient is called what it is. */
export function useDutyNames(): (duty: Pick<DutyLine, 'patient' | 'caseType'>) => string {
  const t = useTexts();
  const { language } = useLanguage();
  return useCallback(
    ({ patient, caseType }) => {
      const aboutNobody: Readonly<Record<string, string>> = {
        settlement: t.settlementHeading,
        avvikelse: pageNames.avvikelse[language],
      };
      return patient?.name ?? aboutNobody[caseType] ?? t.nameNotDisclosed;
    },
    [t, language],
  );
}
