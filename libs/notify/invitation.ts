import type { Instant, Language } from '@hemgang/kernel';

/** A notice that may be about a meeting, and to whom it goes. */
export interface AskedInvitation {
  readonly caseId: string;
  readonly caseType: string;
  /** Number of the event that was told of, and as what it was told. */
  readonly seq: number;
  readonly entry: string;
  readonly unit: string;
  readonly staff: string;
  readonly language: Language;
  /** Where browsers reach us. */
  readonly origin: string;
  readonly now: Instant;
}

/** A meeting as a file for a calendar: the one that can be downloaded at the case. */
export interface Invitation {
  /** The same for the same meeting, however it is moved. */
  readonly meeting: string;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly text: string;
}

/** Knows which notices are about a meeting. */
export interface InvitationSource {
  /** @returns null when the notice says nothing of a meeting, or she may not see how the case goes */
  invitationFor(asked: AskedInvitation): Promise<Invitation | null>;
}
