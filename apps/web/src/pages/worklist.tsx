import { useState } from 'react';
import { readDuties } from '../api/reads';
import type { DutyLine, Me } from '../api/types';
import { useAvvikelseTexts } from '../avvikelse/texts';
import { caseAddress } from '../case/address';
import { fill, useTexts } from '../language';
import { useList } from '../list';
import { useLive } from '../live';
import { Link, PageHeading } from '../router';
import { Due } from '../ui/due';
import { Failure } from '../ui/failure';
import { More } from '../ui/more';
import { Rule } from '../ui/rule';
import { Updated } from '../ui/updated';
import { useNow } from '../use-now';
import { useSettled } from '../use-settled';
import { Button } from '../ui/button';

/** What the reader's unit must do, the most pressing first. */
export function WorklistPage({ me }: { readonly me: Me }) {
  const t = useTexts();
  const [onlyOverdue, setOnlyOverdue] = useState(false);
  const now = useNow();
  const list = useList(`duties ${onlyOverdue}`, (cursor, limit) =>
    readDuties(onlyOverdue, cursor, limit),
  );
  const reloadSoon = useSettled(list.reload);
  useLive(reloadSoon);
  const choices = [
    [t.allDuties, false],
    [t.onlyOverdue, true],
  ] as const;
  return (
    <>
      <PageHeading>{t.worklist}</PageHeading>
      <div className="list-head">
        <p>{fill(t.worklistFor, { unit: me.unit.name })}</p>
        <div className="choices">
          {choices.map(([label, value]) => (
            <Button
              key={label}
              aria-pressed={onlyOverdue === value}
              onPress={() => setOnlyOverdue(value)}
            >
              {label}
            </Button>
          ))}
        </div>
      </div>
      <Failure resource={list} />
      {list.data === null ? (
        list.problem === null && <p>{t.loading}</p>
      ) : (
        <>
          {list.data.items.length === 0 && <NothingToDo />}
          <ul className="rows">
            {list.data.items.map((duty) => (
              <DutyRow key={`${duty.caseId} ${duty.id}`} duty={duty} now={now} />
            ))}
          </ul>
          <p className="list-foot">
            <More list={list} />
            <Updated of={list.data} />
          </p>
        </>
      )}
    </>
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

function DutyRow({ duty, now }: { readonly duty: DutyLine; readonly now: number }) {
  const t = useTexts();
  const avvikelser = useAvvikelseTexts();
  const { person } = duty.owner;
  // Cases without a patient are called what they are.
  const aboutNobody: Readonly<Record<string, string>> = {
    settlement: t.settlementHeading,
    avvikelse: avvikelser.heading,
  };
  return (
    <li className="row">
      <Due dueAt={duty.dueAt} now={now} />
      <div>
        <Link to={caseAddress(duty.caseType, duty.caseId)} className="row-link">
          <strong>{duty.patient?.name ?? aboutNobody[duty.caseType] ?? t.nameNotDisclosed}</strong>
          <span>
            {duty.title}
            {duty.text !== null && <>: {duty.text}</>}
          </span>
        </Link>
        {person !== null && <p className="hint">{fill(t.takenBy, { name: person.name })}</p>}
      </div>
      <Rule citation={duty.rule} />
    </li>
  );
}
