import { useState } from 'react';
import { useChange } from '../administration/use-change';
import { answerOf, api } from '../api/client';
import type { SavedView } from '../api/types';
import { fill } from '../language';
import { useResource } from '../resource';
import { Button } from '../ui/button';
import { Failure } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { SavedViewForm } from './saved-view-form';
import { useSavedViewTexts } from './texts';
import { DeliveryChoice } from './delivery-choice';
import { ViewLink } from './view-link';
import type { ViewedPage } from './viewed-page';

export interface SavedViewsProps extends ViewedPage {
  /** For a page that does not follow its address: one of them was chosen. */
  readonly onOpen?: (query: ViewedPage['shown']) => void;
}

/** The reader's own views of a page and those of the unit, and a name for what is shown now. */
export function SavedViews({ page, shown, onOpen }: SavedViewsProps) {
  const t = useSavedViewTexts();
  const views = useResource('saved-views', () => answerOf(api.GET('/api/v1/saved-views')));
  const [changed, setChanged] = useState<SavedView | null>(null);
  const [said, setSaid] = useState('');
  const { send, problem } = useChange(async () => {
    await views.reload();
    setSaid(t.deleted);
  });
  const onSaved = async () => {
    setChanged(null);
    await views.reload();
    setSaid(t.saved);
  };
  const items = views.data?.items.filter((view) => view.page === page);
  return (
    <section className="saved-views panel" aria-label={t.views}>
      <Failure resource={views} />
      <Refusal problem={problem} />
      {items?.length === 0 && <p>{t.none}</p>}
      <ul>
        {items?.map((view) => (
          <li key={view.id} className="choices">
            <ViewLink view={view} onOpen={onOpen} />
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
            {view.delivery !== null && (
              <DeliveryChoice view={view} delivery={view.delivery} onChosen={onSaved} />
            )}
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      <SavedViewForm
        key={changed?.id ?? ''}
        view={changed}
        page={page}
        shown={shown}
        onSaved={onSaved}
        onCancel={() => setChanged(null)}
      />
    </section>
  );
}
