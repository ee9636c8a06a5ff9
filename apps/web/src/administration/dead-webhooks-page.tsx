import { useState } from 'react';
import type { DeadWebhook, Me } from '../api/types';
import { fill, useLanguage, useTexts, type Language } from '../language';
import { useList } from '../list';
import { Link, PageHeading } from '../router';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { More } from '../ui/more';
import { Pairs } from '../ui/pairs';
import { Refusal } from '../ui/refusal';
import { readDeadWebhooks } from './admin-api';
import { isAdministrator } from './staff-page';
import { useAdminTexts } from './texts';
import { useChange } from './use-change';
import { webhookKindWords, webhookOutcomeWords } from './webhook-texts';
import { Button } from '../ui/button';

interface DeadWebhooksPageProps {
  readonly id: string;
  readonly me: Me;
}

/** What could not be told to a system, why, and sending it again. */
export function DeadWebhooksPage({ id, me }: DeadWebhooksPageProps) {
  const t = useAdminTexts();
  return (
    <>
      <PageHeading>{t.webhooks}</PageHeading>
      <p>
        <Link to="/behorigheter/webhookar">{t.backToWebhooks}</Link>
      </p>
      {isAdministrator(me) ? <Dead id={id} /> : <p>{t.notYours}</p>}
    </>
  );
}

function Dead({ id }: { readonly id: string }) {
  const t = useAdminTexts();
  const { loading } = useTexts();
  const list = useList(`dead webhooks ${id}`, (cursor, limit) =>
    readDeadWebhooks(id, cursor, limit),
  );
  const [isSaved, setIsSaved] = useState(false);
  const { send, isSending, problem } = useChange(async () => {
    await list.reload();
    setIsSaved(true);
  });
  const again = (ids: readonly number[] | null) => void send(`webhooks/${id}/redeliver`, { ids });
  if (list.data === null) {
    return list.problem === null ? <p>{loading}</p> : <Failure resource={list} />;
  }
  const { items } = list.data;
  return (
    <>
      <p role="status" className={isSaved ? 'saved' : ''}>
        {isSaved && t.redelivered}
      </p>
      <Failure resource={list} />
      <Refusal problem={problem} />
      {items.length === 0 ? (
        <p className="empty">{t.webhookNoneDead}</p>
      ) : (
        <>
          <p className="lead">{t.webhookDeadLead}</p>
          <div className="buttons">
            <Button variant="primary" isOff={isSending} onPress={() => again(null)}>
              {t.redeliverAll}
            </Button>
          </div>
          <ul className="rows">
            {items.map((one) => (
              <li key={one.id} className="row row-alone">
                <One one={one} isSending={isSending} again={() => again([one.id])} />
              </li>
            ))}
          </ul>
          <More list={list} />
        </>
      )}
    </>
  );
}

interface OneProps {
  readonly one: DeadWebhook;
  readonly isSending: boolean;
  readonly again: () => void;
}

function One({ one, isSending, again }: OneProps) {
  const t = useAdminTexts();
  const { language } = useLanguage();
  const { key, kind, unit, at, errorCode, tries } = one;
  return (
    <div className="machine">
      <h2>{webhookKindWords[kind]?.[language] ?? kind}</h2>
      <p>
        <span className="state">{outcome(errorCode, language)}</span>
      </p>
      <Pairs
        pairs={[
          [t.unit, unit.name],
          [t.happened, formatInstant(at, language)],
          [t.webhookId, key],
        ]}
      />
      {tries.length > 0 && (
        <details>
          <summary>{fill(t.webhookTries, { count: tries.length })}</summary>
          <ul>
            {tries.map((each) => (
              <li key={each.at}>
                {formatInstant(each.at, language)}: {outcome(each.outcome, language)}
                {each.status !== null && ` (${each.status})`}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="buttons">
        <Button aria-label={`${t.redeliverOne}: ${key}`} isOff={isSending} onPress={again}>
          {t.redeliverOne}
        </Button>
      </div>
    </div>
  );
}

function outcome(word: string, language: Language): string {
  return webhookOutcomeWords[word]?.[language] ?? word;
}
