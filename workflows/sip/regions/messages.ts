import { messageTransitions } from '@workflows/message';
import { sipSetup } from '../setup';

/** Messages between the units of the SIP. */
export const messages = sipSetup.createStateConfig({ on: messageTransitions });
