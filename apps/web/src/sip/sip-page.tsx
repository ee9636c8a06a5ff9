import { readSip } from '../api/reads';
import type { Me, Sip } from '../api/types';
import { ReportLink } from '../avvikelse/report-link';
import { CaseFrame } from '../case/case-frame';
import { HeadFacts } from '../case/head-facts';
import { AskAboutCase } from '../experience/ask-about-case';
import { PatientSheetLink } from '../case/patient-sheet-link';
import { HistoryLink } from '../history/history-link';
import { useLanguage, useTexts } from '../language';
import { Messages } from '../messages/messages';
import { unitsOfSip } from '../messages/written-to';
import { usePlanTexts } from '../plan/texts';
import { Link } from '../router';
import { formatInstant } from '../time';
import { Consent } from './consent';
import { FollowUps } from './follow-ups';
import { Meetings } from './meetings';
import { Patientkontrakt } from './patientkontrakt';
import { Plan } from './plan';
import { sipKit } from './sip-kit';

/** One samordnad individuell plan. */
export function SipPage({ id, me }: { readonly id: string; readonly me: Me }) {
  const t = useTexts();
  return (
    <CaseFrame
      kit={sipKit}
      id={id}
      me={me}
      read={readSip}
      heading={t.sipHeading}
      head={(view) => <SipFacts view={view} />}
    >
      {(view, onChoose) => (
        <>
          <ReportLink path="sips" view={view} me={me} />
          <PatientSheetLink path="sips" view={view} me={me} />
          <AskAboutCase path="sips" view={view} me={me} />
          <Messages
            path="sips"
            view={view}
            units={unitsOfSip(view, me)}
            me={me}
            onChoose={onChoose}
          />
          <Consent sip={view.sip} />
          <Meetings id={view.id} sip={view.sip} />
          <PlanLink id={view.id} />
          <Plan sip={view.sip} />
          <FollowUps sip={view.sip} />
          <Patientkontrakt sip={view.sip} />
          <HistoryLink view={view} />
        </>
      )}
    </CaseFrame>
  );
}

function PlanLink({ id }: { readonly id: string }) {
  const { open } = usePlanTexts();
  return (
    <p>
      <Link to={`/sip/${id}/plan`}>{open}</Link>
    </p>
  );
}

/** Who it is about and how it came about. */
export function SipFacts({ view: { patient, openedAt, sip } }: { readonly view: Sip }) {
  const t = useTexts();
  const { language } = useLanguage();
  const { unit, stay, need, calledAt } = sip;
  const notice = stay?.noticeAt == null ? null : formatInstant(stay.noticeAt, language);
  return (
    <>
      <HeadFacts
        patient={patient}
        facts={[
          [t.answersFor, unit.name],
          [t.startedAt, formatInstant(openedAt, language)],
          [t.need, need],
          [t.caller, stay?.caller?.name],
          [t.noticeAt, notice],
          [t.calledAt, calledAt && formatInstant(calledAt, language)],
        ]}
      />
      {stay !== null && (
        <p>
          <Link to={`/arenden/${stay.case}`}>{t.toTheStay}</Link>
        </p>
      )}
    </>
  );
}
