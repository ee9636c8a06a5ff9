import { useId, useState, type SubmitEvent } from 'react';
import { useChange } from '../administration/use-change';
import type { JointGroup } from '../api/types';
import { Button } from '../ui/button';
import { Refusal } from '../ui/refusal';
import { Choice, WORDS_LENGTH_MAX } from './agreed-form';
import { usePackTexts } from './texts';

const STATUSES = ['agreed', 'under-way', 'done', 'dropped'] as const;

interface FollowUpProps {
  readonly place: string;
  readonly measure: JointGroup['agreed'][number];
  readonly onSaved: () => Promise<void>;
}

/** What came of an agreed measure. */
export function FollowUpForm({ place, measure, onSaved }: FollowUpProps) {
  const t = usePackTexts();
  const id = useId();
  const [status, setStatus] = useState<string>(measure.status);
  const [note, setNote] = useState('');
  const { send, isSending, problem } = useChange(onSaved);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send(`agreed-measures/${measure.id}/follow-ups`, { place, status, note });
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <Refusal problem={problem} />
      <Choice
        label={t.status}
        value={status}
        options={STATUSES.map((each) => ({ id: each, name: t[`status-${each}`] }))}
        onChoose={setStatus}
      />
      <div className="field">
        <label htmlFor={id}>{t.note}</label>
        <p id={`${id}hint`} className="hint">
          {t.warning}
        </p>
        <input
          id={id}
          maxLength={WORDS_LENGTH_MAX}
          aria-describedby={`${id}hint`}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
      <div className="buttons">
        <Button type="submit" variant="primary" isOff={isSending}>
          {t.saveFollowUp}
        </Button>
      </div>
    </form>
  );
}
