import {
  Audit,
  BackChannel,
  LogExport,
  LogFollowUp,
  MachineTokens,
  Sessions,
  SignIn,
} from '@hemgang/access';
import {
  AnsweredCommands,
  Attachments,
  AvvikelsePatterns,
  Blocks,
  Contacts,
  Experiences,
  ExperienceResults,
  ExternalUnits,
  Deliveries,
  DemoSignIn,
  Emergencies,
  Incidents,
  Live,
  MachineClients,
  MyNotices,
  Overview,
  Payment,
  Permissions,
  Packs,
  PlanDrafts,
  ProtectedIdentities,
  SavedViews,
  Settlements,
  FigureCases,
  Figures,
  SipFigures,
  SmsStatuses,
  CoverAdministration,
  Forecast,
  StaffAdministration,
  StartReports,
  Views,
  type Service,
  WebhookAdministration,
} from '@hemgang/cases';
import { Metrics } from '@hemgang/observability';
import { Module, type DynamicModule } from '@nestjs/common';
import { AttachmentsController } from './attachments/attachments.controller';
import { AuditController } from './audit/audit.controller';
import { LogController } from './audit/log.controller';
import { CommandsController } from './commands/commands.controller';
import type { EdgeSettings } from './edge/edge-settings';
import type { ApiDocument } from './openapi/document';
import { BlocksController } from './organisation/blocks.controller';
import { ContactsController } from './organisation/contacts.controller';
import { EmergenciesController } from './organisation/emergencies.controller';
import { ExternalUnitsController } from './organisation/external-units.controller';
import { MachineClientsController } from './machines/machine-clients.controller';
import { TokenController } from './machines/token.controller';
import { PacksController } from './pack/packs.controller';
import { PrintedPacksController } from './pack/printed-packs.controller';
import { PdfPrinter } from './pages/pdf-printer';
import { SheetsController } from './pages/sheets.controller';
import { ProtectionController } from './organisation/protection.controller';
import { NoticesController } from './notices/notices.controller';
import { SmsStatusController } from './notices/sms-status.controller';
import { DescriptionController } from './operations/description.controller';
import { DocsController } from './operations/docs.controller';
import { HealthController } from './operations/health.controller';
import { SecurityTextController } from './operations/security-text.controller';
import { AvvikelsePatternsController } from './reads/avvikelse-patterns.controller';
import { CasesController } from './reads/cases.controller';
import { IncidentsController } from './reads/incidents.controller';
import { OverviewController } from './reads/overview.controller';
import { FiguresController } from './reads/figures.controller';
import { SipFiguresController } from './reads/sip-figures.controller';
import { SipMeetingController } from './reads/sip-meeting.controller';
import { SipStaysController } from './reads/sip-stays.controller';
import { PlanDraftController } from './reads/plan-draft.controller';
import { PreviewsController } from './commands/previews.controller';
import { PaymentController } from './reads/payment.controller';
import { HistoryController } from './reads/history.controller';
import { ReceiversController } from './reads/receivers.controller';
import { WorklistController } from './reads/worklist.controller';
import { SavedViewsController } from './saved-views/saved-views.controller';
import { SettlementsController } from './settlement/settlements.controller';
import { DemoController } from './sign-in/demo.controller';
import { MeController } from './sign-in/me.controller';
import { SessionsController } from './sign-in/sessions.controller';
import { SignInController } from './sign-in/sign-in.controller';
import { StaffController } from './staff/staff.controller';
import { AssignmentsController } from './staff/assignments.controller';
import { ExperienceController } from './experience/experience.controller';
import { ExperienceLinkController } from './experience/experience-link.controller';
import { StartController } from './start/start.controller';
import { StreamController } from './stream/stream.controller';
import { Streams } from './stream/streams';
import { DOCUMENT, EDGE, SERVICE, WEB_FILES } from './tokens';
import { WebController } from './web/web.controller';
import { CoverController } from './cover/cover.controller';
import { ForecastController } from './forecast/forecast.controller';
import { WebhooksController } from './webhooks/webhooks.controller';
import type { WebFiles } from './web/web-files';

/** What has been made before Nest. */
export interface ApiParts {
  readonly service: Service;
  readonly metrics: Metrics;
  readonly document: ApiDocument;
  readonly webFiles: WebFiles;
  readonly edge: EdgeSettings;
}

