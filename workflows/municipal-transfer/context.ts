import type { Disputed, MachineEvent } from '@hemgang/engine';
import type { Instant, LocalDate } from '@hemgang/kernel';
import { z } from 'zod';

/** What one request to move a case to another municipality remembers. */
export interface MunicipalTransferContext {
  /** The unit that is asked. */
  readonly unit: string;
  /** SCB code of its municipality. */
  readonly municipality: string;
  /** The unit that asks, its handover, and its municipality, which decides until then. */
  readonly from: string;
  readonly handover: string;
  readonly requestedAt: Instant;
  /** The event by which it turned out that the asked unit should never have known. */
  readonly strangerSince?: number;
}

/** What the ward's machine hands over when it opens this one. */
export const municipalTransferInput = z.strictObject({
  unit: z.string(),
  municipality: z.string(),
  from: z.string(),
  handover: z.string(),
  requestedAt: z.string(),
});

export type MunicipalTransferInput = z.infer<typeof municipalTransferInput>;

/** Everything a transfer handles: the commands of the two municipalities, and what the stay tells it. */
export type MunicipalTransferEvent =
  | MachineEvent<'disputed', Disputed>
  | MachineEvent<'accept-municipal-transfer', { readonly from: LocalDate }>
  | MachineEvent<'decline-municipal-transfer'>
  | MachineEvent<'withdraw-municipal-transfer'>
  | MachineEvent<
      'record-ivo-decision',
      { readonly outcome: 'transfer' | 'stay'; readonly from?: LocalDate }
    >
  | MachineEvent<'patient-died'>
  | MachineEvent<'patient-transferred'>
  | MachineEvent<'patient-readmitted'>
  | MachineEvent<'notice-withdrawn'>
  | MachineEvent<'wrong-person'>
  | MachineEvent<'case-makulerad'>;
