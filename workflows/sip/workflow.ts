import type { CaseState, MachineDefinition, WorkflowDefinition } from '@hemgang/engine';
import type { SipAgreement } from '@workflows/agreement';
import { messageDefinition } from '@workflows/message';
import { sipCommands, startSip } from './commands';
import { sipInput, type SipContext } from './context';
import { sipDuties } from './duties';
import { stayGiven } from './events';
import { sipFacts, TOLD_TO_STAY } from './facts';
import { sipMachine } from './machine';
import { participantCommands, participantDefinition } from './participant';
import { sipInputSample, sipSamples } from './samples';
import { SIP_WORDS, sipWord } from './word';

const SIP = 'sip';

const definition: MachineDefinition = {
  kind: SIP,
  group: SIP,
  machine: sipMachine,
  input: sipInput,
  duties: sipDuties,
  unit: (context) => (context as SipContext).unit,
  alsoParties: (context) => {
    const { unit, stay } = context as SipContext;
    const caller = stay?.caller ?? unit;
    return caller === unit ? [] : [{ unit: caller, kind: 'caller' }];
  },
  samples: { input: sipInputSample, events: sipSamples },
};

/** What the SIP's main machine remembers. */
export function sipContext(state: CaseState): SipContext {
  return state.machines[SIP]?.context as unknown as SipContext;
}

/** Samordnad individuell plan: from seeing the need to the last follow-up (HSL 16:4, SoL 10:8). */
export const sip: WorkflowDefinition = {
  type: SIP,
  version: 1,
  main: SIP,
  machines: [definition, participantDefinition, messageDefinition],
  open: startSip,
  openingInput: ({ actor, occurredAt, given }) => ({
    unit: 'unit' in actor ? actor.unit : '',
    startedAt: occurredAt,
    // Asked about without a case, there is no agreement yet.
    justering: (given['agreement'] as SipAgreement | undefined)?.justering ?? false,
    stay: stayGiven(given),
  }),
  commands: [...sipCommands, ...participantCommands],
  facts: sipFacts,
  tells: TOLD_TO_STAY,
  entriesWithPatient: ['sip-startad', 'sip-kallelse', 'meddelande-vidarebefordrat'],
  words: Object.keys(SIP_WORDS),
  summary: (state) => ({ word: sipWord(state), endedAt: null }),
};
