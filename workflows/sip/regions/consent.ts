import { discloseTo, leader, others, sipEnded, sipSetup, tellStay } from '../setup';

const ended = {
  target: '.ended' as const,
  actions: ['noteClosed' as const, sipEnded],
};

const consent = {
  target: 'consented' as const,
  actions: ['noteConsent' as const, discloseTo(others, 'sip-samtycke', 'CONSENT_OR_EXCEPTION')],
};

const attitude = {
  target: 'clarified' as const,
  actions: ['noteAttitude' as const, discloseTo(others, 'sip-installning', 'CONSENT_OR_EXCEPTION')],
};

const offer = {
  target: 'offered' as const,
  actions: ['noteOffer' as const, discloseTo(leader, 'sip-erbjuden', 'PROCESS')],
};

/** A no is told to the stay: it changes what the municipality may have to pay (5:3 st.2). */
const decline = {
  target: 'declined' as const,
  actions: [
    'forgetConsent' as const,
    sipEnded,
    tellStay('sip-declined'),
    discloseTo(others, 'sip-avbojd', 'PROCESS'),
    'forgetParticipants' as const,
  ],
};

const offerAgain = { ...offer, actions: [...offer.actions, tellStay('sip-resumed')] };

/** Everybody learns that nothing more may be handed out; what they have got they keep. */
const withdraw = {
  target: 'withdrawn' as const,
  actions: ['forgetConsent' as const, discloseTo(others, 'sip-samtycke-aterkallat', 'PROCESS')],
};

const close = { actions: ['noteClosed' as const, sipEnded] };

/** Whether the person has been asked and what she says: nothing is handed out before that. */
export const consentRegion = sipSetup.createStateConfig({
  initial: 'toOffer',
  on: {
    'register-death': ended,
    'makulera-sip': { ...ended, actions: [...ended.actions, tellStay('sip-struck')] },
    'stay-ended': [{ guard: 'isDeceased', ...ended }, { actions: 'noteStayEnded' }],
  },
  states: {
    toOffer: {
      tags: 'erbjud-sip',
      on: {
        'offer-sip': offer,
        'refuse-sip': {
          target: 'refused',
          actions: [tellStay('sip-declined'), discloseTo(others, 'sip-avstadd', 'PROCESS')],
        },
      },
    },
    offered: {
      tags: 'svar-pa-erbjudande',
      on: {
        'record-consent': consent,
        'record-attitude': attitude,
        'decline-sip': decline,
        'close-sip': { ...close, target: 'ended' },
      },
    },
    consented: {
      tags: 'over',
      on: {
        'record-consent': consent,
        'record-attitude': attitude,
        'withdraw-consent': withdraw,
        'close-sip': close,
      },
    },
    /** For whoever cannot consent: her attitude, as far as it can be found out. */
    clarified: {
      tags: 'over',
      on: {
        'record-consent': consent,
        'record-attitude': attitude,
        'withdraw-consent': withdraw,
        'close-sip': close,
      },
    },
    withdrawn: {
      tags: 'over',
      on: {
        'record-consent': consent,
        'record-attitude': attitude,
        'decline-sip': decline,
        'close-sip': close,
      },
    },
    declined: { tags: 'over', on: { 'offer-sip': offerAgain } },
    refused: { tags: 'over', on: { 'offer-sip': offerAgain } },
    ended: { tags: 'over' },
  },
});
