import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import type { SavedView } from '../api/types';
import { fill } from '../language';
import { useResource } from '../resource';
import { Button } from '../ui/button';
import { Failure } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { useChange } from '../administration/use-change';
import { searchOf, type Filters } from '../worklist/filters';
import { SavedViewForm } from './saved-view-form';
import { useSavedViewTexts } from './texts';

/** The reader's own views of the list and those of the unit, and a name for what is shown now. */
export function SavedViews({ filters }: { readonly filters: Filters }) {
  const t = useSavedViewTexts();
  const views = useResource('saved-views', () => answerOf(api.GET('/api/v1/saved-views')));
  const [changed, setChanged] = useState<SavedView | null>(null);
  const [said, setSaid] = useState('');
  const { send, problem } = useChange(async () => {
    setSaid(t.deleted);
    await views.reload();
  });
  const onSaved = async () => {
    setChanged(null);
    setSaid(t.saved);
    await views.reload();
  };
  return (
    <section className="saved-views panel" aria-label={t.views}>
      <Failure resource={views} />
      <Refusal problem={problem} />
      {views.data?.items.length === 0 && <p>{t.none}</p>}
      <ul>
        {views.data?.items.map((view) => (
          <li key={view.id} className="choices">
            <Link
              to="/"
              search={searchOf(view.query)}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {view.name}
            </Link>
            {view.shared && <span className="hint">{t.isShared}</span>}
            {view.own && (
              <Button
                isSmall
                variant="plain"
                aria-label={fill(t.changeOf, { name: view.name })}
                onPress={() => setChanged(view)}
              >
                {t.change}
              </Button>
            )}
            {view.mayDelete && (
              <Button
                isSmall
                variant="plain"
                aria-label={fill(t.deleteOf, { name: view.name })}
                onPress={() => void send(`saved-views/${view.id}/delete`, {})}
              >
                {t.delete}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      <SavedViewForm
        key={changed?.id ?? ''}
        view={changed}
        filters={filters}
        onSaved={onSaved}
        onCancel={() => setChanged(null)}
      />
    </section>
  );
}
