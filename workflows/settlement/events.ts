import type { MachineEvent } from '@hemgang/engine';

/** Everything the settlement handles: both sides' commands and what its disputes report. */
export type SettlementEvent =
  | MachineEvent<'open-settlement', { readonly municipality: string; readonly month: string }>
  | MachineEvent<'recompute'>
  | MachineEvent<'review-settlement'>
  | MachineEvent<'dispute-row', { readonly row: string }>
  | MachineEvent<'sign-for-region'>
  | MachineEvent<'withdraw-signature'>
  | MachineEvent<'sign-for-municipality'>
  | MachineEvent<'note-invoice', { readonly number: string }>
  | MachineEvent<'note-credit', { readonly number: string }>
  | MachineEvent<'ask-to-reopen'>
  | MachineEvent<'agree-to-reopen'>
  | MachineEvent<'decline-to-reopen'>
  | MachineEvent<'dispute-answered'>
  | MachineEvent<'dispute-settled', { readonly as: Settled }>;

/** How a dispute ended, as the settlement is told it. */
export type Settled = 'counts' | 'removed' | 'withdrawn';

/** Everything a dispute handles. */
export type DisputeEvent =
  | MachineEvent<'write-in-dispute'>
  | MachineEvent<'answer-dispute', { readonly answer: 'concede' | 'maintain' }>
  | MachineEvent<'decide-dispute', { readonly outcome: 'counts' | 'removed' }>
  | MachineEvent<'note-silence'>
  | MachineEvent<'withdraw-dispute'>
  | MachineEvent<'row-gone'>;
