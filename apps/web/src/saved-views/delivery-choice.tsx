import { useId } from 'react';
import { useChange } from '../administration/use-change';
import type { SavedView } from '../api/types';
import { fill, useLanguage } from '../language';
import { formatInstant } from '../time';
import { Refusal } from '../ui/refusal';
import { useSavedViewTexts } from './texts';

const EVERY = ['never', 'monday', 'month'] as const;

interface DeliveryChoiceProps {
  readonly view: SavedView;
  readonly delivery: NonNullable<SavedView['delivery']>;
  readonly onChosen: () => Promise<void>;
}

/** How often the reader is told that a view of her own is there to be read. */
export function DeliveryChoice({ view, delivery, onChosen }: DeliveryChoiceProps) {
  const t = useSavedViewTexts();
  const { language } = useLanguage();
  const id = useId();
  const { send, isSending, problem } = useChange(onChosen);
  const { name, page, query, shared } = view;
  const { every, nextAt, lastAt } = delivery;
  const choose = (chosen: string) => {
    const body = { name, page, query, shared, delivery: chosen };
    void send(`saved-views/${view.id}/change`, body);
  };
  return (
    <>
      <label htmlFor={id} className="hint">
        {t.sendMe}
      </label>
      <select
        id={id}
        aria-label={fill(t.sendMeOf, { name })}
        value={every}
        disabled={isSending}
        onChange={({ target }) => choose(target.value)}
      >
        {EVERY.map((each) => (
          <option key={each} value={each}>
            {t[each]}
          </option>
        ))}
      </select>
      {nextAt !== null && (
        <span className="hint">{fill(t.next, { at: formatInstant(nextAt, language) })}</span>
      )}
      {lastAt !== null && (
        <span className="hint">{fill(t.last, { at: formatInstant(lastAt, language) })}</span>
      )}
      <Refusal problem={problem} />
    </>
  );
}
