import type { Updates } from '../situation';

/** Nobody has been told of the patient who is really here: the receivers begin anew. */
export const wrongPersonUpdates = {
  forgetReceivers: () => ({
    noticeSentAt: null,
    expectedDischargeAt: null,
    utskrivningsklar: null,
    delayCauses: undefined,
    withdrawnStretches: undefined,
    receivers: [],
    returned: [],
    transfers: [],
    information: [],
    calling: null,
    coordinators: {},
    messages: undefined,
  }),
} satisfies Updates;
