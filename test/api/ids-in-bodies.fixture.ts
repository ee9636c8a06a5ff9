import type { County } from '@hemgang/testing';
import { freeText, lineText } from '@hemgang/engine';
import { apiDocument } from '../../apps/api/openapi/document';

/**
 * Fields of bodies that name somebody's thing beyond the case of the address. Each is tried with the
 * thing of another and with one that does not exist.
 */
export const NAMES_WHAT_IS_SOMEBODYS = [
  'dischargeTake.duty',
  ...['dischargeSendMessage.attachments', 'sipSendMessage.attachments'],
  ...['addStaff.unit', 'assign.unit', 'registerMachineClient.unit'],
  ...['appointStandingContact.staff', 'nameProtectionContacts.staff'],
  'dischargeAppointFastVardkontakt.staff',
  ...['blockEntries.caseId', 'endBlock.caseId', 'listBlockedUnits.caseId', 'releaseBlocks.caseId'],
  ...['objectToDisclosure.caseId', 'endObjection.caseId'],
  ...['setProtection.caseId', 'nameProtectionContacts.caseId', 'handleOutside.caseId'],
  'releaseBlocks.blocks',
  'confirmAssignments.assignments',
  ...['addWatch.staff', 'changeWatch.staff', 'handOverWatch.to', 'addAbsence.staff'],
  'dischargeHandOn.to',
  'extractPatientLog.number',
  ...['handOverPatients.from', 'handOverPatients.to'],
  'openInEmergency.number',
  ...['sipStartSip.stay', 'sipLinkStay.stay', 'avvikelseReportAvvikelse.about'],
  'switchAssignment.assignment',
  // What their commands name, on the way of their commands.
  ...['duty', 'attachments', 'to', 'staff'].map((field) => `previewDischargeCommand.${field}`),
  ...['stay', 'attachments'].map((field) => `previewSipCommand.${field}`),
];

/** Parts of the case that the address names: to whoever may not see it there is no such case. */
const OF_ITS_CASE = [
  ...['atagande', 'contact', 'dispute', 'duty', 'event', 'handover', 'measure', 'message'],
  ...['messages', 're'],
  ...[
    'participant',
    'receiver',
    'replaces',
    'responsible',
    'returned',
    'row',
    'setting',
    'transfer',
  ],
  ...['version', 'id'],
];

/** Units and authorities of the public directory, and what other directories call things. */
const PUBLIC = [
  ...['code', 'commission', 'employee', 'executor', 'huvudman', 'listedAt', 'municipality'],
  ...['placedBy', 'receivers', 'unit', 'units', 'scopes', 'user', 'avvikelseReportAvvikelse.to'],
  ...['dischargeSendMessage.to', 'sipSendMessage.to', 'savePlanDraft.presentUnits'],
  ...['freezePack.place', 'agreeMeasure.place', 'agreeMeasure.owner', 'followUpMeasure.place'],
  ...['saveView.plats', 'changeSavedView.plats'],
  ...['saveView.och', 'changeSavedView.och'],
];

/** One command with one declaration, which every type has: tried in a stay. */
const IN_EVERY_TYPE = [
  ...['sipHandOn.to', 'settlementHandOn.to', 'avvikelseHandOn.to'],
  ...['previewSipCommand.to', 'previewSettlementCommand.to', 'previewAvvikelseCommand.to'],
];

const ofDraft = (field: string) => `savePlanDraft.${field}`;

/** Counts, keys, telephones, times, what an invoice is called, and where a search goes on. */
const NO_ID = [
  // The place of a goal in its own plan, from 1.
  'goal',
  ...['cursor', 'kid', 'limit', 'month', 'ms', 'phone', 'secureMail', 'size', 'dueTime'],
  ...['publicKey', 'salt', 'iterations'],
  // Where a system listens, and which of what its own endpoint was not told.
  ...['registerWebhook.url', 'redeliverWebhooks.ids'],
  // Where she herself is told and when; another controller's sendings are left alone and unknown.
  ...['setNoticeWishes.mail', 'setNoticeWishes.digestHours', 'redeliver.ids'],
  ...['setNoticeWishes.quietFrom', 'setNoticeWishes.quietUntil'],
  ...['setUnitHours.from', 'setUnitHours.to', 'setCapacity.week', 'setCapacity.places'],
  ...['searchStaff.name', 'reportStartByLink.startAt'],
  // A code that is the right itself, and what was said from 0 to 5.
  ...['enterExperience.secret', 'enterExperience.answers', 'answerExperience.'],
  // Words of a draft, which may be empty.
  'followUpMeasure.note',
  ...['matters', 'goals', 'needs', 'what', 'person', 'ownActions', 'measuresByOthers'].map(ofDraft),
  ...['crisisPlan', 'name', 'role', 'nextMeeting', 'presentOthers'].map(ofDraft),
  ...['settlementNoteInvoice.number', 'settlementNoteCredit.number'],
  'previewSettlementCommand.number',
];

/** Says who a patient is whom the command itself makes known. */
const TELLS_WHO = /^(discharge\w+|sip\w+|preview(Discharge|Sip)Command)\.number$/;

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
}

/** `operation.field` of every field of a body that could hold an id: no words, time or choice. */
export function fieldsThatCouldName({ service }: County): readonly string[] {
  const document = apiDocument(service.registry.workflows, 'demo') as unknown as Document;
  const found = new Set<string>();
  const walk = (given: Schema, operation: string, name: string): void => {
    const schema = given.$ref === undefined ? given : named(document, given.$ref);
    const { anyOf = [], oneOf = [], allOf = [], items, properties = {} } = schema;
    for (const each of [...anyOf, ...oneOf, ...allOf]) walk(each, operation, name);
    if (items !== undefined) walk(items, operation, name);
    for (const [field, each] of Object.entries(properties)) walk(each, operation, field);
    if (couldName(schema)) found.add(`${operation}.${name}`);
  };
  for (const operations of Object.values(document.paths)) {
    for (const { operationId, requestBody } of Object.values(operations)) {
      const schema = requestBody?.content['application/json']?.schema;
      if (schema !== undefined) walk(schema, operationId, '');
    }
  }
  return [...found];
}

/** Of these, what nobody has said yet whose it is. */
export function unjudged(fields: readonly string[]): readonly string[] {
  const judged = [NAMES_WHAT_IS_SOMEBODYS, IN_EVERY_TYPE, OF_ITS_CASE, PUBLIC, NO_ID].flat();
  return fields.filter((each) => {
    const field = each.split('.')[1] ?? '';
    return !judged.includes(each) && !judged.includes(field) && !TELLS_WHO.test(each);
  });
}

function named({ components }: Document, ref: string): Schema {
  return components.schemas[ref.split('/').at(-1) ?? ''] ?? {};
}

const WORDS = [lineText, freeText].map(({ def }) =>
  def.checks?.map(({ _zod }) => (_zod.def as { pattern?: RegExp }).pattern?.source).find(Boolean),
);

function couldName({ type, format, pattern, enum: choice, const: only }: Schema): boolean {
  if (type === 'integer' || type === 'number') return true;
  if (type !== 'string' || choice !== undefined || only !== undefined) return false;
  return !(format?.startsWith('date') ?? false) && !WORDS.includes(pattern);
}
