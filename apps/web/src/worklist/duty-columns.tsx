import { createColumnHelper, rowSelectionFeature, tableFeatures } from '@tanstack/react-table';
import { createContext, useContext } from 'react';
import type { DutyLine } from '../api/types';
import { caseAddress } from '../case/address';
import { fill } from '../language';
import { Link } from '../router';
import { Due } from '../ui/due';
import { Rule } from '../ui/rule';
import { Button } from '../ui/button';
import { Seen } from './seen';
import { useWorklistTexts, type WorklistTexts } from './texts';
import { mayAcknowledge } from './use-kvittens';

/** What every row of the table knows. */
export interface OfTheTable {
  /** The server's time in milliseconds. */
  readonly now: number;
  readonly nameOf: (duty: DutyLine) => string;
  readonly onAcknowledge: (duty: DutyLine) => void;
}

/** Columns stay the same objects, or every cell would be made anew and lose the focus. */
export const DutyTableContext = createContext<OfTheTable | null>(null);

export const dutyFeatures = tableFeatures({ rowSelectionFeature });

const helper = createColumnHelper<typeof dutyFeatures, DutyLine>();

export const DUTY_COLUMNS = helper.columns([
  helper.display({
    id: 'select',
    header: () => <span className="visually-hidden">{useWorklistTexts().selection}</span>,
    cell: ({ row }) => (
      <SelectCell
        duty={row.original}
        isSelected={row.getIsSelected()}
        onToggle={row.getToggleSelectedHandler()}
      />
    ),
  }),
  column('due', ({ duty }) => <Due dueAt={duty.dueAt} now={useOfTheTable().now} />),
  column('patient', PatientCell),
  column('seen', ({ duty }) => <Seen seen={duty.seen} />),
  column('who', WhoCell),
  column('act', ActCell),
]);

interface CellProps {
  readonly duty: DutyLine;
}

function column(
  id: keyof WorklistTexts & ('due' | 'patient' | 'seen' | 'who' | 'act'),
  Cell: (props: CellProps) => React.ReactNode,
) {
  return helper.display({
    id,
    header: () => useWorklistTexts()[id],
    cell: ({ row }) => <Cell duty={row.original} />,
  });
}

interface SelectCellProps extends CellProps {
  readonly isSelected: boolean;
  readonly onToggle: (event: unknown) => void;
}

function SelectCell({ duty, isSelected, onToggle }: SelectCellProps) {
  const t = useWorklistTexts();
  const what = `${useOfTheTable().nameOf(duty)}, ${duty.title}`;
  return (
    <input
      type="checkbox"
      aria-label={fill(t.select, { what })}
      checked={isSelected}
      onChange={onToggle}
    />
  );
}

function PatientCell({ duty }: CellProps) {
  const { nameOf } = useOfTheTable();
  return (
    <Link to={caseAddress(duty.caseType, duty.caseId)} className="row-link">
      <strong>{nameOf(duty)}</strong>{' '}
      <span>
        {duty.title}
        {duty.text !== null && <>: {duty.text}</>}
      </span>
    </Link>
  );
}

function WhoCell({ duty: { owner } }: CellProps) {
  const t = useWorklistTexts();
  return owner.person?.name ?? <span className="hint">{t.nobody}</span>;
}

function ActCell({ duty }: CellProps) {
  const t = useWorklistTexts();
  const { nameOf, onAcknowledge } = useOfTheTable();
  return (
    <>
      {mayAcknowledge(duty) && (
        <Button
          isSmall
          aria-label={fill(t.acknowledgeOf, { name: nameOf(duty) })}
          onPress={() => onAcknowledge(duty)}
        >
          {t.acknowledge}
        </Button>
      )}
      <Rule citation={duty.rule} />
    </>
  );
}

function useOfTheTable(): OfTheTable {
  const found = useContext(DutyTableContext);
  if (found === null) throw new Error('a cell outside the table');
  return found;
}
