import type { LocalDate } from '@hemgang/kernel';
import { sipContext } from '@workflows/sip';
import type { Told } from '../case-type';
import { unitOf } from './plan-view';
import { said, textIn, textsIn } from './said';
import type {
  FollowUpView,
  NamedContactView,
  PatientkontraktView,
  SipChildView,
  SipPartView,
} from './sip-view';

/** The duty to follow the plan up on the day that is set. */
const FOLJ_UPP = 'folj-upp';

/** The day of the next follow-up; null when none is waited for. */
export function nextFollowUp({ rows }: Told): LocalDate | null {
  const { state } = rows.case;
  const isWaitedFor = state.duties.some(({ key }) => key === FOLJ_UPP);
  return isWaitedFor ? (sipContext(state).followUpOn ?? null) : null;
}

/** Every time the plan was followed up. */
export function followUpViews(told: Told): FollowUpView[] {
  return said(told, 'follow-up').map(({ seq, at, facts, words }) => ({
    event: seq,
    at,
    result: textIn(facts, 'result') ?? '',
    notes: textIn(words, 'notes'),
    followUpOn: textIn(facts, 'followUpOn'),
  }));
}

/** The named contacts with their history: one that is named anew ends the one of its kind before. */
export function contactViews(told: Told): NamedContactView[] {
  const changes = said(told, 'name-contact', 'end-contact');
  return changes
    .filter(({ type }) => type === 'name-contact')
    .map(({ seq, unit, facts, words }) => {
      const end = changes.find((each) => each.seq > seq && each.facts['kind'] === facts['kind']);
      const until = textIn(end?.facts ?? {}, 'on') ?? textIn(end?.facts ?? {}, 'from');
      return {
        kind: textIn(facts, 'kind') ?? '',
        name: textIn(words, 'name'),
        phone: textIn(words, 'phone'),
        unit: unitOf(unit, told.directory),
        from: textIn(facts, 'from') as LocalDate,
        until,
      };
    });
}

/** What was last noted of a child, as far as the reader was told. */
export function childView(told: Told): SipChildView {
  const custody = said(told, 'note-custody').at(-1)?.words ?? {};
  const heard = said(told, 'note-child-heard').at(-1)?.words ?? {};
  return {
    guardians: textsIn(custody, 'guardians'),
    custody: textIn(custody, 'custody'),
    heard: typeof heard['heard'] === 'boolean' ? heard['heard'] : null,
    said: textIn(heard, 'said'),
    decisions: said(told, 'note-measure-decision').map(({ seq, words }) => ({
      event: seq,
      measure: textIn(words, 'measure'),
      consentedBy: textIn(words, 'consentedBy'),
      isPlacement: words['isPlacement'] === true,
    })),
  };
}

/** The SIP as a patientkontrakt: the agreement, the contact, the time and the plan. */
export function patientkontrakt(
  told: Told,
  { plan, contacts, meetings }: Pick<SipPartView, 'plan' | 'contacts' | 'meetings'>,
): PatientkontraktView {
  const { established } = sipContext(told.rows.case.state);
  const holding = plan.find(({ version }) => version === established?.version);
  const content = holding?.content ?? null;
  return {
    agreement: content === null ? null : { matters: content.matters, goals: content.goals },
    contact:
      contacts.findLast(({ kind, until }) => kind === 'vardkontakt' && until === null) ?? null,
    meetingAt: meetings.findLast(({ word }) => word === 'booked')?.at ?? null,
    followUpOn: nextFollowUp(told),
    plan: established?.version ?? null,
  };
}
