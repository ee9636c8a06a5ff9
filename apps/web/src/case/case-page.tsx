import { useState } from 'react';
import { readCase, readEvents } from '../api/reads';
import type { Case, Me } from '../api/types';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { useLanguage, useTexts } from '../language';
import { useLive } from '../live';
import { useResource } from '../resource';
import { Link, PageHeading } from '../router';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { useNow } from '../use-now';
import { useSettled } from '../use-settled';
import { municipalityNames } from '../words';
import { Agreed } from './agreed';
import { Around } from './around';
import type { Chosen } from './chosen';
import { Commands } from './commands';
import { Duties } from './duties';
import { Entries } from './entries';
import { JointAnswers } from './joint-answers';
import { Journeys } from './journeys';
import { patientNumber } from './patient-number';
import { Receivers } from './receivers';
import { Timeline } from './timeline';

interface CasePageProps {
  readonly id: string;
  readonly me: Me;
}

/** One discharge: what it waits for, what one can do, who owes what, what has happened. */
export function CasePage({ id, me }: CasePageProps) {
  const t = useTexts();
  const now = useNow();
  const found = useResource(id, () => readCase(id));
  const events = useResource(id, () => readEvents(id));
  const reload = async () => {
    await Promise.all([found.reload(), events.reload()]);
  };
  const reloadSoon = useSettled(reload);
  useLive((change) => {
    if (change === 'anything' || change.caseId === id) reloadSoon();
  });
  const view = found.data;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <>
      <p>
        <Link to="/">{t.back}</Link>
      </p>
      <PageHeading>{view?.patient?.name ?? t.caseHeading}</PageHeading>
      <Failure resource={found} />
      {view === null && found.problem === null && <p>{t.loading}</p>}
      {view !== null && (
        <>
          <Top view={view} />
          <Commands
            view={view}
            me={me}
            events={events.data ?? []}
            reload={reload}
            chosen={chosen}
            onChoose={setChosen}
          />
          <JointAnswers view={view} />
          <Duties view={view} now={now} />
          <Receivers view={view} />
          <Agreed view={view} />
          <Around view={view} />
          <Journeys view={view} />
          <Entries view={view} events={events.data ?? []} />
          <Timeline
            view={view}
            events={events}
            onRattelse={(command, event) => setChosen({ command, event })}
          />
        </>
      )}
    </>
  );
}

/** Who it is about, where the case stands and why. */
function Top({ view }: { readonly view: Case }) {
  const t = useTexts();
  const { state, stateText, patient, why } = view;
  return (
    <>
      <p>
        <span className={`state state-${state}`}>{stateText}</span>
      </p>
      <section className="why" aria-labelledby="why">
        <h2 id="why">{t.whyTitle}</h2>
        <p>{why}</p>
      </section>
      <CaseFacts view={view} />
      {patient === null && <p className="hint">{t.patientHidden}</p>}
    </>
  );
}

function CaseFacts({ view }: { readonly view: Case }) {
  const t = useTexts();
  const { language } = useLanguage();
  const { patient, openedAt, expectedDischargeAt, destination } = view;
  const { utskrivningsklar, endedAt, parties, ending, permission, compulsory } = view;
  const time = (at: string | null | undefined) => at && formatInstant(at, language);
  const ready = utskrivningsklar?.sentAt === null ? t.readyNotSent : null;
  const facts = [
    [t.personnummer, patient && patientNumber(patient.number)],
    [t.address, patient?.address],
    [t.municipality, municipalityNames[patient?.municipality ?? ''] ?? patient?.municipality],
    [t.ward, parties.find(({ id }) => id === 'ward')?.unit.name],
    [t.admittedAt, time(openedAt)],
    [t.expectedDischarge, time(expectedDischargeAt)],
    [
      fieldLabel('destination', language),
      destination && choiceLabel('destination', destination, language),
    ],
    [t.readySince, ready ?? time(utskrivningsklar?.judgedAt)],
    [t.leftAt, endedAt && [time(endedAt), ending?.text].filter(Boolean).join(', ')],
    [t.permission, permission && `${time(permission.from)} – ${time(permission.until)}`],
    [t.compulsory, compulsory?.text],
  ] as const;
  return (
    <dl className="facts case-facts">
      {facts.map(
        ([name, value]) =>
          value != null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
