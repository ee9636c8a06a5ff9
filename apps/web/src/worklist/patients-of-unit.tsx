import { lazy, Suspense } from 'react';
import { readCases } from '../api/reads';
import type { DutyLine } from '../api/types';
import { useTexts } from '../language';
import { useList } from '../list';
import { useLive } from '../live';
import { isFoundBy } from '../search';
import { Failure } from '../ui/failure';
import { More } from '../ui/more';
import { useSettled } from '../use-settled';
import { PatientTable } from './patient-table';
import { caseLines, contactsOf } from './rows';
import { useWorklistTexts } from './texts';
import { useDutyNames } from './use-duty-names';

/** Whoever only reads her list waits for no form. */
const HandOverPatients = lazy(async () => ({
  default: (await import('../contacts/hand-over-patients')).HandOverPatients,
}));

/** Stays that go on are among the latest; older ones come by the button below. */
const STAYS_AT_ONCE = 1_000;

interface PatientsOfUnitProps {
  /** Those that are shown. */
  readonly duties: readonly DutyLine[];
  /** Only some duties are shown: then patients who wait for others are left out. */
  readonly isNarrowed: boolean;
  readonly now: number;
  readonly search: string;
  /** Whether the reader may give one colleague's patients to another. */
  readonly mayHandOver: boolean;
}

/** One line for each patient of the unit, also those of whom others owe something. */
export function PatientsOfUnit(props: PatientsOfUnitProps) {
  const { duties, isNarrowed, now, search, mayHandOver } = props;
  const words = useTexts();
  const t = useWorklistTexts();
  const nameOf = useDutyNames();
  const list = useList('open stays', readCases, STAYS_AT_ONCE);
  const reloadSoon = useSettled(list.reload);
  useLive(reloadSoon);
  const open = (list.data?.items ?? []).filter(({ closedAt }) => closedAt === null);
  const isWanted = (name: string) => isFoundBy(search, name);
  const owing = new Set(duties.map(({ caseId }) => caseId));
  const others = open.filter(
    ({ id, type, patient }) =>
      owing.has(id) || (!isNarrowed && isWanted(nameOf({ patient, caseType: type }))),
  );
  const lines = caseLines(duties, others);
  const contacts = contactsOf(open);
  return (
    <>
      <Failure resource={list} />
      {list.data === null && list.problem === null && <p>{words.loading}</p>}
      {list.data !== null && lines.length === 0 && (
        <p className="empty">{isNarrowed ? t.nothingMatches : words.noCases}</p>
      )}
      {list.data !== null && lines.length > 0 && (
        <PatientTable
          lines={lines}
          now={now}
          nameOf={({ duties: [first], stay, caseType }) =>
            nameOf({ patient: first?.patient ?? stay?.patient ?? null, caseType })
          }
        />
      )}
      <More list={list} />
      {mayHandOver && contacts.length > 0 && (
        <Suspense fallback={null}>
          <HandOverPatients
            contacts={contacts}
            nameOf={(id) => open.find((each) => each.id === id)?.patient?.name ?? id}
            reload={list.reload}
          />
        </Suspense>
      )}
    </>
  );
}
