import { useId, useState } from 'react';
import { readColleagues } from '../api/reads';
import type { DutyLine } from '../api/types';
import { fill, useTexts } from '../language';
import { useResource } from '../resource';
import { wordsOf } from '../ui/failure';
import { useWorklistTexts } from './texts';
import type { useAssigning } from './use-assigning';

interface ChosenBarProps {
  readonly chosen: readonly DutyLine[];
  readonly assigning: ReturnType<typeof useAssigning>;
  readonly onUndo: () => void;
  readonly onClear: () => void;
  readonly nameOf: (duty: DutyLine) => string;
}

/** What can be done with several rows at once. A kvittens is not among it: each is read by itself. */
export function ChosenBar({ chosen, assigning, onUndo, onClear, nameOf }: ChosenBarProps) {
  const t = useWorklistTexts();
  const texts = useTexts();
  const { outcomes, mayUndo } = assigning;
  const refused = outcomes?.filter(({ problem }) => problem !== null) ?? [];
  const taken = (outcomes?.length ?? 0) - refused.length;
  return (
    <div className="chosen-bar" aria-live="polite">
      {chosen.length > 0 && (
        <>
          <strong>{fill(t.chosen, { count: chosen.length })}</strong>
          <button type="button" onClick={() => void assigning.take(chosen).then(onClear)}>
            {t.take}
          </button>
          <HandTo onHand={(person) => void assigning.handTo(chosen, person).then(onClear)} />
          <button type="button" onClick={() => window.print()}>
            {t.print}
          </button>
          <button type="button" className="plain" onClick={onClear}>
            {t.clear}
          </button>
        </>
      )}
      {taken > 0 && <span>{fill(t.took, { count: taken })}</span>}
      {outcomes?.length === 0 && <span>{t.undone}</span>}
      {mayUndo && (
        <button type="button" onClick={onUndo}>
          {t.undo}
        </button>
      )}
      {refused.map(({ duty, problem }) => (
        <p key={`${duty.caseId} ${duty.id}`} className="fault">
          {fill(t.notTaken, {
            name: nameOf(duty),
            why: problem === null ? '' : wordsOf(problem, texts).detail,
          })}
        </p>
      ))}
    </div>
  );
}

function HandTo({ onHand }: { readonly onHand: (person: string) => void }) {
  const t = useWorklistTexts();
  const id = useId();
  const [person, setPerson] = useState('');
  const colleagues = useResource('colleagues', readColleagues).data?.items ?? [];
  return (
    <span className="hand-to">
      <label htmlFor={id}>{t.handTo}</label>
      <select id={id} value={person} onChange={({ target }) => setPerson(target.value)}>
        <option value="" />
        {colleagues.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
      <button type="button" aria-disabled={person === ''} onClick={() => person && onHand(person)}>
        {t.hand}
      </button>
    </span>
  );
}
