import { readUnits } from '../api/reads';
import { listingPicks } from '../case/unit-picks';
import { useTexts } from '../language';
import { useResource } from '../resource';
import { PageHeading } from '../router';
import { OpenCase } from './open-case';

/** Opens a case for a patient who has come to the ward. */
export function AdmitPage() {
  const t = useTexts();
  const units = useResource('units', readUnits).data?.items ?? [];
  return (
    <>
      <PageHeading>{t.admit}</PageHeading>
      <OpenCase
        path="discharges"
        label={t.admit}
        given={{}}
        initial={{}}
        picks={{ listedAt: listingPicks(units) }}
        back="/arenden"
      />
    </>
  );
}
