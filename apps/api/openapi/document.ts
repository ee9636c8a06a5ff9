import type { RegisteredWorkflow } from '@hemgang/cases';
import { z } from 'zod';
import { pageQuery } from '../edge/query';
import { SESSION_COOKIE } from '../edge/session-cookie';
import { accountPaths, demoPaths } from './account-paths';
import * as accounts from './account-schemas';
import { attachment } from './attachment-paths';
import { auditPaths } from './audit-paths';
import { sealCheckpoint, sealKey } from './audit-schemas';
import { bodyName, casePaths, commandsOf } from './case-paths';
import { previewedBody } from './preview-paths';
import { caseSchemasAt, summaryName, viewName } from './case-schemas';
import { commandSchema } from './command-schema';
import { answerSchemas, inputSchema, ref, type JsonSchema } from './json-schema';
import type { Paths } from './operation';
import { machineClient, machineToken } from './machine-schemas';
import { machinePaths } from './machine-paths';
import { message } from './message-schemas';
import { noticePaths } from './notice-paths';
import * as notices from './notice-schemas';
import { organisationPaths } from './organisation-paths';
import * as organisation from './organisation-schemas';
import { logPaths } from './log-paths';
import { logReview, logReviewLine, patientExtract } from './log-schemas';
import { operationPaths } from './operation-paths';
import { overview, overviewPaths } from './overview-paths';
import { protectionPaths } from './protection-paths';
import { savedView, savedViewPaths } from './saved-view-paths';
import * as protection from './protection-schemas';
import { boardLine } from './board-schemas';
import { historyPaths } from './history-paths';
import { pastDischarge, pastSip } from './history-schemas';
import { paymentPaths } from './payment-paths';
import { preview } from './preview-paths';
import { receiversPaths } from './receivers-paths';
import { receivers } from './receivers-schemas';
import { payment } from './payment-schemas';
import { problemResponses, problemSchema } from './problem-schemas';
import { signInPaths } from './sign-in-paths';
import { coverPaths } from './cover-paths';
import { cover } from './cover-schemas';
import { forecastPaths } from './forecast-paths';
import { forecast } from './forecast-schemas';
import { staffPaths } from './staff-paths';
import * as staff from './staff-schemas';
import { startPaths } from './start-paths';
import { event } from './event-schemas';
import { experiencePaths, experienceSchemas } from './experience-paths';
import { figurePaths } from './figure-paths';
import { figureCases, figures, sipFigures } from './figures-schemas';
import { packPaths } from './pack-paths';
import { jointGroup, pack } from './pack-schemas';
import { incident, incidentSummary } from './incident-schemas';
import * as basic from './basic-schemas';
import * as views from './view-schemas';
import { webhookPaths } from './webhook-paths';
import * as webhooks from './webhook-schemas';

/** Version of the contract, not of the program: it changes with the `v1` in the addresses. */
const CONTRACT_VERSION = '1.0.0';

/** The description of the API as OpenAPI 3.1 has it. */
export interface ApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly paths: Paths;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
  } & Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Describes the API from the declarations of its commands and the schemas of its views. Nothing in
 * it is written twice, so it cannot say what the code does not do.
 */
export function apiDocument(
  workflows: readonly RegisteredWorkflow[],
  mode: 'demo' | 'production',
): ApiDocument {
  const casesPaths = workflows.map(casePaths);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hemgång',
      version: CONTRACT_VERSION,
      description:
        'Brings a patient safely home from hospital. Commands need an `Idempotency-Key`; ' +
        'problems are RFC 9457; texts come in the language of `Accept-Language` (sv, en).',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { cookie: [] }],
    paths: Object.assign(
      {},
      ...casesPaths,
      historyPaths,
      paymentPaths,
      receiversPaths,
      accountPaths,
      signInPaths,
      organisationPaths,
      staffPaths,
      coverPaths,
      forecastPaths,
      overviewPaths,
      figurePaths,
      packPaths,
      machinePaths,
      webhookPaths,
      protectionPaths,
      auditPaths,
      logPaths,
      mode === 'demo' ? demoPaths : {},
      startPaths,
      experiencePaths,
      noticePaths,
      savedViewPaths,
      operationPaths,
    ) as Paths,
    components: {
      schemas: { ...bodySchemas(workflows), ...viewSchemas(workflows), Problem: problemSchema },
      responses: problemResponses(),
      parameters,
      headers,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description:
            'For the web app. What changes something must come from a page of our own: ' +
            '`Sec-Fetch-Site: same-origin` (or our own `Origin`) and `X-Requested-With: hemgang`.',
        },
      },
    },
  };
}

function bodySchemas(workflows: readonly RegisteredWorkflow[]): Record<string, JsonSchema> {
  return Object.fromEntries(
    workflows.flatMap((workflow): (readonly [string, JsonSchema])[] => [
      ...[workflow.definition.open, ...commandsOf(workflow)].map(
        (command) => [bodyName(workflow, command), commandSchema(workflow, command)] as const,
      ),
      [previewedBody(workflow), bodyOfAny(workflow)],
    ]),
  );
}

