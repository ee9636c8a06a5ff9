import type { ParticipantDuty } from './participant/duties';
import type { SipDuty } from './duties';

/** When each duty of a SIP is due, in words for README.md. */
export const dueWords: Readonly<Record<SipDuty | ParticipantDuty, string>> = {
  'erbjud-sip': '`erbjudandeHours` after the SIP was started',
  'svar-pa-erbjudande': '`svarHours` after the offer',
  kallelse:
    'end of the third day after the notice that the patient is ready; a day off moves it to the next working day when `sundayRuleForKallelse`; none before the notice',
  'kalla-till-sip': '`kallelseHours` after the consent',
  'boka-mote': '`bokaMoteHours` after the call',
  'hall-mote': 'the time of the meeting',
  'uppratta-plan': '`planHours` after the meeting, or after the last version',
  'folj-upp': 'end of the day that the plan, or the last follow-up, names',
  'nasta-uppfoljning': '`nastaUppfoljningHours` after the follow-up',
  'svara-kallelse':
    '`svaraKallelseHours` after the call or a new time; never after the meeting itself',
  'justera-plan': '`justeraHours` after the version was written',
};
