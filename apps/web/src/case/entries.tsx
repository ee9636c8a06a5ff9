import type { Case } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { basisWords, entryWords } from '../words';
import { Facts } from './facts';
import { unitNamesOf } from './unit-names';

/** Everything that has been disclosed to the reader's authority, the latest first. */
export function Entries({ view }: { readonly view: Case }) {
  const t = useTexts();
  const { language } = useLanguage();
  const unitNames = unitNamesOf(view);
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{t.entries}</h2>
      {view.entries.length === 0 && <p>{t.noEntries}</p>}
      <ul className="cards">
        {[...view.entries].reverse().map(({ seq, entry, legalBasis, recordedAt, body }) => (
          <li key={`${seq} ${entry}`} className="card">
            <h3>{entryWords[entry]?.[language] ?? entry}</h3>
            <p className="hint">
              <time dateTime={recordedAt}>{formatInstant(recordedAt, language)}</time>
            </p>
            <Facts facts={body} unitNames={unitNames} />
            <p className="hint">
              {t.legalBasis}: {basisWords[legalBasis]?.[language] ?? legalBasis}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
