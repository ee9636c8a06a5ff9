import {
  planDraftWords,
  type DraftWriterView,
  type FollowUpView,
  type GivenConsentView,
  type MeasureReportView,
  type NamedContactView,
  type PatientkontraktView,
  type PlanChangeView,
  type PlanContentView,
  type PlanDraftView,
  type PlanVersionView,
  type SipChildView,
  type SipConsentView,
  type SipMeetingView,
  type SipParticipantView,
  type SipProposedView,
  type SipSummaryView,
  type SipView,
  type StayToLinkView,
} from '@hemgang/cases';
import { z } from 'zod';
import { instant, localDate, sequence, unit } from './basic-schemas';
import { caseSummary, caseView } from './view-schemas';

/* What a SIP shows beside what every case does. Words are null where you were not told them. */

const told = z.string().nullable();
const huvudman = z.strictObject({ id: z.string(), name: z.string() });

export const givenConsent = z.strictObject({
  event: sequence,
  at: instant,
  givenBy: z.string().describe('person, guardian, child-and-guardian or representative.'),
  way: z.string().describe('spoken, written or digital.'),
  scope: told.describe('What may be told to whom.'),
  notCovering: told.describe('What it does not cover.'),
  until: localDate.nullable().describe('The last day on which it holds; null: until withdrawn.'),
  endedAt: instant.nullable().describe('When it was withdrawn or another came in its place.'),
}) satisfies z.ZodType<GivenConsentView>;

const consent = z.strictObject({
  word: z
    .string()
    .describe('toOffer, offered, consented, clarified, withdrawn, declined, refused or ended.'),
  text: z.string(),
  offeredAt: instant.nullable(),
  given: z.array(givenConsent),
  attitude: z
    .strictObject({
      event: sequence,
      at: instant,
      attitude: told,
      representative: told.describe('none, god-man, forvaltare or fullmakt.'),
      representativeName: told,
    })
    .nullable()
    .describe('How a person who cannot consent stands to it.'),
}) satisfies z.ZodType<SipConsentView>;

export const participant = z.strictObject({
  id: z.string(),
  unit,
  word: z.string(),
  text: z.string(),
  calledBy: unit,
  answer: z.string().nullable().describe('attends, does-not-attend or new-time.'),
  proposedAt: instant.nullable(),
  comment: told,
}) satisfies z.ZodType<SipParticipantView>;

export const proposedTimes = z.strictObject({
  way: z.string().describe('home, video, phone, hospital or other-place.'),
  times: z.array(
    z.strictObject({
      at: instant,
      can: z.array(unit),
      cannot: z.array(unit),
      unanswered: z.array(unit),
    }),
  ),
}) satisfies z.ZodType<SipProposedView>;

export const meeting = z.strictObject({
  at: instant,
  way: z.string().describe('home, video, phone, hospital or other-place.'),
  place: told,
  word: z.string().describe('booked, moved, cancelled or held.'),
  attended: told,
}) satisfies z.ZodType<SipMeetingView>;

const planContent = z.strictObject({
  matters: z.string().describe('What matters to the person.'),
  goals: z.array(z.string()),
  needs: z.array(z.string()),
  measures: z.array(
    z.strictObject({
      id: z.string().describe('Its name within the plan.'),
      what: z.string(),
      goal: z.int().min(1).nullable().describe('The place of its goal in `goals`; the first is 1.'),
      huvudman,
      unit,
      person: z.string().nullable(),
      by: localDate.nullable(),
      status: z.string().describe('planned, ongoing, done or not-done.'),
    }),
  ),
  ownActions: z.array(z.string()),
  measuresByOthers: z.array(z.string()),
  crisisPlan: z.string().nullable(),
  contacts: z.array(
    z.strictObject({ name: z.string(), role: z.string(), phone: z.string().nullable() }),
  ),
  followUpOn: localDate.nullable().describe('Spoken of; it holds when the plan is established.'),
  nextMeeting: z.string().nullable(),
}) satisfies z.ZodType<PlanContentView>;

export const planChange = z.strictObject({
  field: z.string().describe('`goals`, `measures.status` …'),
  item: z.string().nullable().describe('The measure or contact.'),
  before: z.string().nullable().describe('Null: it was not there.'),
  after: z.string().nullable().describe('Null: it is not there any more.'),
}) satisfies z.ZodType<PlanChangeView>;

