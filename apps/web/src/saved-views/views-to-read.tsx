import { answerOf, api } from '../api/client';
import { fill, useLanguage } from '../language';
import { useResource } from '../resource';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { useSavedViewTexts } from './texts';
import { ViewLink } from './view-link';

/** The reader's own views that have been delivered to her: as they are now, by her rights now. */
export function ViewsToRead() {
  const t = useSavedViewTexts();
  const { language } = useLanguage();
  const views = useResource('saved-views', () => answerOf(api.GET('/api/v1/saved-views')));
  const delivered = views.data?.items.flatMap((view) => {
    const at = view.delivery?.lastAt ?? null;
    return at === null ? [] : [{ view, at }];
  });
  if (delivered?.length === 0) return null;
  return (
    <section aria-label={t.toRead}>
      <h2>{t.toRead}</h2>
      <Failure resource={views} />
      <ul>
        {delivered?.map(({ view, at }) => (
          <li key={view.id}>
            <ViewLink view={view} />{' '}
            <span className="hint">{fill(t.last, { at: formatInstant(at, language) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
