import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../api/answer';
import { giveCommand, type OutgoingCommand } from '../api/commands';
import { fieldsOfCommand, type Contract } from '../api/contract';
import type { AllowedCommand, Case, CaseEvent, Me } from '../api/types';
import { CommandForm } from '../form/command-form';
import { useLanguage, useTexts } from '../language';
import { formatClock } from '../time';
import { Actor } from './timeline';
import { commandKey } from './command-key';
import { usePicks } from './use-picks';

interface CommandPanelProps {
  readonly command: AllowedCommand;
  readonly view: Case;
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
export function CommandPanel(props: CommandPanelProps) {
  const { command, view, me, events, contract, reload, onDone, onCancel } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const { picks, initial } = usePicks(command, view, me);
  const [seen, setSeen] = useState(view.version);
  const [changes, setChanges] = useState<{ readonly after: number } | null>(null);
  useEffect(() => heading.current?.focus(), []);
  const send = async ({ key, body }: OutgoingCommand) => {
    const whole = { ...body, ...command.target };
    const answer = await giveCommand(view.id, command.name, seen, { key, body: whole });
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
  return (
    <section className="panel command-panel" aria-labelledby="command-heading">
      <h3 id="command-heading" ref={heading} tabIndex={-1}>
        {command.label}
      </h3>
      <CommandForm
        label={command.label}
        consequence={command.consequence}
        fields={fieldsFor(command, contract)}
        picks={picks}
        initial={initial}
        send={send}
        onDone={onDone}
        onCancel={onCancel}
        explain={explain}
      />
    </section>
  );
}

/** Given for somebody without an account, it must say with whom, how and when; then that is its time. */
function fieldsFor({ name, target, registered }: AllowedCommand, contract: Contract) {
  const given = [...Object.keys(target), registered ? 'occurredAt' : 'registered'];
  const fields = fieldsOfCommand(contract, name, given);
  return fields.map((field) =>
    field.name === 'registered' ? { ...field, required: registered } : field,
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
