import { readCase } from '../api/reads';
import type { Case, Me } from '../api/types';
import { ReportLink } from '../avvikelse/report-link';
import { WhyWaited } from '../delay/why-waited';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { HistoryLink } from '../history/history-link';
import { useLanguage, useTexts } from '../language';
import { Messages } from '../messages/messages';
import { unitsOfStay } from '../messages/written-to';
import { formatInstant } from '../time';
import { Agreed } from './agreed';
import { Around } from './around';
import { CaseFrame } from './case-frame';
import { dischargeKit } from './discharge-kit';
import { HeadFacts } from './head-facts';
import { JointAnswers } from './joint-answers';
import { Journeys } from './journeys';
import { AskAboutCase } from '../experience/ask-about-case';
import { PatientSheetLink } from './patient-sheet-link';
import { Payment } from './payment';
import { Receivers } from './receivers';
import { SipsOfStay } from './sips-of-stay';

interface CasePageProps {
  readonly id: string;
  readonly me: Me;
}

/** One discharge. */
export function CasePage({ id, me }: CasePageProps) {
  const t = useTexts();
  return (
    <CaseFrame
      kit={dischargeKit}
      id={id}
      me={me}
      read={readCase}
      heading={t.caseHeading}
      head={(view) => <CaseFacts view={view} />}
      before={(view) => <JointAnswers view={view} />}
    >
      {(view, onChoose) => (
        <>
          <ReportLink path="discharges" view={view} me={me} />
          <PatientSheetLink path="discharges" view={view} me={me} />
          <AskAboutCase path="discharges" view={view} me={me} />
          <Messages
            path="discharges"
            view={view}
            units={unitsOfStay(view, me)}
            me={me}
            onChoose={onChoose}
          />
          <Receivers view={view} />
          <Agreed view={view} />
          <WhyWaited view={view} onChoose={onChoose} />
          <Around view={view} />
          <SipsOfStay view={view} me={me} />
          <Payment view={view} />
          <Journeys view={view} />
          <HistoryLink view={view} />
        </>
      )}
    </CaseFrame>
  );
}

/** Who it is about and the times of the stay. */
export function CaseFacts({ view }: { readonly view: Case }) {
  const t = useTexts();
  const { language } = useLanguage();
  const { patient, openedAt, expectedDischargeAt, destination } = view;
  const { utskrivningsklar, endedAt, parties, ending, permission, compulsory } = view;
  const time = (at: string | null | undefined) => at && formatInstant(at, language);
  const ready = utskrivningsklar?.sentAt === null ? t.readyNotSent : null;
  return (
    <HeadFacts
      patient={patient}
      facts={[
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
      ]}
    />
  );
}
