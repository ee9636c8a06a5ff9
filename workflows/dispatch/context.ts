import type { MachineEvent, RattelseTold } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import { z } from 'zod';

/** Something that the ward has written and nobody has sent outside yet. */
export interface Unsent {
  readonly entry: string;
  readonly since: Instant;
}

/** What the ward remembers of one receiver to whom everything must be carried by hand. */
export interface DispatchContext {
  /** The ward that sends. */
  readonly unit: string;
  /** The receiver's handover: it learns when it was reached. */
  readonly handover: string;
  /** The receiver outside. */
  readonly receiver: string;
  /** What is to be sent, oldest first; one contact carries all of it. */
  readonly unsent: readonly Unsent[];
}

/** What the ward's machine hands over when it opens this one. */
export const dispatchInput = z.strictObject({
  unit: z.string(),
  handover: z.string(),
  receiver: z.string(),
});

export type DispatchInput = z.infer<typeof dispatchInput>;

interface Message {
  readonly entry: string;
}

/** Everything a dispatch handles: the ward's command, and what the ward's machine tells receivers. */
export type DispatchEvent =
  | MachineEvent<'report-sent'>
  | MachineEvent<'notice', Message>
  | MachineEvent<'utskrivningsklar-withdrawn', Message>
  | MachineEvent<'patient-left', Message>
  | MachineEvent<'ward-changed', { readonly from: string; readonly ward: string }>
  | MachineEvent<'rattelse-told', RattelseTold>
  | MachineEvent<'receiver-removed'>
  | MachineEvent<'receiver-lost'>
  | MachineEvent<'notice-withdrawn'>
  | MachineEvent<'patient-died'>
  | MachineEvent<'patient-transferred'>
  | MachineEvent<'patient-readmitted'>
  | MachineEvent<'case-makulerad'>
  | MachineEvent<'wrong-person'>;

/** Name of the dispatch beside an external receiver's handover: `x2-1` of `h2-1`. */
export function dispatchOf(handover: string): string {
  return `x${handover.slice(1)}`;
}

/** Whether the ward has written something that must be carried. */
export function isMessage(
  event: DispatchEvent,
): event is Extract<DispatchEvent, { readonly payload: Message }> {
  const { type } = event;
  return type === 'notice' || type === 'utskrivningsklar-withdrawn' || type === 'patient-left';
}
