import { readCaseAt, readSipAt } from '../api/reads';
import { Agreed } from '../case/agreed';
import { CaseFacts } from '../case/case-page';
import { dischargeKit } from '../case/discharge-kit';
import { Receivers } from '../case/receivers';
import { Consent } from '../sip/consent';
import { FollowUps } from '../sip/follow-ups';
import { Meetings } from '../sip/meetings';
import { Patientkontrakt } from '../sip/patientkontrakt';
import { Plan } from '../sip/plan';
import { sipKit } from '../sip/sip-kit';
import { SipFacts } from '../sip/sip-page';
import { HistoryFrame } from './history-frame';

/** A stay as it stood. */
export function HistoryPage({ id }: { readonly id: string }) {
  return (
    <HistoryFrame
      type="discharge"
      kit={dischargeKit}
      id={id}
      read={readCaseAt}
      head={(view) => <CaseFacts view={view} />}
    >
      {(view) => (
        <>
          <Receivers view={view} />
          <Agreed view={view} />
        </>
      )}
    </HistoryFrame>
  );
}

/** A SIP as it stood. */
export function SipHistoryPage({ id }: { readonly id: string }) {
  return (
    <HistoryFrame
      type="sip"
      kit={sipKit}
      id={id}
      read={readSipAt}
      head={(view) => <SipFacts view={view} />}
    >
      {({ sip }) => (
        <>
          <Consent sip={sip} />
          <Meetings id={null} sip={sip} />
          <Plan sip={sip} />
          <FollowUps sip={sip} />
          <Patientkontrakt sip={sip} />
        </>
      )}
    </HistoryFrame>
  );
}
