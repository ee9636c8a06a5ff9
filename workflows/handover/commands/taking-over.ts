import { defineCommand, freeText, instantField, type RefuseRule } from '@hemgang/engine';
import { z } from 'zod';
import { isArrival, START_OUTCOMES, type HandoverContext } from '../context';
import { RECEIVERS, reporters, SENDERS, to } from './receivers';

type Refusal<Payload> = RefuseRule<HandoverContext, Payload>;

/** Somebody rang; absent: the giver's own report. */
const byPhoneFrom = z.enum(['patient', 'relative', 'executor']).optional();

/** What was reported and planned before comes back; a later report stands instead. */
const struckReport = {
  effect: 'moves' as const,
  endedBy: ['take-over', 'register-call', 'report-no-start'],
  keep: ({ report, plannedStart, contactAt }: HandoverContext) =>
    Object.fromEntries(
      Object.entries({ report, plannedStart, contactAt }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
};

const takeOverPayload = z.strictObject({ byPhoneFrom, comment: freeText.optional() });

const takeOver = defineCommand<HandoverContext, z.output<typeof takeOverPayload>>({
  name: 'take-over',
  to,
  payload: takeOverPayload,
  content: ['comment'],
  roles: RECEIVERS,
  by: reporters,
  label: { sv: 'Vi har tagit över', en: 'We have taken over' },
  consequence: {
    sv: 'Hjälpen har kommit igång, patienten är framme eller kontakten har blivit av. När alla mottagare har tagit över avslutas ärendet.',
    en: 'The help has started, the patient has arrived or the contact has taken place. When all receivers have taken over, the case is closed.',
  },
  possibleWhen: {
    sv: 'Kan göras när patienten har lämnat avdelningen.',
    en: 'Possible when the patient has left the ward.',
  },
  rule: 'avtal overtagande',
  refuse: [],
  makulera: struckReport,
  example: { comment: 'Hemtjänsten gjorde första besöket kl. 17.' },
});

const NO_START_OUTCOMES = START_OUTCOMES.filter((outcome) => outcome !== 'started');

const noStartPayload = z
  .strictObject({
    outcome: z.enum(NO_START_OUTCOMES),
    startAt: instantField.optional(),
    byPhoneFrom,
    comment: freeText.optional(),
  })
  .refine(({ outcome, startAt }) => (outcome === 'postponed-agreed') === (startAt !== undefined), {
    error: 'a new time belongs to postponed-agreed',
    path: ['startAt'],
  });

type NoStart = z.output<typeof noStartPayload>;

const nothingToPostpone: Refusal<NoStart> = {
  when: ({ plannedStart, contactAt, destination }, request) =>
    request?.payload.outcome === 'postponed-agreed' &&
    plannedStart === undefined &&
    contactAt === undefined &&
    !isArrival(destination),
  why: {
    sv: 'Det finns ingen planerad tid att skjuta upp. Planera eller boka en tid i stället.',
    en: 'There is no planned time to postpone. Plan or book a time instead.',
  },
  rule: 'avtal overtagande',
};

const newTimeInThePast: Refusal<NoStart> = {
  when: (_context, request) => {
    const startAt = request?.payload.startAt;
    return request !== null && startAt !== undefined && startAt < request.occurredAt;
  },
  why: {
    sv: 'Den nya tiden kan inte redan ha passerat.',
    en: 'The new time cannot have passed already.',
  },
  rule: 'avtal overtagande',
};

const reportNoStart = defineCommand<HandoverContext, NoStart>({
  name: 'report-no-start',
  to,
  payload: noStartPayload,
  content: ['comment'],
  roles: RECEIVERS,
  by: reporters,
  label: { sv: 'Starten blev inte som planerat', en: 'The start was not as planned' },
  consequence: {
    sv: 'Avdelningen och alla hos mottagaren får veta det. Kom ingen till patienten larmas mottagaren, chefen och avdelningen genast. Är patienten inskriven igen eller har avlidit avslutas allt som väntar.',
    en: 'The ward and everybody at the receiver learn of it. If nobody came, the receiver, its manager and the ward are alarmed at once. If the patient is back in hospital or has died, all that waits is ended.',
  },
  possibleWhen: {
    sv: 'Kan göras från att patienten har lämnat avdelningen tills hjälpen har börjat.',
    en: 'Possible from the leaving until the help has started.',
  },
  rule: 'avtal overtagande',
  refuse: [nothingToPostpone, newTimeInThePast],
  makulera: 'returns',
  example: { outcome: 'postponed-agreed', startAt: '2026-03-07T08:00:00.000Z' },
});

const callPayload = z.strictObject({
  calledBy: z.enum(['patient', 'relative']),
  outcome: z.enum(['started', 'nobody-came']),
  comment: freeText.optional(),
});

const registerCall = defineCommand<HandoverContext, z.output<typeof callPayload>>({
  name: 'register-call',
  to,
  payload: callPayload,
  content: ['comment'],
  roles: SENDERS,
  by: ({ sender }) => [sender],
  label: { sv: 'Patienten eller en närstående ringde', en: 'The patient or a relative rang' },
  consequence: {
    sv: 'Mottagaren får veta vad den som ringde sade. Har ingen kommit larmas mottagaren genast.',
    en: 'The receiver learns what the caller said. If nobody has come, the receiver is alarmed at once.',
  },
  possibleWhen: {
    sv: 'Kan göras av avdelningen från att patienten har åkt tills hjälpen har börjat.',
    en: 'Possible for the ward from the leaving until the help has started.',
  },
  rule: 'avtal larm',
  refuse: [],
  makulera: struckReport,
  example: { calledBy: 'relative', outcome: 'nobody-came' },
});

/** From the patient's leaving until help has started. */
export const takingOverCommands = [takeOver, reportNoStart, registerCall];