/** Of a preview: that of one of the commands of a case. */
function bodyOfAny(workflow: RegisteredWorkflow): JsonSchema {
  return { anyOf: commandsOf(workflow).map((command) => ref(bodyName(workflow, command))) };
}

function viewSchemas(workflows: readonly RegisteredWorkflow[]): Record<string, JsonSchema> {
  const own = Object.fromEntries(
    workflows.flatMap((workflow) => Object.entries(ownSchemas(workflow))),
  );
  return answerSchemas({
    ...own,
    Duty: views.duty,
    DutyLine: views.dutyLine,
    AllowedCommand: views.allowedCommand,
    OtherCommand: views.otherCommand,
    Party: views.party,
    Atagande: views.atagande,
    Entry: views.entry,
    Attachment: attachment,
    Disclosure: views.disclosure,
    Message: message,
    IncidentSummary: incidentSummary,
    Incident: incident,
    Figures: figures,
    FigureCases: figureCases,
    SipFigures: sipFigures,
    JointGroup: jointGroup,
    Pack: pack,
    PastDischarge: pastDischarge.extend({ case: own['DischargeView'] ?? pastDischarge.shape.case }),
    PastSip: pastSip.extend({ case: own['SipView'] ?? pastSip.shape.case }),
    BoardLine: boardLine,
    Payment: payment,
    DischargeReceivers: receivers,
    Preview: preview,
    Patient: views.patient,
    Event: event,
    Notice: views.notice,
    Unread: views.unread,
    SavedView: savedView,
    ...experienceSchemas,
    NoticeWishes: notices.noticeWishes,
    ToldCase: notices.toldCase,
    ToldView: notices.toldView,
    Delivery: notices.delivery,
    DeliveryLine: notices.deliveryLine,
    ...aroundCases,
  });
}

/** What is told of units, staff, programs, protection, the log and accounts. */
const aroundCases: Readonly<Record<string, z.ZodType>> = {
  Instant: basic.instant,
  Unit: basic.unit,
  ReceiverUnit: views.receiverUnit,
  Colleague: organisation.colleague,
  StandingContact: organisation.standingContact,
  HandedOver: organisation.handedOver,
  StaffMember: staff.staffMember,
  StaffChange: staff.staffChange,
  ToConfirm: staff.toConfirm,
  OwnUnit: staff.ownUnit,
  Cover: cover,
  Forecast: forecast,
  Overview: overview,
  MachineClient: machineClient,
  MachineToken: machineToken,
  Webhook: webhooks.webhook,
  DeadWebhook: webhooks.deadWebhook,
  WebhookChanged: webhooks.webhookChanged,
  ProtectedIdentity: protection.protectedIdentity,
  ProtectionContacts: protection.protectionContacts,
  Opened: protection.opened,
  Emergency: protection.emergency,
  Block: protection.block,
  BlockedUnit: protection.blockedUnit,
  Released: protection.released,
  SealCheckpoint: sealCheckpoint,
  SealKey: sealKey,
  LogReview: logReview,
  LogReviewLine: logReviewLine,
  PatientExtract: patientExtract,
  Me: accounts.me,
  Assignment: accounts.assignment,
  Issuer: accounts.issuer,
  SessionLine: accounts.sessionLine,
  DemoUser: accounts.demoUser,
  DemoClock: accounts.demoClock,
  Session: accounts.session,
};

/** A case of the type, its line in a list and the parts of it that have names. */
function ownSchemas(workflow: RegisteredWorkflow): Record<string, z.ZodType> {
  const { view, summary, parts } = caseSchemasAt(workflow.path);
  const state = z.enum(workflow.definition.words);
  return {
    [viewName(workflow)]: view.extend({ state }),
    [summaryName(workflow)]: summary.extend({ state }),
    ...parts,
  };
}

const pageSchemas = inputSchema(pageQuery)['properties'] as { cursor: object; limit: object };

const parameters = {
  CaseId: { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
  Cursor: {
    name: 'cursor',
    in: 'query',
    description: '`next` of the page before.',
    schema: pageSchemas.cursor,
  },
  Limit: {
    name: 'limit',
    in: 'query',
    description: 'Lines per page, 1 to 200; 50 when left out.',
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'A value of your own per command; a repeat with it does nothing a second time.',
    schema: { type: 'string', pattern: '^[\\x20-\\x7e]{1,200}$' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The `ETag` you saw: 412 when somebody else was first.',
    schema: { type: 'string', pattern: '^"[1-9]\\d{0,8}"$' },
  },
};

const headers = {
  ETag: { description: 'The version of the case, in quotes.', schema: { type: 'string' } },
  Location: { description: 'Where what was opened or kept is read.', schema: { type: 'string' } },
  IdempotentReplayed: {
    description: '`true` when the command had been carried out before.',
    schema: { const: 'true' },
  },
};
