import type { Answer } from '../api/answer';
import { answerOf, api } from '../api/client';
import type { Cover, Me } from '../api/types';
import { useTexts } from '../language';
import { useResource } from '../resource';
import { PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { Absences } from './absences';
import { UnitHours } from './unit-hours';
import { useCoverTexts } from './texts';
import { Watches } from './watches';

/** Who reads what comes to the controller's units, and what the reader herself may change of it. */
export function CoverPage({ me }: { readonly me: Me }) {
  const t = useCoverTexts();
  const { loading } = useTexts();
  const found = useResource('cover', readCover);
  const shared = { me, reload: found.reload };
  return (
    <>
      <PageHeading>{t.page}</PageHeading>
      <p className="lead">{t.lead}</p>
      <Failure resource={found} />
      {found.data === null ? (
        found.problem === null && <p>{loading}</p>
      ) : (
        <>
          <Watches cover={found.data} {...shared} />
          <Absences cover={found.data} {...shared} />
          <UnitHours cover={found.data} {...shared} />
        </>
      )}
    </>
  );
}

function readCover(): Promise<Answer<Cover>> {
  return answerOf(api.GET('/api/v1/cover'));
}
