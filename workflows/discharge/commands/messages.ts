import { PARTIES } from '@workflows/atagande';
import { sendMessage } from '@workflows/message';
import type { DischargeContext } from '../context';
import { writingUnits } from '../parties';
import { nobodyToldYet } from './refusals';
import { to } from './ward';

/** Free words from one party to others. */
export const messageOpenings = [
  sendMessage<DischargeContext>({
    to,
    roles: PARTIES,
    parties: writingUnits,
    refuse: [nobodyToldYet],
  }),
];
