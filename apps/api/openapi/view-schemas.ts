import {
  PATIENT_OPERATIONS,
  type AllowedCommandView,
  type AtagandeView,
  type CaseSummaryView,
  type CaseView,
  type DisclosureView,
  type DutyLineView,
  type DutyView,
  type EntryView,
  type NoticeView,
  type OtherCommandView,
  type PartyView,
  type PatientView,
  type ProtectionView,
  type ReceiverUnitView,
} from '@hemgang/cases';
import { z } from 'zod';
import { afterwards } from './event-schemas';
import { citation, handoverId, instant, person, sequence, struckBy, unit } from './basic-schemas';

/*
 * What the views look like, in words for the OpenAPI document. The compiler checks that they are
 * the types of libs/cases; a test checks real answers against them, strictly.
 */

const patientName = z.strictObject({ name: z.string() }).nullable();
const words = z
  .string()
  .nullable()
  .describe('The words of a commitment; null when the reader’s controller was not told them.');

export const contactCard = z
  .strictObject({
    organisation: z.string(),
    address: z.string().describe('Postal address on one line.'),
    secureMail: z.string().nullable(),
  })
  .nullable()
  .describe('How a unit without accounts is reached beside its telephone; null for others.');

const reads = z.strictObject({
  by: z.enum(['unit', 'watch', 'manager', 'nobody']),
  watch: z.string().nullable().describe('What the watch is called.'),
  mayDecide: z.boolean().nullable().describe('Whether who reads may decide; null: nobody reads.'),
});

export const receiverUnit = unit.extend({
  kind: z.string(),
  municipality: z
    .string()
    .nullable()
    .describe('SCB code of the one municipality it serves; null when it serves the county.'),
  external: z.boolean().describe('Outside the county: nobody there has an account.'),
  contact: contactCard,
  opening: z
    .strictObject({
      isOpen: z.boolean(),
      until: instant.nullable().describe('When it closes, or opens; null: it is always open.'),
      source: z.enum(['unit', 'county']).describe('county: assumed for its kind.'),
      reads: reads.describe('Who reads now.'),
      then: reads.nullable().describe('Who reads from `until` on.'),
    })
    .nullable()
    .describe('Null for a unit outside the county.'),
}) satisfies z.ZodType<ReceiverUnitView>;

export const duty = z.strictObject({
  id: z.string(),
  key: z.string(),
  rule: citation,
  title: z.string(),
  owner: z.strictObject({ huvudman: z.string(), unit, person }),
  text: words,
  openedAt: instant,
  dueAt: instant.nullable(),
  overdue: z.boolean().describe('Open and past its due time.'),
  closedAt: instant.nullable(),
  outcome: z.string().nullable().describe('fulfilled, withdrawn, waived, lapsed or hindered.'),
  handover: handoverId,
}) satisfies z.ZodType<DutyView>;

export const dutyLine = duty.extend({
  caseId: z.uuid(),
  caseType: z.string(),
  caseVersion: z
    .int()
    .positive()
    .describe('For `If-Match` of a command about what the line shows.'),
  patient: patientName,
  seen: z
    .strictObject({ at: instant, by: person })
    .nullable()
    .describe('When somebody at your unit first saw the case since the duty arose.'),
  openedByYou: z.boolean().describe('Whether you have seen the case as it is now.'),
}) satisfies z.ZodType<DutyLineView>;

export const allowedCommand = z.strictObject({
  name: z.string(),
  label: z.string(),
  consequence: z.string(),
  handover: handoverId,
  target: z
    .record(z.string(), z.string())
    .describe('What the body must say to mean this one, such as `{"handover": "h2-1"}`.'),
  registered: z
    .enum(['required', 'optional', 'no'])
    .describe('Whether the body says with whom, how and when it happened outside.'),
  isWaitedFor: z.boolean().describe('Whether it fulfils an open duty of your unit.'),
}) satisfies z.ZodType<AllowedCommandView>;

export const otherCommand = z.strictObject({
  name: z.string(),
  label: z.string(),
  whyNot: z.string(),
}) satisfies z.ZodType<OtherCommandView>;

export const party = z.strictObject({
  id: z.string().describe('The handover or move; `ward`, or `ward-<unit>` for a former ward.'),
  huvudman: z.string(),
  unit,
  kind: z.string(),
  since: instant,
  seenAt: instant
    .nullable()
    .describe('When anybody at the unit first saw the case, by opening it or by commanding it.'),
  acknowledgedAt: instant.nullable().describe('Null while something is unacknowledged.'),
}) satisfies z.ZodType<PartyView>;

