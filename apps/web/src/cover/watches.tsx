import { useId, useState, type SubmitEvent } from 'react';
import { useChange } from '../administration/use-change';
import { useLanguage } from '../language';
import { formatInstant } from '../time';
import { Pairs } from '../ui/pairs';
import { Refusal } from '../ui/refusal';
import type { SectionProps, Turn, Watch } from './section';
import { useCoverTexts } from './texts';
import { WatchForm } from './watch-form';
import { Button } from '../ui/button';

/** The controller's watches: who has them, and to whom they can be handed over. */
export function Watches({ cover, me, reload }: SectionProps) {
  const t = useCoverTexts();
  const mayChange = me.may.operations.includes('changeWatch');
  return (
    <section aria-labelledby="watches">
      <h2 id="watches">{t.watches}</h2>
      {cover.watches.length === 0 && <p className="empty">{t.noWatches}</p>}
      <ul className="rows">
        {cover.watches.map((watch) => (
          <li
            key={`${watch.id} ${watch.version} ${watch.holder?.id ?? ''}`}
            className="row row-alone"
          >
            <div>
              <h3>{watch.name}</h3>
              <Facts watch={watch} />
              {watch.mayHandOver && <HandOver watch={watch} reload={reload} />}
              {mayChange && <WatchForm cover={cover} watch={watch} reload={reload} />}
            </div>
          </li>
        ))}
      </ul>
      {mayChange && <WatchForm cover={cover} watch={null} reload={reload} />}
    </section>
  );
}

function Facts({ watch }: { readonly watch: Watch }) {
  const t = useCoverTexts();
  const { units, holder, mayDecide, turns } = watch;
  return (
    <>
      <Pairs
        pairs={[
          [t.standsFor, units.map(({ name }) => name).join(', ')],
          [t.holder, holder?.name ?? t.nobody],
          [t.mayDecide, mayDecide ? t.yes : t.no],
        ]}
      />
      <h4>{t.turns}</h4>
      {turns.length === 0 ? (
        <p className="hint">{t.noTurns}</p>
      ) : (
        <ul>
          {turns.map((turn) => (
            <li key={`${turn.from} ${turn.person.id}`}>
              <TurnLine turn={turn} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Who, from when until when. */
export function TurnLine({ turn }: { readonly turn: Turn }) {
  const { language } = useLanguage();
  const { person, from, until } = turn;
  return (
    <>
      {person.name}, {formatInstant(from, language)} – {formatInstant(until, language)}
    </>
  );
}

function HandOver({
  watch,
  reload,
}: {
  readonly watch: Watch;
  readonly reload: () => Promise<void>;
}) {
  const t = useCoverTexts();
  const id = useId();
  const [to, setTo] = useState('');
  const { send, isSending, problem } = useChange(reload);
  const others = watch.candidates.filter((each) => each.id !== watch.holder?.id);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (to !== '') void send(`watches/${watch.id}/hand-over`, { to });
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <Refusal problem={problem} />
      <div className="field">
        <label htmlFor={id}>{t.handOverTo}</label>
        <select id={id} required value={to} onChange={({ target }) => setTo(target.value)}>
          <option value="">{t.choose}</option>
          {others.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
      <div className="buttons">
        <Button type="submit" variant="primary" isOff={isSending || to === ''}>
          {isSending ? t.saving : t.handOver}
        </Button>
      </div>
    </form>
  );
}
