import {
  basisOfCall,
  called,
  discloseTo,
  openParticipants,
  others,
  sipSetup,
  tellParticipants,
  tellStay,
  whenCleared,
} from '../setup';
import { sipOver } from './over';
import type { Situation } from '../situation';

/** Who is called gets the scope of the consent, and the plan when there is one. */
const earlierOfCall = ({ context: { consent, attitude, plan } }: Situation): readonly number[] =>
  [consent?.event, attitude, plan?.version].filter((event) => event !== undefined);

const call = {
  target: 'called' as const,
  actions: [
    'noteCall' as const,
    openParticipants,
    tellStay('kallelse-sent'),
    discloseTo(called, 'sip-kallelse', basisOfCall),
    discloseTo(whenCleared(called), 'sip-samtycke', 'CONSENT_OR_EXCEPTION', earlierOfCall),
  ],
};

const tookBack = [
  tellParticipants('call-withdrawn'),
  discloseTo(others, 'sip-kallelse-aterkallad', 'PROCESS'),
  tellStay('kallelse-withdrawn'),
  'forgetCall' as const,
];

const link = { target: 'owed' as const, actions: ['noteStay' as const, tellStay('sip-started')] };
const cleared = [
  { guard: 'isCalled' as const, target: 'called' as const },
  { guard: 'hasStay' as const, target: 'owed' as const },
  { target: 'owedWithoutStay' as const },
];

/** The call to the planning: the law's duty in a stay, the initiator's without one. */
export const callingRegion = sipSetup.createStateConfig({
  initial: 'notYet',
  on: {
    ...sipOver,
    'caller-named': { actions: 'noteCaller' },
    'notice-sent': { actions: 'noteNotice' },
    'notice-withdrawn': { actions: 'noteNoticeWithdrawn' },
  },
  states: {
    notYet: {
      tags: 'over',
      on: {
        'start-sip': {
          guard: 'hasStay',
          target: 'owed',
          actions: [tellStay('sip-started'), discloseTo(others, 'sip-startad', 'PROCESS')],
        },
        'offer-sip': { guard: 'hasUncalledStay', target: 'owed' },
        'record-consent': cleared,
        'record-attitude': cleared,
        'link-stay': link,
      },
    },
    owed: {
      tags: 'kallelse',
      on: {
        call,
        'decline-sip': 'notYet',
        'refuse-sip': 'notYet',
        'link-stay': link,
        'stay-ended': [
          { guard: 'isDeceased', target: 'past' },
          { guard: 'isClearedAndStayGone', target: 'owedWithoutStay' },
          { guard: 'isStayGone', target: 'notYet' },
        ],
      },
    },
    owedWithoutStay: {
      tags: 'kalla-till-sip',
      on: { call, 'withdraw-consent': 'notYet', 'link-stay': link },
    },
    called: {
      tags: 'over',
      on: {
        call,
        'withdraw-call': [
          { guard: 'hasStay', target: 'owed', actions: tookBack },
          { guard: 'isCleared', target: 'owedWithoutStay', actions: tookBack },
          { target: 'notYet', actions: tookBack },
        ],
        'link-stay': link,
      },
    },
    past: { tags: 'over' },
  },
});
