import { useState, type SubmitEvent } from 'react';
import { isUndecided, type FieldFault, type Problem } from '../api/answer';
import { giveCommand } from '../api/commands';
import { fieldsOfCommand, type Contract } from '../api/contract';
import { serverNow } from '../api/server-time';
import type { PlanDraftWords, Sip } from '../api/types';
import { Attempt } from '../form/attempt';
import { ErrorSummary } from '../form/error-summary';
import { Fields } from '../form/fields';
import type { FormState } from '../form/field-notes';
import { bodyOf, missingIn, type Values } from '../form/values';
import { fill, useTexts } from '../language';
import { navigate } from '../router';
import { planPicks, sipKit } from '../sip/sip-kit';
import { Button } from '../ui/button';
import { valuesOf, wordsOf } from './draft-values';
import { PLAN_TIES } from './goals';
import { LinesAsRows } from './lines-as-rows';
import { usePlanTexts } from './texts';
import type { DraftInHand } from './use-draft';

const FORM = 'plan';
const PLAN = 'draft-plan';

/** Asked for by the form of the command on the page of the SIP, and seldom in a meeting. */
const SELDOM = ['occurredAt', 'registered', 'disclosure'];

interface EditorProps {
  readonly view: Sip;
  readonly contract: Contract;
  readonly words: PlanDraftWords;
  readonly hand: DraftInHand;
}

interface Refusal {
  readonly turn: number;
  readonly problem: Problem | null;
  readonly faults: readonly FieldFault[];
}

/** The plan as its command asks for it: what stands here is saved as the draft, and sent when it is whole. */
export function Editor({ view, contract, words, hand }: EditorProps) {
  const t = useTexts();
  const command = view.allowedCommands.find(({ name }) => name === PLAN);
  const fields = fieldsOfCommand(contract, 'sips', PLAN, [...sipKit.given, ...SELDOM]);
  const values = valuesOf(words);
  const { refusal, isSending, send } = useSending({ view, hand, fields, values });
  const form: FormState = {
    ...{ formId: FORM, values, faults: refusal?.faults ?? [] },
    picks: { ...planPicks(view.sip), ...PLAN_TIES.picks(values) },
    change: (path, value) => hand.write(wordsOf(PLAN_TIES.changed(values, path, value), words)),
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      {refusal !== null && (
        <ErrorSummary key={refusal.turn} formId={FORM} fields={fields} {...refusal}>
          {null}
        </ErrorSummary>
      )}
      {fields.map((field) =>
        field.kind === 'lines' ? (
          <LinesAsRows key={field.path} field={field} {...form} />
        ) : (
          <Fields key={field.path} fields={[field]} {...form} />
        ),
      )}
      {command === undefined ? (
        <SentByOther view={view} />
      ) : (
        <>
          <p className="consequence">
            <strong>{t.whatHappens}:</strong> {command.consequence}
          </p>
          <div className="buttons">
            <Button type="submit" variant="primary" isOff={isSending}>
              {isSending ? t.saving : command.label}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

function SentByOther({ view: { sip } }: { readonly view: Sip }) {
  const t = usePlanTexts();
  return <p>{fill(t.sendBy, { unit: sip.unit.name })}</p>;
}

interface SendingProps {
  readonly view: Sip;
  readonly hand: DraftInHand;
  readonly fields: Parameters<typeof bodyOf>[0];
  readonly values: Values;
}

/** Sends the plan once, when everything is saved and nothing is missing; the draft ends with it. */
function useSending({ view, hand, fields, values }: SendingProps) {
  const [attempt] = useState(() => new Attempt());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSending, setSending] = useState(false);
  const refuse = (problem: Problem | null, faults: readonly FieldFault[]) =>
    setRefusal((before) => ({ turn: (before?.turn ?? 0) + 1, problem, faults }));
  const sendWhole = async () => {
    const missing = missingIn(fields, values);
    if (missing.length > 0) return refuse(null, missing);
    const command = view.allowedCommands.find(({ name }) => name === PLAN);
    if (command === undefined || !(await hand.saveNow())) return undefined;
    const { key, body } = attempt.command(values, () =>
      bodyOf(fields, PLAN_TIES.whole(values), serverNow()),
    );
    const whole = { key, body: sipKit.complete(command, body, view) };
    const answer = await giveCommand('sips', view.id, PLAN, view.version, whole);
    if (answer.ok) return navigate(`/sip/${view.id}`);
    if (!isUndecided(answer.problem)) attempt.decided();
    return refuse(answer.problem, answer.problem.errors ?? []);
  };
  const send = async () => {
    if (isSending) return;
    setSending(true);
    await sendWhole();
    setSending(false);
  };
  return { refusal, isSending, send };
}
