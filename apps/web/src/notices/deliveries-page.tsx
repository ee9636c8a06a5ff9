import { useId, useState } from 'react';
import type { Problem } from '../api/answer';
import type { DeliveryLine, Me } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { useResource } from '../resource';
import { PageHeading } from '../router';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { readDeliveries, redeliver, type DeliveryStatus } from './notices-api';
import { channelWords, reasonWords, statusWords, useNoticeTexts } from './texts';
import { Button } from '../ui/button';
import { LinkButton } from '../ui/link-button';

const STATUSES = Object.keys(statusWords) as DeliveryStatus[];

/** What left for the controller's units and what became of it, for administrators. */
export function DeliveriesPage({ me }: { readonly me: Me }) {
  const t = useNoticeTexts();
  return (
    <>
      <PageHeading>{t.deliveries}</PageHeading>
      {me.may.operations.includes('listDeliveries') ? <Search /> : <p>{t.notYours}</p>}
    </>
  );
}

function Search() {
  const t = useNoticeTexts();
  const { loading } = useTexts();
  const { language } = useLanguage();
  const id = useId();
  const [status, setStatus] = useState<DeliveryStatus | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const key = `deliveries ${status} ${cursor}`;
  const found = useResource(key, () => readDeliveries(status, cursor));
  return (
    <>
      <p className="lead">{t.deliveriesLead}</p>
      <div className="field">
        <label htmlFor={id}>{t.show}</label>
        <select
          id={id}
          value={status ?? ''}
          onChange={({ target }) => {
            setStatus(STATUSES.find((each) => each === target.value) ?? null);
            setCursor(null);
          }}
        >
          <option value="">{t.all}</option>
          {STATUSES.map((each) => (
            <option key={each} value={each}>
              {statusWords[each]?.[language]}
            </option>
          ))}
        </select>
      </div>
      <Failure resource={found} />
      {found.data === null && found.problem === null && <p>{loading}</p>}
      {found.data?.items.length === 0 && <p className="empty">{t.none}</p>}
      {found.data !== null && found.data.items.length > 0 && (
        <ul className="rows">
          {found.data.items.map((line) => (
            <li key={line.id} className="row row-alone">
              <Line line={line} reload={found.reload} />
            </li>
          ))}
        </ul>
      )}
      {found.data?.next != null && (
        <Button onPress={() => setCursor(found.data?.next ?? null)}>{t.more}</Button>
      )}
      <p>
        <LinkButton to="/behorigheter" isBack>
          {t.back}
        </LinkButton>
      </p>
    </>
  );
}

interface LineProps {
  readonly line: DeliveryLine;
  readonly reload: () => Promise<void>;
}

function Line({ line, reload }: LineProps) {
  const t = useNoticeTexts();
  const { language } = useLanguage();
  const [problem, setProblem] = useState<Problem | null>(null);
  const { id, unit, person, channel, title, acute, status, lastAt, reason, sendAt } = line;
  const at = lastAt ?? sendAt;
  const again = async () => {
    const answer = await redeliver([id]);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) await reload();
  };
  return (
    <div>
      <p>
        <span className="state">{statusWords[status]?.[language]}</span>{' '}
        <time dateTime={at}>{formatInstant(at, language)}</time>
        {reason !== null && (
          <span className="hint"> {reasonWords[reason]?.[language] ?? reason}</span>
        )}
      </p>
      <p>
        <strong>{person.name}</strong>, {unit.name}: {channelWords[channel]?.[language]}
      </p>
      <p className="hint">
        {acute && `${t.urgent}: `}
        {title ?? t.toRead}
      </p>
      <Refusal problem={problem} />
      {(status === 'failed' || status === 'held') && (
        <Button onPress={() => void again()}>{t.again}</Button>
      )}
    </div>
  );
}
