import {
  defineCommand,
  eventField,
  freeText,
  idField,
  instantField,
  type CommandDeclaration,
  type RefuseRule,
} from '@hemgang/engine';
import { z } from 'zod';
import { CALL_ANSWERS } from '../context';
import { SIP_ROLES } from '../roles';
import type { ParticipantContext } from './context';
import { PARTICIPANT } from './kind';

const to = PARTICIPANT;
const address = PARTICIPANT;

const answerPayload = z
  .strictObject({
    participant: idField,
    answer: z.enum(CALL_ANSWERS),
    /** When it could, for `new-time`. */
    proposedAt: instantField.optional(),
    /** Which of the proposed times suit, for `attends`. */
    suits: z
      .array(instantField)
      .min(1)
      .refine((times) => new Set(times).size === times.length, { error: 'a time twice' })
      .optional(),
    comment: freeText.optional(),
  })
  .refine(({ answer, proposedAt }) => proposedAt === undefined || answer === 'new-time', {
    error: 'a time is proposed with "new-time" only',
  })
  .refine(({ answer, suits }) => suits === undefined || answer === 'attends', {
    error: 'a time suits with "attends" only',
  });

type AnswerCall = z.output<typeof answerPayload>;

const timeNotProposed: RefuseRule<ParticipantContext, AnswerCall> = {
  when: ({ proposed = [] }, request) =>
    request?.payload.suits?.some((at) => !proposed.includes(at)) ?? false,
  why: {
    sv: 'En av tiderna är inte bland dem som är föreslagna nu. Se vilka som är det.',
    en: 'One of the times is not among those that are proposed now. See which ones are.',
  },
  rule: 'avtal sip-svar',
};

const suitsUnsaid: RefuseRule<ParticipantContext, AnswerCall> = {
  when: ({ proposed }, request) =>
    proposed !== undefined &&
    request?.payload.answer === 'attends' &&
    request.payload.suits === undefined,
  why: {
    sv: 'Säg vilka av de föreslagna tiderna som passar, eller att ni behöver en ny tid.',
    en: 'Say which of the proposed times suit, or that you need a new time.',
  },
  rule: 'avtal sip-svar',
};

const answerCall = defineCommand<ParticipantContext, AnswerCall>({
  name: 'answer-call',
  to,
  address,
  payload: answerPayload,
  content: ['comment'],
  roles: SIP_ROLES,
  label: { sv: 'Svara på kallelsen', en: 'Answer the call' },
  consequence: {
    sv: 'Den som har kallat får veta om ni deltar, vilka föreslagna tider som passar, om ni inte deltar eller behöver en ny tid. Svaret kan ändras.',
    en: 'Whoever called learns whether you take part, which proposed times suit, or that you do not, or need a new time. It may be changed.',
  },
  possibleWhen: {
    sv: 'Görs av en enhet som är kallad.',
    en: 'Done by a unit that has been called.',
  },
  rule: 'avtal sip-svar',
  refuse: [timeNotProposed, suitsUnsaid],
  makulera: 'returns',
  example: { participant: 'p4-1', answer: 'attends' },
});

const approvePayload = z.strictObject({
  participant: idField,
  /** The version: the number of the event that wrote it. */
  version: eventField,
  reserved: z.boolean().optional(),
  reservation: freeText.optional(),
});

type Approve = z.output<typeof approvePayload>;

const notThisVersion: RefuseRule<ParticipantContext, Approve> = {
  when: ({ plan }, request) => request !== null && request.payload.version !== plan?.version,
  why: {
    sv: 'Det finns en nyare version av planen. Läs den först.',
    en: 'There is a newer version of the plan. Read it first.',
  },
  rule: 'avtal sip-justering',
};

const reservationUnsaid: RefuseRule<ParticipantContext, Approve> = {
  when: (_context, request) =>
    request !== null &&
    (request.payload.reserved === true) !== (request.payload.reservation !== undefined),
  why: {
    sv: 'Skriv vad reservationen gäller, eller justera utan reservation.',
    en: 'Write what the reservation is about, or approve without one.',
  },
  rule: 'avtal sip-justering',
};

const approvePlan = defineCommand<ParticipantContext, Approve>({
  name: 'approve-plan',
  byPerson: true,
  to,
  address,
  payload: approvePayload,
  content: ['reservation'],
  roles: SIP_ROLES,
  label: { sv: 'Justera planen', en: 'Approve the plan' },
  consequence: {
    sv: 'Det står i planen att ni står bakom den, eller vad ni reserverar er mot.',
    en: 'The plan says that you stand behind it, or what your reservation is.',
  },
  possibleWhen: {
    sv: 'Kan göras när det finns en version av planen.',
    en: 'Possible when there is a version of the plan.',
  },
  rule: 'avtal sip-justering',
  refuse: [notThisVersion, reservationUnsaid],
  makulera: 'returns',
  example: { participant: 'p4-1', version: 9 },
});

/** What a called unit can do. */
export const participantCommands: readonly CommandDeclaration[] = [answerCall, approvePlan];
