export { AccessLog } from './access-log';
export { AccessReader } from './access-reader';
export { AttachmentStore, type NewAttachment } from './attachment-store';
export { AvvikelsePatternStore, type PatternScope } from './avvikelse-patterns';
export type { AvvikelseCount, AvvikelseLine } from './sql/avvikelser';
export { CaseStore, type CallerKey, type LoadedCase } from './case-store';
export type {
  AccessLine,
  Beginning,
  CaseWrite,
  ContentRow,
  DutyRow,
  EventResults,
  EventRow,
  IdempotencyRow,
  Maker,
  NoticeTask,
  OutboxRow,
  PartyRow,
  StoredCase,
  TimerRow,
  WriteOutcome,
} from './case-write';
export {
  BlockStore,
  type BlockRow,
  type NewBlock,
  type NewRelease,
  type ToldBy,
} from './block-store';
export { ClockStore } from './clock-store';
export type { Database, Reader } from './database';
export { DatabaseClock, type DatabaseClockOptions } from './database-clock';
export { DatabaseNotTrusted } from './database-not-trusted';
export { DatabaseUnavailable } from './database-unavailable';
export {
  DeliveryStore,
  type Channel,
  type ClaimedDelivery,
  type DeliveryLine,
  type DeliveryStatus,
  type OpenedCase,
  type PostBacklog,
  type NewDelivery,
  type NoticeToTell,
} from './delivery-store';
export { DirectoryStore, type DirectoryState, type ExternalUnitRows } from './directory-store';
export { Doorbell, type Topic } from './doorbell';
export {
  EmergencyStore,
  type CopyHeld,
  type NewEmergency,
  type StoredEmergency,
} from './emergency-store';
export { EndedStays, type StayBatch } from './ended-stays';
export {
  ErasureStore,
  type ErasureRow,
  type ErasureScope,
  type LineRanges,
  type StaffScope,
} from './erasure-store';
export { EventLogStore } from './event-log-store';
export { FigureCaseStore, type AskedFigure } from './figure-case-store';
export {
  ALL_DAYS,
  FigureStore,
  type AskedSums,
  type Reckoning,
  type StoredPart,
} from './figure-store';
export {
  AgreedMeasureStore,
  type AgreedMeasureRow,
  type AgreedStatus,
} from './agreed-measure-store';
export { PackStore, type PackRow, type WaitingCase, type WholePackRow } from './pack-store';
export type { FigureCase, FigureDuty } from './reads/figure-cases';
export type { CasesBehind } from './sql/cases-behind';
export type { FigureSpread, FigureSum } from './sql/figures';
export type { FigureMonth } from './sql/figure-months';
export type { CaseBehind } from './sql/figures-behind';
export { IdempotencyStore } from './idempotency-store';
export { LinkKeyStore } from './link-key-store';
export { LogReviewStore, type ReviewedLine, type ReviewRow } from './log-review-store';
export { migrate, migrationState, type MigrationState } from './migrate';
export { MachineClientStore, type MachineClientRow } from './machine-client-store';
export { MIGRATIONS } from './migrations';
export { IncidentStore, type Incident, type IncidentOpening } from './incident-store';
export { InboxStore, type ReceiveOutcome, type ToldFact } from './inbox-store';
export { MonthFigures, type ToldNotice } from './month-figures';
export type { LoggedLine, LoggedPatient } from './sql/access-reading';
export type { DueLine, ErasureGround, HeldCase } from './sql/erasures';
export type { LateOfUnit, QualityOfUnit } from './sql/overview';
export type { StaffCounts } from './sql/staff-erasures';
export { SIPS, type StoredSipCounts } from './sql/sip-figures';
export { openDatabases, ShutOut, type Databases, type DatabasesOptions } from './databases';
export { openDatabase, type DatabaseOptions } from './open-database';
export {
  OutboxStore,
  type ClaimedRow,
  type HandledNotice,
  type OutboxBacklog,
  type ParkedRow,
} from './outbox-store';
export { OverviewStore } from './overview-store';
export type { BadCursor, Page } from './page';
export { PersonStore, type PersonRow, type Protection, type Registration } from './person-store';
export { PlanDraftStore, type ChangedDraft } from './plan-draft-store';
export { ProtectionStore, type ContactsRow, type GradeChange } from './protection-store';
export type { Query } from './query';
export {
  COUNTY_NUMBERS,
  CountyNumberStore,
  type CountyNumber,
  type CountyNumberRow,
} from './county-number-store';
export { RateStore, type RateRow } from './rate-store';
export { RetentionTermStore, type RetentionTermRow } from './retention-term-store';
export type { AttachmentLines, TakenAttachment } from './reads/attachment';
export type { CaseRow, CaseViewRows, StoredDuty, ToldEvent } from './reads/case-view';
export type { CaseListRow } from './reads/cases-of';
export type { StoredContent } from './reads/contents';
export type { MessageEventRow } from './reads/events';
export type { StoredDelivery } from './reads/deliveries';
export type { StoredDisclosure } from './reads/disclosures';
export type { ShieldContact, ShieldRow } from './reads/shield';
export type { NoticeRow } from './reads/notices';
export { NoticeWishStore, type NoticeWish, type WishedFor } from './notice-wish-store';
export {
  ExperienceStore,
  type ExperienceCell,
  type ExperienceWay,
  type InvitationRow,
} from './experience-store';
export { HomecomingStore, type ExpectedHomecoming } from './homecoming-store';
export type { NamedHomecoming } from './reads/homecomings';
export type { OpenStayRow } from './reads/stays-on-ward';
export type { StayRow } from './reads/stays-of';
export type { StayLogRow } from './reads/stay-logs';
export { UnitCases } from './reads/unit-cases';
export {
  SavedViewStore,
  type DueView,
  type Every,
  type Rhythm,
  type DeliveredView,
  type SavedPage,
  type SavedQuery,
  type SavedViewRow,
  type SavedViewWish,
} from './saved-view-store';
export { SnapshotKeyStore, type SnapshotKey } from './snapshot-key-store';
export type { CasesOnDefinition } from './reads/open-case-definitions';
export type { WorklistFilter, WorklistRow } from './reads/worklist';
export type { AttachmentRow } from './sql/attachments';
export type { DraftOutcome, PlanDraftRow } from './sql/plan-drafts';
export type { EndedStay, OpenStay } from './sql/load-case';
export { examineServer, POSTGRES_MAJOR_MIN, type PostgresServer } from './server';
export { SealReader } from './seal-reader';
export {
  AFTER_EVERY_CHECKPOINT,
  SealStore,
  type HeadMove,
  type SealedBatch,
  type SealedLine,
} from './seal-store';
export type {
  CheckpointRow,
  PendingRow,
  SealCursor,
  SealHead,
  SealKeyRow,
  ShownPatient,
} from './sql/seal';
export type { SealedRow } from './sql/seal-reading';
export { roleFaults, type RoleFault } from './role-faults';
export { PasswordNotGiven, RoleMissing } from './roles';
export { SeedingStore, type SeedingProgress } from './seeding-store';
export {
  SessionStore,
  type NewSession,
  type SessionEnd,
  type SignedInBy,
  type StoredSession,
} from './session-store';
export { SignInStore, type PendingSignIn, type SignInSecrets } from './sign-in-store';
export {
  StaffStore,
  type ChangeRequest,
  type DirectoryChange,
  type DirectoryFounding,
} from './staff-store';
export { StreamFeed, type StreamBatch, type StreamEvent } from './stream-feed';
export { TimerStore, type DueTimer, type PutOff } from './timer-store';
export type { UsedKey } from './used-key';
export {
  WebhookEndpointStore,
  type DeadWebhook,
  type WebhookChange,
  type WebhookEndpointRow,
  type WebhookStanding,
} from './webhook-endpoint-store';
export { WebhookStore, type ClaimedWebhook, type WebhookBacklog } from './webhook-store';
export { VerificationStore, type KeptContent, type KeptDuty } from './verification-store';
export { VersionStore } from './version-store';
export { LOWEST_ID } from './cursor';
export { wallClockMs } from './wall-clock';
