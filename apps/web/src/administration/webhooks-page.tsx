import { useState } from 'react';
import type { Me, Webhook } from '../api/types';
import { fill, useLanguage, useTexts, type Text } from '../language';
import { useResource } from '../resource';
import { Link, PageHeading } from '../router';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { Pairs } from '../ui/pairs';
import { readWebhooks } from './admin-api';
import { isAdministrator } from './staff-page';
import { useAdminTexts } from './texts';
import { WebhookChanges } from './webhook-changes';
import { WebhookForm } from './webhook-form';
import { webhookKindWords, webhookStateWords } from './webhook-texts';

/** Where the controller's own systems are told. */
export function WebhooksPage({ me }: { readonly me: Me }) {
  const t = useAdminTexts();
  return (
    <>
      <PageHeading>{t.webhooks}</PageHeading>
      <p>
        <Link to="/behorigheter">{t.back}</Link>
      </p>
      {isAdministrator(me) ? <Webhooks /> : <p>{t.notYours}</p>}
    </>
  );
}

function Webhooks() {
  const t = useAdminTexts();
  const { loading } = useTexts();
  const list = useResource('webhooks', readWebhooks);
  const [secret, setSecret] = useState<string | null>(null);
  const done = async (made: string | null) => {
    setSecret(made);
    await list.reload();
  };
  return (
    <>
      <p className="lead">{t.webhooksLead}</p>
      <div role="status">{secret !== null && <Secret secret={secret} />}</div>
      <Failure resource={list} />
      {list.data === null ? (
        list.problem === null && <p>{loading}</p>
      ) : list.data.items.length === 0 ? (
        <p className="empty">{t.noWebhooks}</p>
      ) : (
        <ul className="rows">
          {list.data.items.map((webhook) => (
            <li key={`${webhook.id} ${webhook.version}`} className="row row-alone">
              <Endpoint webhook={webhook} onDone={done} />
            </li>
          ))}
        </ul>
      )}
      <WebhookForm onDone={done} />
    </>
  );
}

function Secret({ secret }: { readonly secret: string }) {
  const t = useAdminTexts();
  return (
    <div className="message secret">
      <p>{t.webhookSecret}</p>
      <p>
        <code>{secret}</code>
      </p>
    </div>
  );
}

interface EndpointProps {
  readonly webhook: Webhook;
  readonly onDone: (secret: string | null) => Promise<void>;
}

function Endpoint({ webhook, onDone }: EndpointProps) {
  const t = useAdminTexts();
  const { language } = useLanguage();
  const { id, url, kinds, state, waiting, oldestAt, dead, lastSentAt, formerSecretUntil } = webhook;
  const worded = (words: Readonly<Record<string, Text>>, word: string) =>
    words[word]?.[language] ?? word;
  const time = (at: string | null) => (at === null ? null : formatInstant(at, language));
  return (
    <div className="machine">
      <h2>{url}</h2>
      <Pairs
        pairs={[
          [t.webhookState, worded(webhookStateWords, state)],
          [t.webhookKinds, kinds.map((kind) => worded(webhookKindWords, kind)).join(', ')],
          [t.webhookWaiting, String(waiting)],
          [t.webhookOldest, time(oldestAt)],
          [t.webhookLastSent, time(lastSentAt)],
          [t.webhookFormer, time(formerSecretUntil)],
        ]}
      />
      {dead > 0 && (
        <p>
          <Link to={`/behorigheter/webhookar/${id}`}>{fill(t.webhookDead, { count: dead })}</Link>
        </p>
      )}
      <WebhookChanges webhook={webhook} onDone={onDone} />
    </div>
  );
}