export const planVersion = z.strictObject({
  version: sequence.describe('The event that wrote it.'),
  at: instant,
  by: unit.nullable(),
  form: z.string().describe('sip, or samordnad-vardplan of open compulsory care.'),
  responsible: unit.describe('The unit of the huvudman with the overall responsibility.'),
  establishedAt: instant.nullable().describe('Null for a draft.'),
  approvals: z.array(
    z.strictObject({ unit, at: instant, reserved: z.boolean(), reservation: told }),
  ),
  content: planContent.nullable().describe('Null where your authority has no copy.'),
  changes: z.array(planChange).describe('What differs from the version before.'),
}) satisfies z.ZodType<PlanVersionView>;

const report = z.strictObject({
  event: sequence,
  at: instant,
  unit: unit.nullable(),
  measure: told,
  status: told,
  comment: told,
}) satisfies z.ZodType<MeasureReportView>;

const followUp = z.strictObject({
  event: sequence,
  at: instant,
  result: z.string().describe('still-valid, to-be-changed or goals-met.'),
  notes: told,
  followUpOn: localDate.nullable(),
}) satisfies z.ZodType<FollowUpView>;

export const namedContact = z.strictObject({
  kind: z.string().describe('vardkontakt, lakarkontakt or omsorgskontakt.'),
  name: told,
  phone: told,
  unit: unit.nullable(),
  from: localDate,
  until: localDate.nullable().describe('Null: it holds.'),
}) satisfies z.ZodType<NamedContactView>;

const child = z.strictObject({
  guardians: z.array(z.string()),
  custody: told,
  heard: z.boolean().nullable(),
  said: told,
  decisions: z.array(
    z.strictObject({
      event: sequence,
      measure: told,
      consentedBy: told.describe('guardian, child-from-12 or child-from-15.'),
      isPlacement: z.boolean(),
    }),
  ),
}) satisfies z.ZodType<SipChildView>;

const patientkontrakt = z.strictObject({
  agreement: z
    .strictObject({ matters: z.string(), goals: z.array(z.string()) })
    .nullable()
    .describe('Överenskommelse.'),
  contact: namedContact.nullable().describe('Fast vårdkontakt.'),
  meetingAt: instant.nullable().describe('Överenskommen tid: the meeting.'),
  followUpOn: localDate.nullable().describe('Överenskommen tid: the follow-up.'),
  plan: sequence.nullable().describe('Sammanhållen plan: the version that holds.'),
}) satisfies z.ZodType<PatientkontraktView>;

const draftWriter = z.strictObject({
  person: z.strictObject({ id: z.string(), name: z.string() }),
  unit,
}) satisfies z.ZodType<DraftWriterView>;

export const planDraft = z.strictObject({
  version: z.int().min(0).describe('For `If-Match` of the next save; 0: there is no draft.'),
  words: planDraftWords.nullable(),
  savedBy: draftWriter.nullable(),
  savedAt: instant.nullable(),
  turn: draftWriter
    .extend({
      until: instant.describe('It lapses then, unless she saves.'),
      isMine: z.boolean(),
    })
    .nullable()
    .describe('Whose turn it is to write; null: nobody has it.'),
  mayWrite: z.boolean(),
}) satisfies z.ZodType<PlanDraftView>;

export const stayToLink = z.strictObject({
  case: z.string(),
  ward: unit,
  openedAt: instant,
  endedAt: instant.nullable().describe('Null: the person is still in hospital.'),
}) satisfies z.ZodType<StayToLinkView>;

export const sipSummary = caseSummary.extend({
  unit: unit.describe('Who answers for it.'),
}) satisfies z.ZodType<SipSummaryView>;

export const sipView = caseView.extend({
  sip: z.strictObject({
    unit: unit.describe('Who answers for it.'),
    stay: z
      .strictObject({
        case: z.string(),
        noticeAt: instant.nullable(),
        caller: unit.nullable().describe('The unit of the fast vårdkontakt that calls.'),
      })
      .nullable()
      .describe('The stay that it belongs to now.'),
    need: told,
    units: z.array(z.strictObject({ unit, huvudman })).describe('Every unit that takes part.'),
    consent,
    calledAt: instant.nullable(),
    participants: z.array(participant),
    proposed: proposedTimes
      .nullable()
      .describe(
        'Times that the called units choose from; null: none, or a meeting has ended them.',
      ),
    invited: z.array(z.strictObject({ event: sequence, who: told, as: told, contact: told })),
    meetings: z.array(meeting),
    plan: z.array(planVersion).describe('The first version first.'),
    reports: z.array(report).describe('What was told of measures.'),
    followUps: z.array(followUp),
    followUpOn: localDate.nullable(),
    contacts: z.array(namedContact),
    child,
    patientkontrakt,
  }),
}) satisfies z.ZodType<SipView>;
