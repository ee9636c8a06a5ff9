import { useState } from 'react';
import { readDisclosures } from '../api/reads';
import type { CasePath, Disclosure } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { useResource } from '../resource';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { entryWords } from '../words';

interface DisclosuresProps {
  readonly path: CasePath;
  readonly id: string;
}

/**
 * What one's own authority has handed out and been handed, on which grounds. Read when somebody opens
 * it: each reading is logged.
 */
export function Disclosures(props: DisclosuresProps) {
  const t = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t.showDisclosures}</summary>
      {isOpen && <Rows {...props} />}
    </details>
  );
}

function Rows({ path, id }: DisclosuresProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const found = useResource(`disclosures ${path} ${id}`, () => readDisclosures(path, id));
  const { data, problem } = found;
  if (data === null) return problem === null ? <p>{t.loading}</p> : <Failure resource={found} />;
  if (data.items.length === 0) return <p>{t.noDisclosures}</p>;
  return (
    <div className="table" tabIndex={0} role="group" aria-label={t.showDisclosures}>
      <table>
        <caption>{t.showDisclosures}</caption>
        <thead>
          <tr>
            <th scope="col">{t.disclosedEntry}</th>
            <th scope="col">{t.disclosedTo}</th>
            <th scope="col">{t.disclosedOn}</th>
            <th scope="col">{t.disclosedBy}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((one) => (
            <tr key={`${one.seq} ${one.entry} ${one.to.id} ${one.source}`}>
              <th scope="row">{entryWords[one.entry]?.[language] ?? one.entry}</th>
              <td>{one.to.name}</td>
              <td>{groundOf(one, t.disclosedAssumed)}</td>
              <td>
                {[one.by.person?.name, one.by.unit?.name].filter(Boolean).join(', ')},{' '}
                <time dateTime={one.at}>{formatInstant(one.at, language)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function groundOf({ text, rule, assumed }: Disclosure, assumedWord: string): string {
  const known = rule === null ? text : `${text} (${rule})`;
  return assumed ? `${known} – ${assumedWord}` : known;
}
