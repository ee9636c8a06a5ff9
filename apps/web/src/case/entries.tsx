import type { AnyCase, CaseEvent } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { basisWords, entryWords } from '../words';
import { CopyAsText } from '../ui/copy-as-text';
import { factLines } from './fact-text';
import { Facts } from './facts';
import { eventId } from './rattelser';
import { unitNamesOf, type Named } from './unit-names';

interface EntriesProps {
  readonly view: AnyCase;
  readonly events: readonly CaseEvent[];
  readonly named: readonly Named[];
}

/** Everything that has been disclosed to the reader's authority, the latest first. */
export function Entries({ view, events, named }: EntriesProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const unitNames = unitNamesOf(view, named);
  // One's own content bears the name of the command that made it, and so does the event.
  const titleOf = ({ entry, seq }: AnyCase['entries'][number]) =>
    entryWords[entry]?.[language] ?? events.find((event) => event.seq === seq)?.title ?? entry;
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{t.entries}</h2>
      {view.entries.length === 0 && <p>{t.noEntries}</p>}
      <ul className="cards">
        {[...view.entries].reverse().map((content) => (
          <li key={`${content.seq} ${content.entry} ${content.source}`} className="card">
            <h3>{content.struckBy === null ? titleOf(content) : <s>{titleOf(content)}</s>}</h3>
            <p className="hint">
              <time dateTime={content.recordedAt}>
                {formatInstant(content.recordedAt, language)}
              </time>
            </p>
            {content.struckBy === null ? (
              <Facts facts={told(content.body)} unitNames={unitNames} />
            ) : (
              <>
                <p className="rattelse">
                  <a href={`#${eventId(content.struckBy)}`}>{t.struck}</a>
                </p>
                <del className="struck">
                  <Facts facts={told(content.body)} unitNames={unitNames} />
                </del>
              </>
            )}
            {content.struckBy === null && (
              <div className="buttons">
                <CopyAsText
                  about={titleOf(content)}
                  text={[
                    `${t.recordedAs}: ${titleOf(content)}, ${formatInstant(content.recordedAt, language)}`,
                    ...factLines(told(content.body), unitNames, language),
                  ].join('\n')}
                />
              </div>
            )}
            <p className="hint">
              {t.legalBasis}: {basisWords[content.legalBasis]?.[language] ?? content.legalBasis}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Files are told by their names; they are fetched where the message stands. */
function told(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const files = body['files'] as readonly { readonly name: string }[] | undefined;
  return files === undefined ? body : { ...body, files: files.map(({ name }) => name) };
}
