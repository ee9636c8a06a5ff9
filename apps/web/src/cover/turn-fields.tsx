import type { Cover } from '../api/types';
import { SpanFields, type TypedSpan } from './span-fields';
import { useCoverTexts } from './texts';
import { Button } from '../ui/button';

interface TurnFieldsProps {
  readonly people: Cover['people'];
  readonly turns: readonly TypedSpan[];
  readonly onChange: (turns: readonly TypedSpan[]) => void;
}

/** Whose turn a watch is, line by line; a new line begins where the last one ends. */
export function TurnFields({ people, turns, onChange }: TurnFieldsProps) {
  const t = useCoverTexts();
  const put = (index: number, more: Partial<TypedSpan>) =>
    onChange(turns.map((turn, at) => (at === index ? { ...turn, ...more } : turn)));
  const add = () => onChange([...turns, { staff: '', from: turns.at(-1)?.until ?? '', until: '' }]);
  return (
    <>
      {turns.map((turn, index) => (
        <fieldset key={index} className="field">
          <legend>
            {t.turns} {index + 1}
          </legend>
          <SpanFields
            people={people}
            self={null}
            span={turn}
            onChange={(more) => put(index, more)}
          />
          <Button onPress={() => onChange(turns.filter((_, at) => at !== index))}>
            {t.removeTurn}
          </Button>
        </fieldset>
      ))}
      <p>
        <Button onPress={add}>{t.addTurn}</Button>
      </p>
    </>
  );
}
