import type { MachineEvent } from '@hemgang/engine';

/** Everything that an avvikelse handles. */
export type AvvikelseEvent =
  | MachineEvent<'report-avvikelse'>
  | MachineEvent<'withdraw-avvikelse'>
  | MachineEvent<'receive-avvikelse'>
  | MachineEvent<'answer-avvikelse'>
  | MachineEvent<'send-back-answer'>
  | MachineEvent<'close-avvikelse'>;
