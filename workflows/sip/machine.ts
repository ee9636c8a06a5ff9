import { initialContext } from './context';
import { followUpRegion } from './regions/follow-up';
import { callingRegion } from './regions/calling';
import { consentRegion } from './regions/consent';
import { meetingRegion } from './regions/meeting';
import { messages } from './regions/messages';
import { noted } from './regions/noted';
import { planRegion } from './regions/plan';
import { sipSetup } from './setup';

/**
 * A samordnad individuell plan: one short region per obligation. The order of the regions counts: the
 * first that knows an event decides whether it is possible, later ones follow.
 */
export const sipMachine = sipSetup.createMachine({
  id: 'sip',
  type: 'parallel',
  context: ({ input }) => initialContext(input),
  on: { ...noted.on, ...messages.on },
  states: {
    consent: consentRegion,
    calling: callingRegion,
    meeting: meetingRegion,
    plan: planRegion,
    followUp: followUpRegion,
  },
});
