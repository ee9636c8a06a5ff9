import { discloseTo, others, sipSetup } from '../setup';
import { sipOver } from './over';
import type { Situation } from '../situation';

/** The day that a follow-up names opens a duty of its own. */
const nextFollowUp = {
  type: 'send' as const,
  params: ({ event }: Situation) => ({
    to: ['sip'],
    event: {
      type: 'plan-follow-up',
      payload: { followUpOn: event.type === 'follow-up' ? event.payload.followUpOn : undefined },
    },
  }),
};

const told = discloseTo(others, 'sip-uppfoljd', 'CONSENT_OR_EXCEPTION');

const followUp = [
  {
    guard: 'namesNextFollowUp' as const,
    target: 'followedUp' as const,
    actions: ['noteFollowUp' as const, told, nextFollowUp],
  },
  { target: 'followedUp' as const, actions: ['noteFollowUp' as const, told] },
];

const cleared = { guard: 'isEstablished' as const, target: 'waiting' as const };

/** What becomes of the plan: followed up again and again, until the SIP is closed. */
export const followUpRegion = sipSetup.createStateConfig({
  initial: 'none',
  on: sipOver,
  states: {
    none: {
      tags: 'over',
      on: { 'establish-plan': 'waiting', 'record-consent': cleared, 'record-attitude': cleared },
    },
    waiting: {
      tags: 'folj-upp',
      on: {
        'follow-up': followUp,
        'plan-follow-up': {
          actions: ['noteNextFollowUp', discloseTo(others, 'sip-uppfoljning', 'PROCESS')],
        },
        'withdraw-consent': 'none',
      },
    },
    followedUp: {
      tags: 'nasta-uppfoljning',
      on: {
        'follow-up': followUp,
        'plan-follow-up': { target: 'waiting', actions: 'noteNextFollowUp' },
        'establish-plan': 'waiting',
        'withdraw-consent': 'none',
      },
    },
    past: { tags: 'over' },
  },
});
