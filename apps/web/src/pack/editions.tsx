import { answerOf, api } from '../api/client';
import type { JointGroup, Pack } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { useResource } from '../resource';
import { Link } from '../router';
import { formatInstant } from '../time';
import { Disclosure } from '../ui/disclosure';
import { Failure } from '../ui/failure';
import { usePackTexts } from './texts';

type Edition = JointGroup['editions'][number];

/** What has been frozen of a place: each edition on paper, as a spreadsheet and here. */
export function Editions({ editions }: { readonly editions: readonly Edition[] }) {
  const t = usePackTexts();
  return (
    <section>
      <h2>{t.editions}</h2>
      {editions.length === 0 && <p>{t.noEditions}</p>}
      <ul>
        {editions.map((edition) => (
          <li key={edition.id}>
            <OneEdition edition={edition} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneEdition({ edition }: { readonly edition: Edition }) {
  const t = usePackTexts();
  const { language } = useLanguage();
  const { id, frozenAt, frozenBy: by, huvudman } = edition;
  const month = edition.month.slice(0, 'YYYY-MM'.length);
  const named = { month, edition: edition.edition };
  const at = formatInstant(frozenAt, language);
  const path = `/api/v1/packs/${id}`;
  return (
    <>
      <p>{fill(t.edition, { ...named, at, by, huvudman })}</p>
      <p className="choices">
        <a
          href={`${path}/page?language=${language}`}
          target="_blank"
          rel="noopener"
          aria-label={fill(t.openOf, named)}
        >
          {t.open}
        </a>
        <a
          href={`${path}/page?language=${language}&format=pdf`}
          download
          aria-label={fill(t.pdfOf, named)}
        >
          {t.pdf}
        </a>
        <a
          href={`${path}/pack.xlsx?language=${language}`}
          download
          aria-label={fill(t.excelOf, named)}
        >
          {t.excel}
        </a>
      </p>
      <Disclosure summary={fill(t.contents, named)}>
        <Contents id={id} />
      </Disclosure>
    </>
  );
}

function Contents({ id }: { readonly id: string }) {
  const { loading } = useTexts();
  const found = useResource(`pack ${id}`, () =>
    answerOf(api.GET('/api/v1/packs/{id}', { params: { path: { id } } })),
  );
  return (
    <>
      <Failure resource={found} />
      {found.data === null && found.problem === null && <p>{loading}</p>}
      {found.data !== null && <Causes content={found.data.content} />}
      {found.data !== null && <Cases content={found.data.content} />}
    </>
  );
}

interface ContentProps {
  readonly content: Pack['content'];
}

function Causes({ content: { causes } }: ContentProps) {
  const t = usePackTexts();
  const { language } = useLanguage();
  if (causes.length === 0) return <p>{t.nobody}</p>;
  return (
    <table>
      <caption>{t.causes}</caption>
      <thead>
        <tr>
          <th scope="col">{t.cause}</th>
          <th scope="col">{t.days}</th>
        </tr>
      </thead>
      <tbody>
        {causes.map(({ cause, text, days }) => (
          <tr key={cause}>
            <th scope="row">{text[language]}</th>
            <td>{days ?? t.few}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cases({ content: { cases } }: ContentProps) {
  const t = usePackTexts();
  const { language } = useLanguage();
  if (cases === null || cases.length === 0) return <p>{t.noCases}</p>;
  return (
    <table>
      <caption>{t.cases}</caption>
      <thead>
        <tr>
          <th scope="col">{t.case}</th>
          <th scope="col">{t.ward}</th>
          <th scope="col">{t.days}</th>
          <th scope="col">{t.unknownDays}</th>
          <th scope="col">{t.cause}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((each) => (
          <tr key={each.case}>
            <th scope="row">
              <Link to={`/arenden/${each.case}`}>{each.case.slice(0, 'xxxxxxxx'.length)}</Link>
            </th>
            <td>{each.ward[language]}</td>
            <td>{each.days}</td>
            <td>{each.unknownDays}</td>
            <td>{each.causes.map(({ text, days }) => `${text[language]} (${days})`).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
