import { answerOf, api } from '../api/client';
import type { Me, Overview } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { pageNames } from '../page-names';
import { useResource } from '../resource';
import { Link, PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { Agreement, Late, Quality } from './counted';
import { Cover, Deliveries, Emergencies, LogReviews, Settlements, Staff } from './lists';
import { useOverviewTexts } from './texts';

/** What needs an administrator now: numbers, and the way to where each is dealt with. */
export function OverviewPage({ me }: { readonly me: Me }) {
  const { language } = useLanguage();
  const t = useOverviewTexts();
  const may = (operation: string) => me.may.operations.includes(operation);
  return (
    <>
      <PageHeading>{pageNames.overview[language]}</PageHeading>
      {may('getOverview') ? <Whole me={me} may={may} /> : <p>{t.notYours}</p>}
    </>
  );
}

interface WholeProps {
  readonly me: Me;
  readonly may: (operation: string) => boolean;
}

function Whole({ me, may }: WholeProps) {
  const { language } = useLanguage();
  const t = useOverviewTexts();
  const { loading } = useTexts();
  const found = useResource<Overview>('overview', () => answerOf(api.GET('/api/v1/overview')));
  return (
    <>
      <p className="lead">{t.lead}</p>
      {may('getFigures') && (
        <p>
          <Link to="/statistik">{pageNames.figures[language]}</Link>
        </p>
      )}
      {may('getJointGroup') && (
        <p>
          <Link to="/samverkansgrupp">{pageNames.jointGroup[language]}</Link>
        </p>
      )}
      <Failure resource={found} />
      {found.data === null && found.problem === null && <p>{loading}</p>}
      {found.data !== null && <Late overview={found.data} />}
      {me.may.read.includes('settlements') && <Settlements />}
      {found.data !== null && <Agreement overview={found.data} />}
      {found.data !== null && <Staff lapsing={found.data.staff} />}
      {may('getCover') && <Cover />}
      {may('listEmergencyOpenings') && <Emergencies />}
      {may('listLogReviews') && <LogReviews />}
      {may('listDeliveries') && <Deliveries />}
      {found.data !== null && <Quality overview={found.data} />}
    </>
  );
}
