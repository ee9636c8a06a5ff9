import { useTexts } from '../language';
import { Link, PageHeading } from '../router';

/** For an address that names no page. */
export function NotFoundPage() {
  const t = useTexts();
  return (
    <>
      <PageHeading>{t.notFoundTitle}</PageHeading>
      <p>
        <Link to="/">{t.toWorklist}</Link>
      </p>
    </>
  );
}
