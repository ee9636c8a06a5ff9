import { discloseTo, others, planDrafted, sipSetup, tellParticipants } from '../setup';
import { sipOver } from './over';

const draft = {
  target: 'draft' as const,
  actions: [
    'noteDraft' as const,
    planDrafted,
    discloseTo(others, 'sip-utkast', 'CONSENT_OR_EXCEPTION'),
  ],
};

/** What a unit says of a version is handed out too: without a consent there is nothing to say. */
const planOff = tellParticipants('plan-off');

const cleared = [
  { guard: 'isEstablished' as const, target: 'established' as const },
  { guard: 'isHeld' as const, target: 'toDraft' as const },
];

/** The plan, version by version; it outlives the consent, but grows no further without one. */
export const planRegion = sipSetup.createStateConfig({
  initial: 'none',
  on: sipOver,
  states: {
    none: {
      tags: 'over',
      on: {
        'hold-meeting': { guard: 'isClearedWithoutPlan', target: 'toDraft' },
        'record-consent': cleared,
        'record-attitude': cleared,
        'draft-plan': draft,
      },
    },
    toDraft: { tags: 'uppratta-plan', on: { 'draft-plan': draft, 'withdraw-consent': 'none' } },
    draft: {
      tags: 'uppratta-plan',
      on: {
        'draft-plan': draft,
        'establish-plan': {
          target: 'established',
          actions: [
            'noteEstablished',
            tellParticipants('plan-settled'),
            discloseTo(others, 'sip-upprattad', 'CONSENT_OR_EXCEPTION'),
          ],
        },
        'withdraw-consent': [
          { guard: 'isEstablished', target: 'established', actions: planOff },
          { target: 'none', actions: planOff },
        ],
      },
    },
    established: {
      tags: 'over',
      on: { 'draft-plan': draft, 'withdraw-consent': { actions: planOff } },
    },
    past: { tags: 'over' },
  },
});
