import { choiceThenBackTo } from '../api/return-path';
import type { Me, ToldView } from '../api/types';
import { fill } from '../language';
import { usePath } from '../router';
import { ViewsToRead } from '../saved-views/views-to-read';
import { LinkButton } from '../ui/link-button';
import { useNoticeTexts } from './texts';

interface ToldViewsProps {
  readonly views: readonly ToldView[];
  readonly me: Me;
}

/** Saved views that a message was about; those of another unit are read in the assignment there. */
export function ToldViews({ views, me }: ToldViewsProps) {
  const t = useNoticeTexts();
  const path = usePath();
  const other = views.find(({ unit }) => unit.id !== me.unit.id);
  return (
    <>
      {views.some(({ unit }) => unit.id === me.unit.id) && <ViewsToRead />}
      {other !== undefined && (
        <>
          <p>{fill(t.otherUnit, { unit: other.unit.name })}</p>
          <LinkButton to={choiceThenBackTo(path)}>{t.change}</LinkButton>
        </>
      )}
    </>
  );
}
