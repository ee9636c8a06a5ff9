import { readAvvikelse } from '../api/reads';
import type { Avvikelse, Me } from '../api/types';
import { caseAddress } from '../case/address';
import { CaseFrame } from '../case/case-frame';
import { useLanguage } from '../language';
import { Link } from '../router';
import { formatInstant } from '../time';
import { Pairs } from '../ui/pairs';
import { avvikelseKit } from './avvikelse-kit';
import { useAvvikelseTexts } from './texts';

/** One avvikelse: what went wrong between whom, what is waited for, and the answer. */
export function AvvikelsePage({ id, me }: { readonly id: string; readonly me: Me }) {
  const t = useAvvikelseTexts();
  return (
    <CaseFrame
      kit={avvikelseKit}
      id={id}
      me={me}
      read={readAvvikelse}
      heading={t.heading}
      head={(view) => <What view={view} />}
    >
      {() => null}
    </CaseFrame>
  );
}

function What({ view: { avvikelse } }: { readonly view: Avvikelse }) {
  const t = useAvvikelseTexts();
  const { language } = useLanguage();
  const { about, reporter, concerned, categoryText, consequenceText } = avvikelse;
  const time = (at: string | null) => at && formatInstant(at, language);
  return (
    <>
      <Pairs
        pairs={[
          [t.category, categoryText],
          [t.consequence, consequenceText],
          [t.reporter, reporter.name],
          [t.concerned, concerned.name],
          [t.reportedAt, time(avvikelse.reportedAt)],
          [t.receivedAt, time(avvikelse.receivedAt)],
          [t.answeredAt, time(avvikelse.answeredAt)],
          [t.sentBackAt, time(avvikelse.sentBackAt)],
        ]}
      />
      <p>
        <Link to={caseAddress(about.type, about.id)}>{t.toTheCase}</Link>{' '}
        <span className="hint">{t.toTheCaseHint}</span>
      </p>
    </>
  );
}
