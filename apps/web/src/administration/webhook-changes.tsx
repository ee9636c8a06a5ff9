import { useState, type SubmitEvent } from 'react';
import type { Webhook } from '../api/types';
import { useLanguage } from '../language';
import { Refusal } from '../ui/refusal';
import { useAdminTexts } from './texts';
import { Ticks } from './ticks';
import { useChange } from './use-change';
import { webhookKindWords } from './webhook-texts';
import { Button } from '../ui/button';

type Doing = 'kinds' | 'secret' | 'pause' | 'resume' | 'delete';

interface WebhookChangesProps {
  readonly webhook: Webhook;
  readonly onDone: (secret: string | null) => Promise<void>;
}

/** What may be changed of an endpoint: one thing at a time, with what it means before it is done. */
export function WebhookChanges({ webhook, onDone }: WebhookChangesProps) {
  const t = useAdminTexts();
  const { language } = useLanguage();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [kinds, setKinds] = useState<readonly string[]>(webhook.kinds);
  const { send, isSending, problem } = useChange(async ({ secret }) => {
    setDoing(null);
    await onDone(secret ?? null);
  });
  const { id, url, version, state } = webhook;
  const changes: readonly (readonly [Doing, string, string])[] = [
    ['kinds', t.changeWebhookKinds, ''],
    ['secret', t.rotateWebhook, t.rotateWebhookMeans],
    state === 'active'
      ? ['pause', t.pauseWebhook, t.pauseWebhookMeans]
      : ['resume', t.resumeWebhook, t.resumeWebhookMeans],
    ['delete', t.deleteWebhook, t.deleteWebhookMeans],
  ];
  const chosen = changes.find(([each]) => each === doing);
  if (chosen === undefined) {
    return (
      <div className="buttons">
        {changes.map(([each, label]) => (
          <Button key={each} aria-label={`${label}: ${url}`} onPress={() => setDoing(each)}>
            {label}
          </Button>
        ))}
      </div>
    );
  }
  const [what, label, means] = chosen;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send(`webhooks/${id}/${what}`, what === 'kinds' ? { kinds } : {}, version);
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <Refusal problem={problem} />
      {what === 'kinds' ? (
        <Ticks
          legend={t.webhookKinds}
          options={Object.entries(webhookKindWords).map(([kind, text]) => [kind, text[language]])}
          chosen={kinds}
          onChange={setKinds}
        />
      ) : (
        <p className="message">{means}</p>
      )}
      <div className="buttons">
        <Button type="submit" variant={what === 'delete' ? 'danger' : 'primary'} isOff={isSending}>
          {label}
        </Button>
        <Button onPress={() => setDoing(null)}>{t.cancel}</Button>
      </div>
    </form>
  );
}
