import { SIP_WORDS, sipContext } from '@workflows/sip';
import { CASE_FIELDS, LINE_FIELDS } from '../case-fields';
import type { CaseType, Told } from '../case-type';
import { unitView } from '../names';
import { sharedLine, sharedView } from '../shared-view';
import { eventView } from '../timeline';
import {
  childView,
  contactViews,
  followUpViews,
  nextFollowUp,
  patientkontrakt,
} from './after-view';
import {
  invitedViews,
  meetingViews,
  participantViews,
  proposedView,
  sipUnits,
} from './calling-view';
import { consentView } from './consent-view';
import { planViews, reportViews, unitOf } from './plan-view';
import { said, textIn } from './said';
import type { SipPartView, SipSummaryView, SipView } from './sip-view';
import { sipWords } from './words';

/** Samordnade individuella planer: every party sees the process, and the words it was told. */
export const sipType: CaseType<SipView, SipSummaryView> = {
  tellsLog: true,
  fields: { ...CASE_FIELDS, sip: 'process' },
  lineFields: { ...LINE_FIELDS, unit: 'frame' },

  view: (told) => Promise.resolve({ ...sharedView(told, sipWords), sip: sipPart(told) }),

  line: (row, { language }, directory) => ({
    ...sharedLine(row, SIP_WORDS, language),
    unit: unitView(directory, sipContext(row.case.state).unit),
  }),

  events: (told, events) => events.map((event) => eventView(told, event)),
};

function sipPart(told: Told): SipPartView {
  const { rows, directory } = told;
  const { unit, calledAt, stay } = sipContext(rows.case.state);
  const meetings = meetingViews(told);
  const plan = planViews(told);
  const contacts = contactViews(told);
  const [start] = said(told, 'start-sip');
  return {
    unit: unitView(directory, unit),
    stay:
      stay === undefined
        ? null
        : { case: stay.case, noticeAt: stay.noticeAt, caller: unitOf(stay.caller, directory) },
    need: textIn(start?.words ?? {}, 'need'),
    units: sipUnits(told),
    consent: consentView(told),
    calledAt,
    participants: participantViews(told),
    proposed: proposedView(told),
    invited: invitedViews(told),
    meetings,
    plan,
    reports: reportViews(told),
    followUps: followUpViews(told),
    followUpOn: nextFollowUp(told),
    contacts,
    child: childView(told),
    patientkontrakt: patientkontrakt(told, { plan, contacts, meetings }),
  };
}
