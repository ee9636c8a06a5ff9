import { useState } from 'react';
import type { Problem } from '../api/answer';
import { giveCommand } from '../api/commands';
import { readCase } from '../api/reads';
import { choiceThenBackTo } from '../api/return-path';
import type { AllowedCommand, Case, Me, ToldCase } from '../api/types';
import { caseAddress } from '../case/address';
import { Attempt } from '../form/attempt';
import { fill, useTexts } from '../language';
import { useResource } from '../resource';
import { PageHeading, usePath } from '../router';
import { Failure } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { openMessage } from './notices-api';
import { useNoticeTexts } from './texts';
import { Button } from '../ui/button';
import { LinkButton } from '../ui/link-button';
import { ToldViews } from './told-views';

interface ToldPageProps {
  readonly id: string;
  readonly me: Me;
}

/**
 * Where the link of an e-mail or SMS leads: what is to be done, and the button that does it when it
 * is no more than a kvittens. The address names a message and nothing of a case.
 */
export function ToldPage({ id, me }: ToldPageProps) {
  const t = useNoticeTexts();
  const { loading } = useTexts();
  const found = useResource(`message ${id}`, () => openMessage(id));
  const isForeign = found.problem?.status === 404;
  return (
    <>
      <PageHeading>{t.told}</PageHeading>
      {isForeign ? <p className="message">{t.notHere}</p> : <Failure resource={found} />}
      {found.data === null && found.problem === null && <p>{loading}</p>}
      {found.data !== null && (
        <>
          <p className="lead">{t.toldLead}</p>
          <ul className="rows">
            {found.data.items.map((told, index) => (
              <li key={`${told.caseId} ${index}`} className="row row-alone">
                <Told told={told} me={me} />
              </li>
            ))}
          </ul>
          <ToldViews views={found.data.views} me={me} />
        </>
      )}
      <p>
        <LinkButton to="/" isBack>
          {t.toWorklist}
        </LinkButton>
      </p>
    </>
  );
}

function Told({ told, me }: { readonly told: ToldCase; readonly me: Me }) {
  const t = useNoticeTexts();
  const path = usePath();
  const isHere = told.unit.id === me.unit.id;
  return (
    <div>
      <h2>{told.title ?? t.toRead}</h2>
      <p className="hint">{told.unit.name}</p>
      {told.isDone && <p className="saved">{t.isDone}</p>}
      {!isHere && (
        <>
          <p>{fill(t.otherUnit, { unit: told.unit.name })}</p>
          <LinkButton to={choiceThenBackTo(path)}>{t.change}</LinkButton>
        </>
      )}
      {isHere && told.path === 'discharges' && !told.isDone && <Receipt id={told.caseId} />}
      {isHere && (
        <p>
          <LinkButton to={caseAddress(told.path.slice(0, -1), told.caseId)}>
            {t.openCase}
          </LinkButton>
        </p>
      )}
    </div>
  );
}

/** Whom it is about, as the case shows it, and the kvittens that the unit owes. */
function Receipt({ id }: { readonly id: string }) {
  const found = useResource(`discharges ${id}`, () => readCase(id));
  if (found.data === null) return <Failure resource={found} />;
  const { data: view } = found;
  const kvittens = view.allowedCommands.find(
    ({ name, isWaitedFor }) => name === 'acknowledge' && isWaitedFor,
  );
  return (
    <>
      {view.patient !== null && <p>{view.patient.name}</p>}
      {kvittens !== undefined && <Acknowledge view={view} command={kvittens} />}
    </>
  );
}

interface AcknowledgeProps {
  readonly view: Case;
  readonly command: AllowedCommand;
}

function Acknowledge({ view, command }: AcknowledgeProps) {
  const t = useNoticeTexts();
  const [attempt] = useState(() => new Attempt());
  const [isSending, setIsSending] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const acknowledge = async () => {
    if (isSending) return;
    setIsSending(true);
    const body = { ...command.target };
    const outgoing = attempt.command(body, () => body);
    const answer = await giveCommand('discharges', view.id, command.name, view.version, outgoing);
    setIsSending(false);
    setProblem(answer.ok ? null : answer.problem);
    setIsDone(answer.ok);
  };
  return (
    <>
      <Refusal problem={problem} />
      <p role="status" className={isDone ? 'saved' : ''}>
        {isDone && t.acknowledged}
      </p>
      {!isDone && (
        <div className="buttons">
          <Button variant="primary" isOff={isSending} onPress={() => void acknowledge()}>
            {command.label}
          </Button>
        </div>
      )}
    </>
  );
}