export const entry = z.strictObject({
  seq: sequence,
  entry: z.string(),
  legalBasis: z.string(),
  recordedAt: instant,
  source: sequence
    .nullable()
    .describe('The event whose content was handed on later; null for the event’s own.'),
  body: z.record(z.string(), z.unknown()),
  struckBy,
}) satisfies z.ZodType<EntryView>;

export const disclosure = z.strictObject({
  seq: sequence.describe('The event that handed it out.'),
  entry: z.string(),
  source: sequence.nullable().describe('The event whose content was handed on later.'),
  to: z.strictObject({ id: z.string(), name: z.string() }).describe('The controller.'),
  basis: z.string().nullable().describe('The ground; null: the content stayed.'),
  text: z.string().describe('The ground in words, or why it stayed.'),
  rule: z.string().nullable().describe('The rule that it goes, or stays, by.'),
  assumed: z.boolean().describe('Nobody named the ground: it was taken for granted.'),
  by: z.strictObject({ unit: unit.nullable(), person }).describe('Who decided.'),
  at: instant,
}) satisfies z.ZodType<DisclosureView>;

export const atagande = z.strictObject({
  id: z.string(),
  by: unit.describe('Who took it on, or proposed it.'),
  to: unit.nullable().describe('Whom it was proposed to; null when it was taken on.'),
  owner: unit.describe('Who answers for it now.'),
  text: words,
  dueAt: instant,
  word: z.string(),
  wordText: z.string(),
}) satisfies z.ZodType<AtagandeView>;

export const patient = z.strictObject({
  number: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  municipality: z.string().nullable(),
  registration: z
    .string()
    .nullable()
    .describe('folkbokford, none, lma or eu; null where nobody has told you.'),
}) satisfies z.ZodType<PatientView>;

const protection = z
  .strictObject({
    grade: z.string().describe('marked, protected or fictitious.'),
    text: z.string().describe('The grade in words.'),
    isNamed: z.boolean().describe('Whether you are one of those who see what the grade allows.'),
    isOutside: z.boolean().describe('Handled outside the tool: no words are kept.'),
    contacts: z.array(
      z.strictObject({ controller: z.string(), names: z.array(z.string()), phone: z.string() }),
    ),
  })
  .nullable()
  .describe(
    'That the patient’s identity is protected, and whom to ask; null when it is not.',
  ) satisfies z.ZodType<ProtectionView | null>;

const summary = {
  id: z.uuid(),
  type: z.string(),
  version: sequence,
  state: z.string(),
  stateText: z.string().describe('The state in words.'),
  openedAt: instant,
  endedAt: instant.nullable(),
  closedAt: instant.nullable(),
};

export const caseSummary = z.strictObject({
  ...summary,
  patient: patientName,
}) satisfies z.ZodType<CaseSummaryView>;

export const caseView = z.strictObject({
  ...summary,
  why: z.string().describe('Why it is not finished: what is waited for, or what is still missing.'),
  patient: patient.nullable().describe('Null until disclosed to the reader’s controller.'),
  protection,
  isBlocked: z
    .boolean()
    .describe('Something that another unit of yours wrote is blocked (PDL 4:4).'),
  objectionSince: instant
    .nullable()
    .describe('Since when the patient objects to what your controller discloses.'),
  emergencyUntil: instant
    .nullable()
    .describe('Until when you read it in an emergency opening; null: your unit is a party.'),
  patientOperations: z
    .array(z.enum(PATIENT_OPERATIONS))
    .describe('What you can do about the patient beside the commands: names of operations.'),
  isChild: z.boolean().nullable().describe('Under 18 when it was opened; null: not known.'),
  duties: z.array(duty),
  allowedCommands: z.array(allowedCommand),
  otherCommands: z.array(otherCommand),
  parties: z.array(party),
  entries: z.array(entry),
  afterwards: z
    .array(afterwards)
    .describe('What was told outside before it was registered, by you or to you.'),
}) satisfies z.ZodType<CaseView>;

export const unread = z.strictObject({
  cases: z.int().describe('Of the latest 500 that your unit was told.'),
});

export const notice = z.strictObject({
  id: z.string(),
  caseId: z.uuid(),
  entry: z.string(),
  duty: z.string().nullable(),
  audience: z.string().nullable(),
  createdAt: instant,
  caseType: z.string().nullable().describe('Null when your unit has left the case.'),
  title: z.string().nullable().describe('The duty that it tells of.'),
  trail: z
    .array(
      z.strictObject({
        kind: z.enum(['queued', 'sent', 'delivered', 'opened', 'seen', 'acted', 'failed']),
        at: instant,
        reason: z.string().nullable(),
      }),
    )
    .describe('What left for you, when your unit saw the case since, when it was done.'),
}) satisfies z.ZodType<NoticeView>;
