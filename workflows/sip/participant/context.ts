import type { Disputed, MachineEvent } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import { z } from 'zod';
import type { CallAnswer } from '../context';

/** What one called unit's side of a SIP remembers. */
export interface ParticipantContext {
  readonly unit: string;
  /** The unit that called. */
  readonly calledBy: string;
  /** Since when there is something to answer: the call, or a new time. */
  readonly askedAt: Instant;
  readonly meetingAt: Instant | null;
  readonly answer: CallAnswer | null;
  /** Times to choose from; a meeting ends them. */
  readonly proposed?: readonly Instant[] | undefined;
  /** Those of them that suit. */
  readonly suits?: readonly Instant[] | undefined;
  /** The version of the plan that is to be approved, and since when. */
  readonly plan?: { readonly version: number; readonly draftedAt: Instant } | undefined;
  /** The version that it has approved last, and whether with a reservation. */
  readonly approved?: { readonly version: number; readonly reserved: boolean } | undefined;
}

export const participantInput = z.strictObject({
  unit: z.string(),
  calledBy: z.string(),
  calledAt: z.string(),
  meetingAt: z.string().nullable(),
  proposed: z.array(z.string()).optional(),
});

export type ParticipantInput = z.infer<typeof participantInput>;

/** Everything a called unit's machine handles: its commands and what the SIP says. */
export type ParticipantEvent =
  | MachineEvent<
      'answer-call',
      { readonly answer: CallAnswer; readonly suits?: readonly Instant[] }
    >
  | MachineEvent<'approve-plan', { readonly version: number; readonly reserved?: boolean }>
  | MachineEvent<
      'meeting-set',
      { readonly at: Instant; readonly toldAt: Instant; readonly isAsProposed?: boolean }
    >
  | MachineEvent<'times-proposed', { readonly times: readonly Instant[]; readonly toldAt: Instant }>
  | MachineEvent<'meeting-off'>
  | MachineEvent<'meeting-held'>
  | MachineEvent<
      'plan-drafted',
      { readonly version: number; readonly draftedAt: Instant; readonly isOwed: boolean }
    >
  | MachineEvent<'plan-settled'>
  | MachineEvent<'plan-off'>
  | MachineEvent<'call-withdrawn'>
  | MachineEvent<'sip-ended'>
  | MachineEvent<'disputed', Disputed>;