/** What there is in every mode. */
const CONTROLLERS = [
  MeController,
  SignInController,
  SessionsController,
  WorklistController,
  SavedViewsController,
  IncidentsController,
  FiguresController,
  PacksController,
  PrintedPacksController,
  SipFiguresController,
  AvvikelsePatternsController,
  OverviewController,
  AuditController,
  LogController,
  ContactsController,
  ExternalUnitsController,
  StaffController,
  AssignmentsController,
  MachineClientsController,
  TokenController,
  WebhooksController,
  CoverController,
  ForecastController,
  ProtectionController,
  EmergenciesController,
  BlocksController,
  NoticesController,
  SmsStatusController,
  StreamController,
  SettlementsController,
  AttachmentsController,
  CommandsController,
  PreviewsController,
  PaymentController,
  HistoryController,
  ReceiversController,
  SipMeetingController,
  SipStaysController,
  PlanDraftController,
  SheetsController,
  CasesController,
  StartController,
  ExperienceController,
  ExperienceLinkController,
  HealthController,
  DescriptionController,
  DocsController,
  SecurityTextController,
  WebController,
];

/** Every controller of the API, with what they stand on. */
@Module({})
export class ApiModule {
  /** In production the demo's addresses do not exist at all. */
  static of({ service, metrics, document, webFiles, edge }: ApiParts): DynamicModule {
    const { demo } = service;
    return {
      module: ApiModule,
      controllers: [...(demo === null ? [] : [DemoController]), ...CONTROLLERS],
      providers: [
        Streams,
        PdfPrinter,
        { provide: Permissions, useValue: new Permissions(service.registry) },
        { provide: AnsweredCommands, useValue: service.answered },
        { provide: Views, useValue: service.views },
        { provide: SavedViews, useValue: service.views.saved },
        { provide: Attachments, useValue: service.attachments },
        { provide: PlanDrafts, useValue: service.planDrafts },
        { provide: Settlements, useValue: service.settlements },
        { provide: AvvikelsePatterns, useValue: service.avvikelsePatterns },
        { provide: Overview, useValue: service.overview },
        { provide: Incidents, useValue: service.incidents },
        { provide: Figures, useValue: service.counted.places },
        { provide: FigureCases, useValue: service.counted.behind },
        { provide: Packs, useValue: service.counted.packs },
        { provide: SipFigures, useValue: service.counted.sip },
        { provide: Experiences, useValue: service.experience.asking },
        { provide: ExperienceResults, useValue: service.experience.results },
        { provide: Audit, useValue: service.auditing.audit },
        { provide: LogExport, useValue: service.auditing.logExport },
        { provide: LogFollowUp, useValue: service.auditing.logFollowUp },
        { provide: Payment, useValue: service.payment },
        { provide: Contacts, useValue: service.contacts },
        { provide: MachineClients, useValue: service.programs.machineClients },
        { provide: WebhookAdministration, useValue: service.programs.webhooks },
        { provide: MachineTokens, useValue: service.access.machineTokens },
        { provide: StaffAdministration, useValue: service.staffing },
        { provide: CoverAdministration, useValue: service.cover },
        { provide: Forecast, useValue: service.forecast },
        { provide: ExternalUnits, useValue: service.externalUnits },
        { provide: ProtectedIdentities, useValue: service.guards.protection },
        { provide: Emergencies, useValue: service.guards.emergencies },
        { provide: Blocks, useValue: service.guards.blocks },
        { provide: MyNotices, useValue: service.myNotices },
        { provide: Deliveries, useValue: service.deliveries },
        { provide: SmsStatuses, useValue: service.smsStatuses },
        { provide: Sessions, useValue: service.access.sessions },
        { provide: SignIn, useValue: service.access.signIn },
        { provide: BackChannel, useValue: service.access.backChannel },
        { provide: Live, useValue: service.live },
        { provide: StartReports, useValue: service.startReports },
        ...(demo === null ? [] : [{ provide: DemoSignIn, useValue: demo }]),
        { provide: SERVICE, useValue: service },
        { provide: Metrics, useValue: metrics },
        { provide: DOCUMENT, useValue: document },
        { provide: WEB_FILES, useValue: webFiles },
        { provide: EDGE, useValue: edge },
      ],
    };
  }
}
