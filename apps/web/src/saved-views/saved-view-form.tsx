import { useId, useState, type SubmitEvent } from 'react';
import { useChange } from '../administration/use-change';
import type { SavedView } from '../api/types';
import { fill } from '../language';
import { Button } from '../ui/button';
import { Refusal } from '../ui/refusal';
import { useSavedViewTexts } from './texts';
import type { ViewedPage } from './viewed-page';

const NAME_LENGTH_MAX = 40;

interface SavedViewFormProps extends ViewedPage {
  /** The one that is changed; null: what is shown now gets a name. */
  readonly view: SavedView | null;
  readonly onSaved: () => Promise<void>;
  readonly onCancel: () => void;
}

/** A name for what is shown now, or other facts of a view that there is. */
export function SavedViewForm({ view, page, shown, onSaved, onCancel }: SavedViewFormProps) {
  const t = useSavedViewTexts();
  const id = useId();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [isAsShown, setIsAsShown] = useState(view === null);
  const { send, isSending, problem } = useChange(async () => {
    if (view === null) setName('');
    await onSaved();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const query = view === null || isAsShown ? shown : view.query;
    const path = view === null ? 'saved-views' : `saved-views/${view.id}/change`;
    void send(path, { name, page, query, shared });
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <h2>{view === null ? t.saveHeading : fill(t.changeOf, { name: view.name })}</h2>
      <Refusal problem={problem} />
      <div className="field">
        <label htmlFor={`${id}-name`}>{t.name}</label>
        <p id={`${id}-hint`} className="hint">
          {t.nameHint}
        </p>
        <input
          id={`${id}-name`}
          required
          maxLength={NAME_LENGTH_MAX}
          aria-describedby={`${id}-hint`}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={shared}
          onChange={({ target }) => setShared(target.checked)}
        />
        {t.share}
      </label>
      {view !== null && (
        <label className="tick">
          <input
            type="checkbox"
            checked={isAsShown}
            onChange={({ target }) => setIsAsShown(target.checked)}
          />
          {t.asShown}
        </label>
      )}
      <div className="buttons">
        <Button type="submit" variant="primary" isOff={isSending}>
          {t.save}
        </Button>
        {view !== null && <Button onPress={onCancel}>{t.cancel}</Button>}
      </div>
    </form>
  );
}
