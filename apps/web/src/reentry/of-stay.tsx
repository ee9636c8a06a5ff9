import { useEffect, useRef, useState } from 'react';
import { readContract } from '../api/contract';
import { readCase } from '../api/reads';
import type { AllowedCommand, Me } from '../api/types';
import { commandKey } from '../case/command-key';
import { CommandList } from '../case/command-list';
import { CommandPanel } from '../case/command-panel';
import { dischargeKit } from '../case/discharge-kit';
import { useCase } from '../case/use-case';
import { fill, useLanguage, useTexts } from '../language';
import { useResource } from '../resource';
import { formatInstant, fromLocalInput } from '../time';
import { Button } from '../ui/button';
import { Failure } from '../ui/failure';
import type { Sitting } from './sitting';
import { useReentryTexts } from './texts';

/** Who of the unit does what from now on: no paper says that of the time that has passed. */
const OF_TODAY = ['take', 'hand-on', 'release', 'create-start-link'];

interface OfStayProps {
  readonly id: string;
  readonly sitting: Sitting;
  readonly me: Me;
  readonly onBack: () => void;
  /** @param label what has been entered */
  readonly onDone: (label: string) => void;
}

/** What happened in a stay by the paper in hand: one of the stay's own commands, in its own form. */
export function OfStay({ id, sitting, me, onBack, onDone }: OfStayProps) {
  const t = useReentryTexts();
  const { loading } = useTexts();
  const { language } = useLanguage();
  const { found, events, reload } = useCase('discharges', id, readCase);
  const contract = useResource('contract', readContract);
  const [command, setCommand] = useState<AllowedCommand | null>(null);
  // A paper is as often of what nobody waits for.
  const [isUnfolded, setIsUnfolded] = useState(true);
  const heading = useRef<HTMLHeadingElement>(null);
  const view = found.data;
  const isThere = view !== null && contract.data !== null;
  useEffect(() => {
    if (isThere) heading.current?.focus();
  }, [isThere]);
  const done = async ({ label }: AllowedCommand) => {
    await reload();
    onDone(label);
  };
  return (
    <section aria-labelledby="paper" className="no-print">
      <Failure resource={found.problem === null ? contract : found} />
      {!isThere && found.problem === null && <p>{loading}</p>}
      {view !== null && contract.data !== null && (
        <>
          <h2 id="paper" tabIndex={-1} ref={heading}>
            <Title
              name={view.patient?.name}
              at={formatInstant(fromLocalInput(sitting.at) ?? '', language)}
            />
          </h2>
          {command === null ? (
            <>
              <CommandList
                commands={view.allowedCommands.filter(({ name }) => !OF_TODAY.includes(name))}
                targetOf={(each) => dischargeKit.targetOf(each, view)}
                onChoose={setCommand}
                isUnfolded={isUnfolded}
                onFold={setIsUnfolded}
              />
              <p>
                <Button onPress={onBack}>{t.back}</Button>
              </p>
            </>
          ) : (
            <>
              {command.registered !== 'no' && <p>{t.told}</p>}
              <CommandPanel
                kit={dischargeKit}
                chosen={{ command, event: null, filled: filledAt(command, sitting.at) }}
                view={view}
                me={me}
                events={events.data ?? []}
                contract={contract.data}
                reload={reload}
                onDone={() => void done(command)}
                onCancel={() => setCommand(null)}
              />
            </>
          )}
        </>
      )}
    </section>
  );
}

function Title({ name, at }: { readonly name: string | undefined; readonly at: string }) {
  const t = useReentryTexts();
  const { nameNotDisclosed } = useTexts();
  return fill(t.paper, { patient: name ?? nameNotDisclosed, time: at });
}

/** It happened, and the others were told, at the time of the paper; both can be changed. */
function filledAt(command: AllowedCommand, at: string) {
  const values = { '/occurredAt': at, '/registered/at': at };
  return { button: commandKey(command), title: null, body: {}, values };
}
