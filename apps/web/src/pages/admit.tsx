import { useTexts } from '../language';
import { PageHeading } from '../router';
import { OpenCase } from './open-case';

/** Opens a case for a patient who has come to the ward. */
export function AdmitPage() {
  const t = useTexts();
  return (
    <>
      <PageHeading>{t.admit}</PageHeading>
      <OpenCase path="discharges" label={t.admit} given={{}} initial={{}} back="/arenden" />
    </>
  );
}
