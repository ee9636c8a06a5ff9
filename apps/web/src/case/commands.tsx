import { lazy, Suspense, useEffect, useRef, useState, type ComponentProps } from 'react';
import { readContract } from '../api/contract';
import { serverNow } from '../api/server-time';
import type { AllowedCommand, AnyCase, CaseEvent, Me } from '../api/types';
import { fill, useTexts } from '../language';
import { useResource } from '../resource';
import { formatClock } from '../time';
import { Failure } from '../ui/failure';
import type { Chosen } from './chosen';
import { commandKey } from './command-key';
import { CommandList } from './command-list';
import { CommandPanel } from './command-panel';
import type { CaseKit } from './kit';
import { buttonId } from './rattelser';
import { WhyNot } from './why-not';

const Stages = lazy(async () => ({ default: (await import('../stages/stages')).Stages }));

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
  const [isUnfolded, setIsUnfolded] = useState(false);
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
          isUnfolded={isUnfolded}
          onFold={setIsUnfolded}
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
      <NotNow path={kit.path} view={view} onChoose={chosen === null ? choose : null} />
    </section>
  );
}

type NotNowProps = ComponentProps<typeof Stages>;

/** Why the rest is not possible: where the case is on its way, or, for a type without one, a list. */
function NotNow({ path, view, onChoose }: NotNowProps) {
  const t = useTexts();
  if (path !== 'discharges' && path !== 'sips') {
    return <WhyNot title={t.otherCommands} commands={view.otherCommands} />;
  }
  return (
    <Suspense>
      <Stages path={path} view={view} onChoose={onChoose} />
    </Suspense>
  );
}
