import type { RefObject } from 'react';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { DutyTable, type DutyTableHandle } from './duty-table';
import { useWorklistTexts } from './texts';
import type { Desk } from './use-desk';

interface DutyListProps {
  readonly desk: Desk;
  readonly handle: RefObject<DutyTableHandle | null>;
}

/** The duties that are shown, or why there are none. */
export function DutyList({ desk, handle }: DutyListProps) {
  const t = useWorklistTexts();
  const { worklist } = useTexts();
  const { all, shown, now, nameOf, selected, setSelected, acknowledge, showAll } = desk;
  if (all.length === 0) return <NothingToDo />;
  if (shown.length === 0) {
    return (
      <p className="empty">
        {t.nothingMatches} <Button onPress={showAll}>{t.showAll}</Button>
      </p>
    );
  }
  return (
    <DutyTable
      duties={shown}
      label={worklist}
      now={now}
      nameOf={nameOf}
      selected={selected}
      onSelect={setSelected}
      onAcknowledge={acknowledge}
      handle={handle}
    />
  );
}

function NothingToDo() {
  const t = useTexts();
  return (
    <div className="empty">
      <p>
        <strong>{t.nothingToDo}</strong>
      </p>
      <p>{t.whatArrivesHere}</p>
    </div>
  );
}
