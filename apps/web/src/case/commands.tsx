import { Fragment, useEffect, useRef, useState } from 'react';
import { readContract } from '../api/contract';
import { serverNow } from '../api/server-time';
import type { AllowedCommand, AnyCase, CaseEvent, Me } from '../api/types';
import { fill, useTexts } from '../language';
import { useResource } from '../resource';
import { formatClock } from '../time';
import { Failure } from '../ui/failure';
import type { Chosen } from './chosen';
import { commandKey } from './command-key';
import { CommandPanel } from './command-panel';
import type { CaseKit } from './kit';
import { AT_EVENTS, buttonId } from './rattelser';
import { Button } from '../ui/button';

interface CommandsProps<View extends AnyCase> {
  readonly kit: CaseKit<View>;
  readonly view: View;
  readonly me: Me;
  readonly events: readonly CaseEvent[];
  readonly reload: () => Promise<void>;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
}

/** What the reader can do now, each with its form, and why the rest is not possible. */
export function Commands<View extends AnyCase>(props: CommandsProps<View>) {
  const { kit, view, me, events, reload, chosen, onChoose } = props;
  const t = useTexts();
  const contract = useResource('contract', readContract);
  const [saved, setSaved] = useState<{ readonly text: string } | null>(null);
  const confirmation = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (saved !== null) confirmation.current?.focus();
  }, [saved]);
  const choose = (command: AllowedCommand) => {
    setSaved(null);
    onChoose({ command, event: null });
  };
  const done = async ({ command: { label } }: Chosen) => {
    await reload();
    onChoose(null);
    setSaved({ text: fill(t.saved, { time: formatClock(serverNow()), label }) });
  };
  const close = ({ command, event, filled }: Chosen) => {
    onChoose(null);
    const listed = event === null ? commandKey(command) : buttonId(command, event.seq);
    const button = filled?.button ?? listed;
    // The button is there again after the next rendering.
    requestAnimationFrame(() => document.getElementById(button)?.focus());
  };
  return (
    <section aria-labelledby="commands" className="commands">
      <h2 id="commands">{t.commands}</h2>
      <p role="status" tabIndex={-1} ref={confirmation} className={saved === null ? '' : 'saved'}>
        {saved?.text}
      </p>
      <Failure resource={contract} />
      {chosen === null ? (
        <CommandList
          commands={view.allowedCommands}
          targetOf={(command) => kit.targetOf(command, view)}
          onChoose={choose}
        />
      ) : (
        contract.data !== null && (
          <CommandPanel
            key={`${chosen.command.name} ${chosen.event?.seq} ${chosen.filled?.button}`}
            kit={kit}
            chosen={chosen}
            view={view}
            me={me}
            events={events}
            contract={contract.data}
            reload={reload}
            onDone={() => void done(chosen)}
            onCancel={() => close(chosen)}
          />
        )
      )}
      <OtherCommands view={view} />
    </section>
  );
}

/** Offered at what they are about, and not in the list. */
const ELSEWHERE = [...AT_EVENTS, 'forward-message'];

interface CommandListProps {
  readonly commands: readonly AllowedCommand[];
  readonly targetOf: (command: AllowedCommand) => string | null;
  readonly onChoose: (command: AllowedCommand) => void;
}

function CommandList({ commands: all, targetOf, onChoose }: CommandListProps) {
  const t = useTexts();
  const commands = all.filter(({ name }) => !ELSEWHERE.includes(name));
  if (commands.length === 0) return <p>{t.noCommands}</p>;
  const groups = [
    [t.waitedFor, commands.filter(({ isWaitedFor }) => isWaitedFor)],
    [t.alsoPossible, commands.filter(({ isWaitedFor }) => !isWaitedFor)],
  ] as const;
  return groups.map(
    ([heading, group]) =>
      group.length > 0 && (
        <Fragment key={heading}>
          <h3>{heading}</h3>
          <ul className="command-list">
            {group.map((command) => (
              <li key={commandKey(command)}>
                <Button id={commandKey(command)} onPress={() => onChoose(command)}>
                  {command.label}
                  <Target of={targetOf(command)} />
                </Button>
              </li>
            ))}
          </ul>
        </Fragment>
      ),
  );
}

function Target({ of }: { readonly of: string | null }) {
  return of === null ? null : <span className="hint"> {of}</span>;
}

function OtherCommands({ view }: { readonly view: AnyCase }) {
  const t = useTexts();
  return (
    <details>
      <summary>{t.otherCommands}</summary>
      <dl className="facts">
        {view.otherCommands.map(({ name, label, whyNot }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{whyNot}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
