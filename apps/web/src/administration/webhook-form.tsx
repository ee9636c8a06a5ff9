import { useId, useState, type SubmitEvent } from 'react';
import { useLanguage } from '../language';
import { Refusal } from '../ui/refusal';
import { useAdminTexts } from './texts';
import { Ticks } from './ticks';
import { useChange } from './use-change';
import { webhookKindWords } from './webhook-texts';
import { Button } from '../ui/button';

const EMPTY = { url: '', kinds: [] as readonly string[] };

/** Lets a system be told: where, and of what. */
export function WebhookForm({
  onDone,
}: {
  readonly onDone: (secret: string | null) => Promise<void>;
}) {
  const t = useAdminTexts();
  const id = useId();
  const { language } = useLanguage();
  const [{ url, kinds }, setTyped] = useState(EMPTY);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const { send, isSending, problem } = useChange(async ({ secret }) => {
    setTyped(EMPTY);
    await onDone(secret ?? null);
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const isWhole = url.trim() !== '' && kinds.length > 0;
    setIsIncomplete(!isWhole);
    if (isWhole) void send('webhooks', { url: url.trim(), kinds });
  };
  return (
    <details className="panel">
      <summary>
        <h2>{t.addWebhook}</h2>
      </summary>
      <form noValidate autoComplete="off" onSubmit={submit}>
        {isIncomplete && (
          <p className="message message-error" role="alert">
            {t.webhookFillIn}
          </p>
        )}
        <Refusal problem={problem} />
        <div className="field">
          <label htmlFor={id}>{t.webhookUrl}</label>
          <p className="hint" id={`${id}-hint`}>
            {t.webhookUrlHint}
          </p>
          <input
            id={id}
            type="url"
            required
            aria-describedby={`${id}-hint`}
            value={url}
            onChange={({ target }) => setTyped({ url: target.value, kinds })}
          />
        </div>
        <Ticks
          legend={t.webhookKinds}
          options={Object.entries(webhookKindWords).map(([kind, text]) => [kind, text[language]])}
          chosen={kinds}
          onChange={(chosen) => setTyped({ url, kinds: chosen })}
        />
        <div className="buttons">
          <Button type="submit" variant="primary" isOff={isSending}>
            {isSending ? t.saving : t.save}
          </Button>
        </div>
      </form>
    </details>
  );
}
