import { useId, useState, type SubmitEvent } from 'react';
import { Ticks } from '../administration/ticks';
import { useChange } from '../administration/use-change';
import type { Cover } from '../api/types';
import { fromLocalInput, toLocalInput } from '../time';
import { Disclosure } from '../ui/disclosure';
import { Refusal } from '../ui/refusal';
import type { Watch } from './section';
import type { TypedSpan } from './span-fields';
import { useCoverTexts } from './texts';
import { TurnFields } from './turn-fields';
import { Button } from '../ui/button';

interface WatchFormProps {
  readonly cover: Cover;
  /** Null: a new one. */
  readonly watch: Watch | null;
  readonly reload: () => Promise<void>;
}

/** A watch with its units and turns, for administrators. */
export function WatchForm({ cover, watch, reload }: WatchFormProps) {
  const t = useCoverTexts();
  const id = useId();
  const [name, setName] = useState(watch?.name ?? '');
  const [units, setUnits] = useState<readonly string[]>(watch?.units.map((each) => each.id) ?? []);
  const [mayDecide, setMayDecide] = useState(watch?.mayDecide ?? false);
  const [turns, setTurns] = useState<readonly TypedSpan[]>(watch?.turns.map(typed) ?? []);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const { send, isSending, problem } = useChange(reload);
  const people = cover.people.filter((each) => units.every((unit) => each.units.includes(unit)));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const meant = turns.map(meantBy);
    const isWhole = name.trim() !== '' && units.length > 0 && !meant.includes(null);
    setIsIncomplete(!isWhole);
    if (!isWhole) return;
    const path = watch === null ? 'watches' : `watches/${watch.id}/change`;
    const body = { name: name.trim(), units, mayDecide, turns: meant };
    void send(path, body, watch?.version ?? null);
  };
  const end = () => void send(`watches/${watch?.id ?? ''}/end`, {}, watch?.version ?? null);
  return (
    <Disclosure summary={watch === null ? t.newWatch : t.change}>
      <form noValidate autoComplete="off" onSubmit={submit}>
        <Refusal problem={problem} />
        <p role="alert" className="hint">
          {isIncomplete && t.incomplete}
        </p>
        <div className="field">
          <label htmlFor={`${id}-name`}>{t.name}</label>
          <input
            id={`${id}-name`}
            required
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </div>
        <Ticks
          legend={t.units}
          options={cover.units.map(({ unit }) => [unit.id, unit.name])}
          chosen={units}
          onChange={setUnits}
        />
        <Ticks
          legend={t.mayDecide}
          options={[['yes', t.mayDecideHint]]}
          chosen={mayDecide ? ['yes'] : []}
          onChange={(chosen) => setMayDecide(chosen.length > 0)}
        />
        <TurnFields people={people} turns={turns} onChange={setTurns} />
        <div className="buttons">
          <Button type="submit" variant="primary" isOff={isSending}>
            {isSending ? t.saving : t.save}
          </Button>
        </div>
        {watch !== null && <EndWatch isSending={isSending} onEnd={end} />}
      </form>
    </Disclosure>
  );
}

interface EndWatchProps {
  readonly isSending: boolean;
  readonly onEnd: () => void;
}

/** Tells what it means before it is done. */
function EndWatch({ isSending, onEnd }: EndWatchProps) {
  const t = useCoverTexts();
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked) {
    return <Button onPress={() => setIsAsked(true)}>{t.end}</Button>;
  }
  return (
    <div className="message" role="status">
      <p>{t.endMeans}</p>
      <Button variant="danger" isOff={isSending} onPress={onEnd}>
        {t.endNow}
      </Button>
    </div>
  );
}

function typed({ person, from, until }: Watch['turns'][number]): TypedSpan {
  return { staff: person.id, from: toLocalInput(from), until: toLocalInput(until) };
}

/** Null: something is missing. */
function meantBy({ staff, from, until }: TypedSpan) {
  const [begins, ends] = [fromLocalInput(from), fromLocalInput(until)];
  return staff === '' || begins === null || ends === null
    ? null
    : { staff, from: begins, until: ends };
}
