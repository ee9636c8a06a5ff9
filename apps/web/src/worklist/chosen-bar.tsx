import { useId, useState } from 'react';
import { readColleagues } from '../api/reads';
import { fill, useTexts } from '../language';
import { useResource } from '../resource';
import { wordsOf } from '../ui/failure';
import { Button } from '../ui/button';
import { useWorklistTexts } from './texts';
import type { Desk } from './use-desk';

/** What can be done with several rows at once. A kvittens is not among it: each is read by itself. */
export function ChosenBar({ desk }: { readonly desk: Desk }) {
  const t = useWorklistTexts();
  const texts = useTexts();
  const { chosen, assigning, nameOf, undo } = desk;
  const { outcomes, mayUndo } = assigning;
  const onClear = () => desk.setSelected({});
  const refused = outcomes?.filter(({ problem }) => problem !== null) ?? [];
  const taken = (outcomes?.length ?? 0) - refused.length;
  return (
    <div className="chosen-bar" aria-live="polite">
      {chosen.length > 0 && (
        <>
          <strong>{fill(t.chosen, { count: chosen.length })}</strong>
          <Button onPress={() => void assigning.take(chosen).then(onClear)}>{t.take}</Button>
          <HandTo onHand={(person) => void assigning.handTo(chosen, person).then(onClear)} />
          <Button onPress={() => window.print()}>{t.print}</Button>
          <Button variant="plain" onPress={onClear}>
            {t.clear}
          </Button>
        </>
      )}
      {taken > 0 && <span>{fill(t.took, { count: taken })}</span>}
      {outcomes?.length === 0 && <span>{t.undone}</span>}
      {mayUndo && <Button onPress={undo}>{t.undo}</Button>}
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
      <Button isOff={person === ''} onPress={() => onHand(person)}>
        {t.hand}
      </Button>
    </span>
  );
}
