import type { Directory } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import type { CaseListRow, CaseViewRows, EventRow } from '@hemgang/store';
import type { CaseSummaryView, CaseView } from './case-view';
import type { EventView } from './event-view';
import type { Mask, Reader, Reading } from '@hemgang/access';
import type { PatientOperation } from './protection/patient-operation-names';
import type { Shield } from './protection/shield';
import type { RegisteredWorkflow } from './registry';
import type { FieldsOf } from './masked';
import type { StartLinkSigner } from './start-link';

/** Rows of a case as one reader's database context gave them. */
export type CaseRows = Omit<CaseViewRows, 'person' | 'shield' | 'blocks'>;

/** A case and the reader whom it is told to. */
export interface Told {
  readonly workflow: RegisteredWorkflow;
  readonly rows: CaseRows;
  readonly reader: Reader;
  readonly directory: Directory;
  readonly now: Instant;
  /** What of it the reader is shown; content that is not has been taken out of the rows. */
  readonly mask: Mask;
  /** The patient's identity is protected: the rows hold what the reader may see. Else null. */
  readonly shield: Shield | null;
  /** A spärr keeps something of the content from the reader. */
  readonly isBlocked: boolean;
  /** What the reader can do about the patient beside the commands. */
  readonly patientOperations: readonly PatientOperation[];
  /** The reader's unit is no party: she sees it by an emergency opening, until then. Else null. */
  readonly emergencyUntil: Instant | null;
}

/** What a view may ask for beside the rows of its own case. */
export interface Beside {
  /**
   * Another case, read by `action` in the access log.
   * @returns null when there is none, or the policy or `may` says that the reader may not see it
   */
  otherCase(
    id: string,
    reading: Reading,
    action: string,
    may: (rows: CaseRows) => boolean,
  ): Promise<Pick<Told, 'workflow' | 'rows' | 'shield'> | null>;
  /** Null: what is shown leads nowhere. */
  readonly signer: Pick<StartLinkSigner, 'sign'> | null;
}

/**
 * How the cases of one type are put into words. What all types share is built by `sharedView`,
 * `sharedLine` and `eventView`; a type adds its own. What the policy does not show is blanked afterwards.
 */
export interface CaseType<
  View extends CaseView = CaseView,
  Line extends CaseSummaryView = CaseSummaryView,
> {
  /** Whether its view tells what the log says: then the rows hold it. */
  readonly tellsLog: boolean;
  /** What the fields of its view are about, and those of its line. */
  readonly fields: FieldsOf<View>;
  readonly lineFields: FieldsOf<Line>;
  /** The case for a reader whose unit is a party; fields that the policy does not show may be left out. */
  view(told: Told, beside: Beside): Promise<Partial<View>>;
  /** A line of the list of cases. */
  line(row: CaseListRow, reader: Reader, directory: Directory): Line;
  /** What the reader may see of these events, in their order. */
  events(told: Told, events: readonly EventRow[]): readonly EventView[];
}
