import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useForm } from 'react-hook-form';
import { isUndecided, type Answer, type FieldFault, type Problem } from '../api/answer';
import type { OutgoingCommand } from '../api/commands';
import { serverNow } from '../api/server-time';
import type { AnyCase } from '../api/types';
import { useTexts } from '../language';
import { Attempt } from './attempt';
import { ErrorSummary } from './error-summary';
import { Fields } from './fields';
import type { Picks } from './picks';
import type { Field } from './schema';
import { bodyOf, missingIn, type Values } from './values';
import { Button } from '../ui/button';

/** What a form has beside its fields. */
interface Beside {
  readonly shown: ReactNode;
  /** Goes with what the fields hold. */
  readonly body: OutgoingCommand['body'];
  /** Why the form cannot be sent just now; null: it can. */
  readonly waits: string | null;
}

/** What some fields of a form mean for others. Pure. */
export interface Ties {
  /** What fields offer that others of the form name. */
  readonly picks: (values: Values) => Picks;
  readonly changed: (values: Values, path: string, value: Values[string]) => Values;
  /** What is sent of what is typed. */
  readonly whole: (values: Values) => Values;
}

export interface CommandFormProps {
  /** What the button says. */
  readonly label: string;
  readonly consequence: string;
  readonly fields: readonly Field[];
  /** What fields that pick something offer. */
  readonly picks: Picks;
  readonly initial: Values;
  /** Absent: each field is for itself. */
  readonly ties?: Ties | undefined;
  readonly send: (command: OutgoingCommand) => Promise<Answer<AnyCase>>;
  readonly onDone: (view: AnyCase) => void;
  readonly onCancel: () => void;
  /** More about a refusal than its own words: what has changed, where to go instead. */
  readonly explain: (problem: Problem) => ReactNode;
  readonly beside?: Beside;
  /** What sending would lead to. @param filled null while something is missing */
  readonly foresee?: (filled: Filled | null) => ReactNode;
}

/** What the form holds. */
export interface Filled {
  /** As it was typed. */
  readonly typed: string;
  /** The body that would be sent now. */
  readonly body: () => OutgoingCommand['body'];
}

/** A command as a form. Whatever the server answers, what was typed stays until it is accepted. */
export function CommandForm(props: CommandFormProps) {
  const { label, consequence, fields, initial, onCancel, explain, beside, foresee, ties } = props;
  const t = useTexts();
  const formId = useId();
  const { values, change, submit, refusal, isSending, filled } = useCommandForm(props);
  const faults = refusal?.faults ?? [];
  const isTime = ({ name }: Field) => name === 'occurredAt';
  const isAfterwards = ({ name, required }: Field) => name === 'registered' && !required;
  const isGround = ({ name }: Field) => name === 'disclosure';
  const isSeldom = (field: Field) => isTime(field) || isAfterwards(field) || isGround(field);
  const usual = fields.filter((field) => !isSeldom(field));
  const seldom = [
    [t.otherTime, fields.filter(isTime)],
    [t.registerAfterwards, fields.filter(isAfterwards)],
    [t.groundOfDisclosure, fields.filter(isGround)],
  ] as const;
  const isFilled = ({ path }: Field) => Object.keys(initial).some((at) => at.startsWith(path));
  const picks = { ...props.picks, ...ties?.picks(values) };
  const about = { formId, values, faults, picks, change };
  return (
    <form noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <p className="consequence">
        <strong>{t.whatHappens}:</strong> {consequence}
      </p>
      {refusal !== null && (
        <ErrorSummary key={refusal.turn} formId={formId} fields={fields} {...refusal}>
          {refusal.problem !== null && explain(refusal.problem)}
        </ErrorSummary>
      )}
      <Fields fields={usual} {...about} />
      {beside?.shown}
      {seldom.map(
        ([summary, some]) =>
          some.length > 0 && (
            <details key={summary} className="other-time" open={some.some(isFilled)}>
              <summary>{summary}</summary>
              <Fields fields={some} {...about} />
            </details>
          ),
      )}
      {foresee?.(filled)}
      <div className="buttons">
        <Button
          type="submit"
          variant="primary"
          isOff={isSending || typeof beside?.waits === 'string'}
        >
          {isSending ? t.saving : (beside?.waits ?? label)}
        </Button>
        <Button onPress={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  );
}

/** Why the latest try was not accepted; `turn` tells one try from the next. */
interface Refusal {
  readonly turn: number;
  readonly problem: Problem | null;
  readonly faults: readonly FieldFault[];
}

/** What is typed, what is missing by the command's schema, and sending it, once. */
function useCommandForm({ fields, initial, ties, send, onDone, beside }: CommandFormProps) {
  const form = useForm<Values>({
    defaultValues: initial,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    resolver: (typed) => {
      const missing = missingIn(fields, typed).map(({ path, code }) => [path, { type: code }]);
      return missing.length === 0
        ? { values: typed, errors: {} }
        : { values: {}, errors: Object.fromEntries(missing) as Record<string, { type: string }> };
    },
  });
  const [attempt] = useState(() => new Attempt());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const refuse = (problem: Problem | null, faults: readonly FieldFault[]) =>
    setRefusal((before) => ({ turn: (before?.turn ?? 0) + 1, problem, faults }));
  const { isSubmitting: isSending } = form.formState;
  const bodyNow = (values: Values) => ({
    ...bodyOf(fields, ties?.whole(values) ?? values, serverNow()),
    ...beside?.body,
  });
  const sendTyped = async (values: Values) => {
    const command = attempt.command([values, beside?.body], () => bodyNow(values));
    const answer = await send(command);
    if (answer.ok) return onDone(answer.data);
    if (!isUndecided(answer.problem)) attempt.decided();
    return refuse(answer.problem, answer.problem.errors ?? []);
  };
  const trySending = form.handleSubmit(sendTyped, () =>
    refuse(null, missingIn(fields, form.getValues())),
  );
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isSending && typeof beside?.waits !== 'string') await trySending(event);
  };
  const change = (path: string, value: Values[string]) => {
    const next = ties?.changed(form.getValues(), path, value) ?? { [path]: value };
    for (const [each, changed] of Object.entries(next)) form.setValue(each, changed);
  };
  const values = form.watch();
  const isMissing = missingIn(fields, values).length > 0;
  const filled = isMissing
    ? null
    : { typed: JSON.stringify([values, beside?.body]), body: () => bodyNow(values) };
  return { values, change, submit, refusal, isSending, filled };
}
