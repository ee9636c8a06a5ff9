import { useState, type ReactNode, type SubmitEvent } from 'react';
import type { Answer, Problem } from '../api/answer';
import { useTexts } from '../language';
import { Refusal } from '../ui/refusal';
import { Button } from '../ui/button';

interface OperationFormProps<Data> {
  /** What the button says. */
  readonly label: string;
  /** Whether all is filled in that must be. */
  readonly isComplete: boolean;
  readonly send: () => Promise<Answer<Data>>;
  readonly onDone: (data: Data) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** A form of a few fields. Whatever the server answers, what was typed stays until it is accepted. */
export function OperationForm<Data>(props: OperationFormProps<Data>) {
  const { label, isComplete, send, onDone, onCancel, children } = props;
  const t = useTexts();
  const [isSending, setIsSending] = useState(false);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async () => {
    if (isSending) return;
    setIsIncomplete(!isComplete);
    if (!isComplete) return;
    setIsSending(true);
    const answer = await send();
    setIsSending(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) onDone(answer.data);
  };
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      {isIncomplete && !isComplete && (
        <p className="message message-error" role="alert">
          {t.fillInAll}
        </p>
      )}
      <Refusal problem={problem} />
      {children}
      <div className="buttons">
        <Button type="submit" variant="primary" isOff={isSending}>
          {isSending ? t.saving : label}
        </Button>
        <Button onPress={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  );
}
