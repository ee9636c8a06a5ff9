import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../api/answer';
import { giveCommand, previewCommand, type OutgoingCommand } from '../api/commands';
import { fieldsOfCommand, type Contract } from '../api/contract';
import type { AnyCase, CaseEvent, CasePath, Me } from '../api/types';
import { CapacityAdvice } from '../forecast/capacity-advice';
import { CommandForm, type CommandFormProps, type Filled } from '../form/command-form';
import type { Field } from '../form/schema';
import { useLanguage, useTexts } from '../language';
import { MessageForm } from '../messages/message-form';
import { formatClock } from '../time';
import { Actor } from './actor';
import type { Chosen } from './chosen';
import { commandKey } from './command-key';
import type { CaseKit } from './kit';
import { Preview } from './preview';
import { usePicks } from './use-picks';
import type { AdviceForForm } from './use-receiver-advice';

interface CommandPanelProps<View extends AnyCase> {
  readonly kit: CaseKit<View>;
  readonly chosen: Chosen;
  readonly view: View;
  readonly me: Me;
  readonly events: readonly CaseEvent[];
  readonly contract: Contract;
  readonly reload: () => Promise<void>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/**
 * The form of one command. It speaks about the version that the person saw when opening it, also
 * when the page around it has been refreshed since: nobody acts on something unseen.
 */
export function CommandPanel<View extends AnyCase>(props: CommandPanelProps<View>) {
  const { kit, chosen, view, me, events, contract, reload, onDone, onCancel } = props;
  const { command, event: about, filled } = chosen;
  const heading = useRef<HTMLHeadingElement>(null);
  const { picks, initial, ties, advice } = usePicks(kit, command, view, me);
  const [seen, setSeen] = useState(view.version);
  const [changes, setChanges] = useState<{ readonly after: number } | null>(null);
  const title = about?.title ?? filled?.title ?? null;
  useEffect(() => heading.current?.focus(), []);
  const wholeOf = (body: OutgoingCommand['body']) => ({
    ...{ ...kit.complete(command, body, view), ...filled?.body, ...command.target },
    ...(about === null ? {} : { event: about.seq }),
  });
  const send = async ({ key, body }: OutgoingCommand) => {
    const whole = { key, body: wholeOf(body) };
    const answer = await giveCommand(kit.path, view.id, command.name, seen, whole);
    if (!answer.ok && isAboutTheCase(answer.problem)) {
      setChanges({ after: seen });
      await reload();
    }
    return answer;
  };
  const isPossible = view.allowedCommands.some(
    (possible) => commandKey(possible) === commandKey(command),
  );
  // The person has been shown what changed, so the next try is about the case as it is now.
  const shownVersion = Math.max(view.version, events.at(-1)?.seq ?? 0);
  if (changes !== null && shownVersion > seen) setSeen(shownVersion);
  const explain = (problem: Problem) =>
    isAboutTheCase(problem) && (
      <>
        <Changes events={events.filter(({ seq }) => changes !== null && seq > changes.after)} />
        <Keep isPossible={isPossible} />
      </>
    );
  const foresee = (form: Filled | null) => (
    <Preview
      typed={form && `${commandKey(command)} ${about?.seq} ${view.id} ${seen} ${form.typed}`}
      ask={() => previewCommand(kit.path, view.id, command.name, seen, wholeOf(form?.body() ?? {}))}
    />
  );
  const form = {
    ...{
      label: command.label,
      consequence: command.consequence,
      picks,
      ties,
      send,
      onDone,
      onCancel,
    },
    ...{ fields: fieldsFor(kit, chosen, contract), explain, foresee },
    initial: { ...initial, ...filled?.values },
  };
  return (
    <section className="panel command-panel" aria-labelledby="command-heading">
      <h3 id="command-heading" ref={heading} tabIndex={-1}>
        {title === null ? command.label : `${command.label}: ${title}`}
      </h3>
      <Advice of={advice} />
      {advice.isReady && <TheForm path={kit.path} name={command.name} id={view.id} form={form} />}
    </section>
  );
}

interface TheFormProps {
  readonly path: CasePath;
  /** Of the command. */
  readonly name: string;
  /** Of the case. */
  readonly id: string;
  readonly form: CommandFormProps;
}

/** A message has files beside its fields. */
function TheForm({ path, name, id, form }: TheFormProps) {
  const hasFiles = name === 'send-message' && (path === 'discharges' || path === 'sips');
  return hasFiles ? <MessageForm path={path} caseId={id} {...form} /> : <CommandForm {...form} />;
}

/**
 * A correction asks only for the facts that its event told, and it happens now. What is given for
 * somebody without an account must say with whom, how and when; then that is its time. What others
 * had been told before it was registered may say so.
 */
function fieldsFor(
  { path, given: filledIn }: Pick<CaseKit<AnyCase>, 'path' | 'given'>,
  { command, event }: Chosen,
  contract: Contract,
): readonly Field[] {
  const { name, target, registered } = command;
  const instead = { required: ['occurredAt'], optional: [], no: ['registered'] }[registered];
  const given = event === null ? instead : ['event'];
  const fields = fieldsOfCommand(contract, path, name, [
    ...Object.keys(target),
    ...filledIn,
    ...given,
  ]);
  if (event !== null) {
    return fields.filter(({ name }) => name === 'reason' || event.mayCorrect.includes(name));
  }
  return fields.map((field) =>
    field.name === 'registered' ? { ...field, required: registered === 'required' } : field,
  );
}

/** What is not known of whom to send to, and that what is proposed is theirs to change. */
function Advice({ of: advice }: { readonly of: AdviceForForm }) {
  const { isReady, isMissing, unknown, initial, capacity } = advice;
  const t = useTexts();
  if (!isReady) return <p>{t.loading}</p>;
  if (isMissing) return <p role="status">{t.noAdvice}</p>;
  return (
    <>
      {Object.keys(initial).length > 0 && <p>{t.youDecide}</p>}
      {unknown.map((text) => (
        <p key={text}>
          <strong>{t.notKnownYet}:</strong> {text}
        </p>
      ))}
      <CapacityAdvice capacity={capacity} />
    </>
  );
}

function Keep({ isPossible }: { readonly isPossible: boolean }) {
  const t = useTexts();
  return <p>{isPossible ? t.keptText : t.noLongerPossible}</p>;
}

/** What others did meanwhile: when, who, what. */
function Changes({ events }: { readonly events: readonly CaseEvent[] }) {
  const t = useTexts();
  const { language } = useLanguage();
  if (events.length === 0) return null;
  return (
    <>
      <p>{t.changedMeanwhile}</p>
      <ul lang={language}>
        {events.map((event) => (
          <li key={event.seq}>
            {formatClock(event.recordedAt)} <Actor event={event} />: {event.title}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Refusals because the case is no longer what the person saw. */
function isAboutTheCase({ status, code }: Problem): boolean {
  return status === 412 || code === 'COMMAND_NOT_POSSIBLE';
}
