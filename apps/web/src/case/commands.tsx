import { Fragment, useEffect, useRef, useState } from 'react';
import { readContract } from '../api/contract';
import { serverNow } from '../api/server-time';
import type { AllowedCommand, Case, CaseEvent, Me } from '../api/types';
import { fill, useTexts } from '../language';
import { useResource } from '../resource';
import { formatClock } from '../time';
import { Failure } from '../ui/failure';
import type { Chosen } from './chosen';
import { commandKey } from './command-key';
import { CommandPanel } from './command-panel';
import { AT_EVENTS, buttonId } from './rattelser';

interface CommandsProps {
  readonly view: Case;
  readonly me: Me;
  readonly events: readonly CaseEvent[];
  readonly reload: () => Promise<void>;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
}

/** What the reader can do now, each with its form, and why the rest is not possible. */
export function Commands({ view, me, events, reload, chosen, onChoose }: CommandsProps) {
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
  const close = ({ command, event }: Chosen) => {
    onChoose(null);
    const button = event === null ? commandKey(command) : buttonId(command, event.seq);
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
        <CommandList view={view} onChoose={choose} />
      ) : (
        contract.data !== null && (
          <CommandPanel
            key={`${chosen.command.name} ${chosen.event?.seq}`}
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

interface CommandListProps {
  readonly view: Case;
  readonly onChoose: (command: AllowedCommand) => void;
}

function CommandList({ view, onChoose }: CommandListProps) {
  const t = useTexts();
  const commands = view.allowedCommands.filter(({ name }) => !AT_EVENTS.includes(name));
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
                <button id={commandKey(command)} type="button" onClick={() => onChoose(command)}>
                  {command.label}
                  <Receiver command={command} view={view} />
                </button>
              </li>
            ))}
          </ul>
        </Fragment>
      ),
  );
}

/** Which receiver a command is for, where the unit is more than one; which commitment, move or transfer. */
function Receiver({ command, view }: { readonly command: AllowedCommand; readonly view: Case }) {
  const isAlone = view.allowedCommands.filter(({ name }) => name === command.name).length === 1;
  const { handover, target } = command;
  const unit = view.handovers.find(({ id }) => isOf(handover, id))?.unit;
  const promise = view.ataganden.find(({ id }) => id === target['atagande']);
  const journey = [...view.moves, ...view.transfers].find(({ id }) =>
    [handover, target['transfer']].includes(id),
  );
  const named = promise?.text ?? journey?.to.name;
  const words = named ?? (isAlone && command.registered !== 'required' ? null : unit?.name);
  return words == null ? null : <span className="hint"> {words}</span>;
}

/** What is carried by hand to a receiver outside is named after its handover: `x2-1` of `h2-1`. */
function isOf(machine: string | null, handover: string): boolean {
  return machine === handover || machine === handover.replace('h', 'x');
}

function OtherCommands({ view }: { readonly view: Case }) {
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
