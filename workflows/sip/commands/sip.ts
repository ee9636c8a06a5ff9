import { defineCommand } from '@hemgang/engine';
import type { SipContext } from '../context';

/** Commands of the SIP as a whole go to the main machine. */
export const to = 'sip';

export const define = defineCommand<SipContext, unknown>;
