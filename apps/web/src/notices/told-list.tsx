import type { Notice } from '../api/types';
import { caseAddress } from '../case/address';
import { useLanguage, useTexts } from '../language';
import { useList } from '../list';
import { useLive } from '../live';
import { Link } from '../router';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { More } from '../ui/more';
import { useSettled } from '../use-settled';
import { entryWords } from '../words';
import { readNotices } from './notices-api';
import { useNoticeTexts } from './texts';
import { Trail } from './trail';

/** What the reader's unit was told, the latest first. Whom it is about stands in the case alone. */
export function ToldList() {
  const t = useNoticeTexts();
  const { loading } = useTexts();
  const list = useList('notices', readNotices);
  useLive(useSettled(list.reload));
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{t.latest}</h2>
      <Failure resource={list} />
      {list.data === null && list.problem === null && <p>{loading}</p>}
      {list.data?.items.length === 0 && <p className="empty">{t.noneTold}</p>}
      {list.data !== null && list.data.items.length > 0 && (
        <ul className="rows">
          {list.data.items.map((notice) => (
            <li key={notice.id} className="row row-alone">
              <Line notice={notice} />
            </li>
          ))}
        </ul>
      )}
      <p className="list-foot">
        <More list={list} />
      </p>
    </section>
  );
}

/** That somebody at the unit has taken it in. */
const TAKEN_IN = ['seen', 'opened', 'acted'];

function Line({ notice }: { readonly notice: Notice }) {
  const t = useNoticeTexts();
  const { language } = useLanguage();
  const { caseId, caseType, entry, title, createdAt, trail } = notice;
  const what = title ?? entryWords[entry]?.[language] ?? t.toRead;
  return (
    <div>
      <p>
        {caseType === null ? what : <Link to={caseAddress(caseType, caseId)}>{what}</Link>}{' '}
        <time dateTime={createdAt} className="hint">
          {formatInstant(createdAt, language)}
        </time>
      </p>
      {caseType === null && <p className="hint">{t.leftCase}</p>}
      {!trail.some(({ kind }) => TAKEN_IN.includes(kind)) && <p className="hint">{t.unseen}</p>}
      {trail.length > 0 && <Trail trail={trail} />}
    </div>
  );
}
