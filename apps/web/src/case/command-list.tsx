import { Fragment } from 'react';
import type { AllowedCommand } from '../api/types';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { commandKey } from './command-key';
import { AT_EVENTS } from './rattelser';

/** Offered at what they are about, and not in the list. */
const ELSEWHERE = [...AT_EVENTS, 'forward-message'];

interface CommandListProps {
  readonly commands: readonly AllowedCommand[];
  /** What a command is for; null when there is no doubt. */
  readonly targetOf: (command: AllowedCommand) => string | null;
  readonly onChoose: (command: AllowedCommand) => void;
  /** Whether what nobody waits for is in sight. */
  readonly isUnfolded: boolean;
  readonly onFold: (isUnfolded: boolean) => void;
}

/** What one can do: what is waited for first, the rest folded and put together by what it is for. */
export function CommandList({ commands: all, isUnfolded, onFold, ...rest }: CommandListProps) {
  const t = useTexts();
  const commands = all.filter(({ name }) => !ELSEWHERE.includes(name));
  const waited = commands.filter(({ isWaitedFor }) => isWaitedFor);
  const others = commands.filter(({ isWaitedFor }) => !isWaitedFor);
  // Where nothing is waited for, there is nothing that the rest could stand in the way of.
  const isOpen = isUnfolded || waited.length === 0;
  if (commands.length === 0) return <p>{t.noCommands}</p>;
  return (
    <>
      {waited.length > 0 && (
        <>
          <h3>{t.waitedFor}</h3>
          <Buttons commands={waited} {...rest} />
        </>
      )}
      {others.length > 0 && (
        <details open={isOpen} onToggle={(event) => onFold(event.currentTarget.open)}>
          <summary>
            {t.alsoPossible} ({others.length})
          </summary>
          <Grouped commands={others} {...rest} />
        </details>
      )}
    </>
  );
}

type Chosen = Pick<CommandListProps, 'targetOf' | 'onChoose'>;

/** What is for nobody in particular first, then one group for each that something is for. */
function Grouped({ commands, targetOf, onChoose }: Chosen & Pick<CommandListProps, 'commands'>) {
  const targets = [...new Set(commands.map(targetOf))].sort((a, b) =>
    (a ?? '').localeCompare(b ?? '', 'sv'),
  );
  return targets.map((target) => (
    <Fragment key={target}>
      {target !== null && <h3>{target}</h3>}
      <Buttons
        commands={commands.filter((command) => targetOf(command) === target)}
        targetOf={targetOf}
        onChoose={onChoose}
      />
    </Fragment>
  ));
}

function Buttons({ commands, targetOf, onChoose }: Chosen & Pick<CommandListProps, 'commands'>) {
  return (
    <ul className="command-list">
      {commands.map((command) => (
        <li key={commandKey(command)}>
          <Button
            id={commandKey(command)}
            variant={command.isWaitedFor ? 'primary' : 'secondary'}
            onPress={() => onChoose(command)}
          >
            {command.label}
            <Target of={targetOf(command)} isHeading={!command.isWaitedFor} />
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The name of the button is whole also where the heading above says what it is for. */
function Target({ of, isHeading }: { readonly of: string | null; readonly isHeading: boolean }) {
  return of === null ? null : (
    <span className={isHeading ? 'visually-hidden' : undefined}> {of}</span>
  );
}
