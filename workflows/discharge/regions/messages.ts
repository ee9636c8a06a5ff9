import { messageTransitions } from '@workflows/message';
import { dischargeSetup } from '../setup';

/** Messages between the parties of the stay. */
export const messages = dischargeSetup.createStateConfig({ on: messageTransitions });
