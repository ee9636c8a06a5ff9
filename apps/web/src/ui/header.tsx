import { signOut, switchUser } from '../api/session';
import type { Me } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { pageNames } from '../page-names';
import { Link, usePath } from '../router';
import { EndingBanner } from './ending-banner';
import { StaleBanner } from './stale-banner';
import { Unread } from './unread';
import { Button } from './button';

/** Name of the product, the pages, who is signed in, and the other language. */
export function Header({ me }: { readonly me: Me | null }) {
  const t = useTexts();
  const { language, choose } = useLanguage();
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <header className="header">
      <div className="header-row">
        <Link to="/" className="brand">
          {t.product}
        </Link>
        {me !== null && (
          <nav aria-label={t.mainMenu}>
            <Link to="/">
              {t.worklist} <Unread />
            </Link>
            <Link to="/arenden">{t.cases}</Link>
            <Link to="/sip">{t.sips}</Link>
            <Link to="/avvikelser">{pageNames.avvikelser[language]}</Link>
            {me.may.operations.includes('getWardBoard') && <Link to="/tavla">{t.wardBoard}</Link>}
            {me.may.operations.includes('getForecast') && (
              <Link to="/prognos">{pageNames.forecast[language]}</Link>
            )}
            {me.may.operations.includes('getOverview') && (
              <Link to="/oversikt">{pageNames.overview[language]}</Link>
            )}
            {me.may.read.includes('settlements') && <Link to="/avrakningar">{t.settlements}</Link>}
            {me.may.operations.includes('searchStaff') && <Link to="/behorigheter">{t.staff}</Link>}
            {me.may.operations.includes('listEmergencyOpenings') && (
              <Link to="/granskning">{t.review}</Link>
            )}
            {me.may.operations.includes('openInEmergency') && (
              <Link to="/nodoppning">{t.emergency}</Link>
            )}
            {me.may.operations.includes('listLogReviews') && (
              <Link to="/loggkontroll">{pageNames.log[language]}</Link>
            )}
          </nav>
        )}
        <div className="header-end">
          <Button variant="plain" isSmall lang={other} onPress={() => choose(other)}>
            {t.otherLanguage}
          </Button>
          {me !== null && <UserMenu me={me} />}
        </div>
      </div>
      {me !== null && <StaleBanner />}
      {me !== null && <EndingBanner me={me} />}
    </header>
  );
}

/** Who is signed in, and what is her own; closed again on the next page. */
function UserMenu({ me }: { readonly me: Me }) {
  const t = useTexts();
  const { language } = useLanguage();
  return (
    <details key={usePath()} className="user-menu">
      <summary>
        <strong>{me.name}</strong> <span>{me.unit.name}</span>
      </summary>
      <div>
        <Link to="/aviseringar">{pageNames.notices[language]}</Link>
        <Link to="/jour">{pageNames.cover[language]}</Link>
        <Link to="/erfarenhet">{pageNames.experience[language]}</Link>
        {me.assignments.length > 1 && <Link to="/uppdrag">{t.switchAssignment}</Link>}
        <Button variant="plain" isSmall onPress={() => void switchUser()}>
          {t.switchUser}
        </Button>
        <Button variant="plain" isSmall onPress={() => void signOut()}>
          {t.signOut}
        </Button>
      </div>
    </details>
  );
}
