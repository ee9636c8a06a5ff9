import { useEffect } from 'react';
import { tellProved } from '../api/step-up';
import { useTexts } from '../language';
import { Link, PageHeading } from '../router';

/** Where a tab ends that was opened to prove anew who somebody is: it tells the others and closes. */
export function ProvedPage() {
  const t = useTexts();
  useEffect(() => {
    tellProved();
    window.close();
  }, []);
  return (
    <>
      <PageHeading>{t.provedTitle}</PageHeading>
      <p className="lead">{t.provedLead}</p>
      <p>
        <Link to="/">{t.toWorklist}</Link>
      </p>
    </>
  );
}
