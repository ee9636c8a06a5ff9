export { overlayCommands, type CommandDeclaration } from '@hemgang/engine';
export {
  DatabaseNotTrusted,
  DatabaseUnavailable,
  examineServer,
  migrate,
  PasswordNotGiven,
  POSTGRES_MAJOR_MIN,
  RoleMissing,
  ShutOut,
  type ClaimedRow,
  type DueTimer,
  type IdempotencyStore,
  type MigrationState,
  type OutboxStore,
  type PostgresServer,
  type RoleFault,
  type TimerStore,
} from '@hemgang/store';
export { replayed } from './case-events';
export type * from './case-view';
export { fieldTables, type FieldTables, type LineAt, type ViewAt } from './case-types';
export type * from './discharge/delay-types';
export type * from './discharge/discharge-view';
export type * from './sip/sip-view';
export type * from './event-view';
export type { BoardLineView } from './discharge/ward-board';
export type { PastCaseView } from './history';
export type { ReceiversView } from './receivers/receivers-view';
export type * from './disclosure/disclosure-view';
export type * from './messages/message-view';
export { Attachments, type AttachmentView } from './attachments/attachments';
export type { Snapshots } from './downtime/snapshots';
export { FILE_KINDS, MEDIA_TYPES, type FileKind } from './attachments/file-kind';
export type { PreviewView } from './preview/preview-view';
export { AnsweredCommands, type ShownAnswer } from './answered-commands';
export type { CommandAnswer } from './command-answer';
export { Commands } from './commands';
export { DemoSignIn, type DemoClockView, type DemoUser } from './demo';
export {
  Contacts,
  type ColleagueView,
  type HandedOverView,
  type StandingContactView,
} from './contacts';
export { Emergencies } from './emergency/emergencies';
export type * from './emergency/emergency-view';
export { disclosureField, isRefusal, registeredField, type Incoming } from './envelope';
export { type AskedGallring, type NotErased } from './erasure/gallring';
export type { ErasureStanding, ListFault } from './erasure/erasure-list';
export type { GallringPlan, PlannedErasure } from './erasure/plan';
export {
  TERM_KINDS,
  type NewTerm,
  type RetentionTerm,
  type TermKind,
  type TermRefusal,
} from './erasure/terms';
export {
  readDirectoryFile,
  type DirectoryFile,
  type DirectoryFileFault,
  type FaultAt,
} from './founding/directory-file';
export type { Founded } from './founding/directory-import';
export { ExternalUnits, type ExternalUnitWish, type Registration } from './external-units';
export { readImport, type ImportCase, type ImportFault } from './import-file';
export type { Importer } from './importer';
export { LinkedFacts } from './linked-facts';
export { CATEGORIES, CONSEQUENCES } from '@workflows/avvikelse';
export { AvvikelsePatterns } from './avvikelse/avvikelse-patterns';
export { PATTERNS } from './avvikelse/avvikelse-view';
export type * from './avvikelse/avvikelse-view';
export { Live, type LiveBatch, type LiveEvent } from './live';
export type { NoticeSheet } from './discharge/notice-sheet';
export type { PatientSheet } from './discharge/patient-sheet';
export type { SheetReceiver } from './discharge/sheet-receivers';
export type { Sheets } from './sheets';
export type { SipSheet } from './sip/sip-sheet';
export { Payment } from './payment/payment';
export type { ComparedMunicipality, DayUnder, PaymentComparison } from './payment/compare';
export type { AmountView } from './payment/amounts';
export type * from './payment/payment-view';
export {
  BLOCK_TELLERS,
  Blocks,
  type BlockedUnitView,
  type BlockView,
  type ReleasedView,
} from './protection/blocks';
export { PATIENT_OPERATIONS, type PatientOperation } from './protection/patient-operation-names';
export {
  ProtectedIdentities,
  type ProtectedView,
  type ProtectionContactsView,
} from './protection/protected-identities';
export type { CountyNumberView } from './figures/county-numbers';
export type { CountyNumberFault, CountyNumberFaultAt } from './figures/county-numbers-file';
export { NUMBERED_NAMES } from './figures/numbered-measures';
export type { EnteredRateView, NotEntered } from './payment/rates';
export { openService, type ServiceOptions } from './open-service';
export { look, lookedAt } from './looked-at';
export { IN_USE, WorkflowRegistry, type RegisteredWorkflow } from './registry';
export { Reminders } from './reminders';
export { rungAt } from './rungs';
export { SeedingFault, type Life } from './life';
export type { LifeStep } from './life-step';
export { RolesDoNotFit } from './roles-do-not-fit';
export { Seeder, type NothingToSeed, type SeedingRun } from './seeding';
export type { StaffChange } from './staffing/changes';
export { scopesOf } from './staffing/scopes';
export { CoverAdministration } from './staffing/cover-administration';
export { Overview } from './overview/overview';
export type { OverviewView } from './overview/overview-view';
export type { CapacityAdviceView } from './forecast/capacity-advice';
export { Forecast } from './forecast/forecast';
export type { ForecastView } from './forecast/forecast-view';
export type { CoverView } from './staffing/cover-views';
export { StaffAdministration } from './staffing/staff-administration';
export { MachineClients } from './staffing/machine-clients';
export type * from './staffing/machine-views';
export type { ControllerReview } from './staffing/review';
export type * from './staffing/views';
export type { AssignmentWish, StaffWish, TermWish } from './staffing/wishes';
export { StartReports, type LinkReport } from './start-reports';
export type { Service } from './service';
export type { ServiceHealth } from './service-health';
export type { BasisSource, MonthBasis, MonthRow } from './settlement/basis-source';
export type * from './settlement/settlement-view';
export { Settlements } from './settlement/settlements';
export { PlanDrafts, TURN_STEPS } from './sip/plan-drafts';
export type { DraftWriterView, PlanDraftView } from './sip/plan-draft-view';
export { planDraftWords, type PlanDraftWords } from './sip/plan-draft-words';
export { Figures, type AskedFigures, type FigureView, type FiguresView } from './figures/figures';
export type { FigureValue } from './figures/values';
export { COUNTED_CAUSES, SEARCHED_CAUSES, type CausesView } from './figures/causes';
export { FigureCases, SEARCHED_MEASURES, type FigureCasesView } from './figures/behind';
export { NO_BETWEEN, NO_ROLLING } from './figures/courses';
export { MEASURE_NAMES } from './figures/measures';
export { PLACE_LEVELS } from './figures/places';
export { Packs, type JointGroupView, type PackView } from './pack/packs';
export type { PackCause, PackFigure } from './pack/pack-content';
export { SipFigures, type SipFiguresView } from './sip/sip-figures';
export type { StrayCases } from './strays';
export type { NotClosed } from './unit-closing';
export type { CasePlan } from './version-plan';
export type { CaseFault, Verification, VerifiedCases } from './verification';
export type { MovedCases, Versions } from './versions';
export { TablesDoNotFit } from './tables-do-not-fit';
export { Incidents } from './incidents';
export type { PageRequest } from './paging';
export { commandRows, type CommandRow } from './permissions/command-rows';
export { Permissions, type MayView } from './permissions/permissions';
export { ExperienceResults, type ExperienceView } from './experience/experience-results';
export {
  Experiences,
  KINDS_OF_CASES,
  type AskedExperience,
  type GivenAnswers,
  type InvitationView,
  type QuestionnaireView,
  type TakenExperience,
} from './experience/experiences';
export { EXPERIENCE_KINDS } from './experience/questionnaires';
export { SavedViews, type SavedViewView } from './saved-views/saved-views';
export { Views } from './views';
export { WebhookAdministration, type DeadWebhooks } from './webhooks/webhook-administration';
export { WebhookSending } from './webhooks/webhook-sending';
export type * from './webhooks/webhook-views';
export { Deliveries } from './notices/deliveries';
export { MyNotices } from './notices/my-notices';
export type * from './notices/notice-views';
export { SmsStatuses } from './notices/sms-statuses';
export { dutyTitles } from './duty-titles';
