import {
  defineCommand,
  idField,
  instantField,
  type CommandRequest,
  type RefuseRule,
} from '@hemgang/engine';
import { z } from 'zod';
import { EXECUTOR_KINDS, isArrival, type HandoverContext } from '../context';
import { MUNICIPAL, OPEN_CARE, to } from './receivers';

type Refusal<Payload> = RefuseRule<HandoverContext, Payload>;

/** A unit that carries out such help for the huvudman of the unit that gives it the assignment. */
function canExecute({ given, actor }: CommandRequest, executor: string): boolean {
  const units = given['units'] as Readonly<Record<string, string>> | undefined;
  const huvudman = given['huvudman'] as Readonly<Record<string, string>> | undefined;
  const giver = 'unit' in actor ? actor.unit : '';
  return (
    EXECUTOR_KINDS.some((kind) => kind === units?.[executor]) &&
    huvudman?.[executor] === huvudman?.[giver]
  );
}

/** Which units are looked up for a command that may name an executor. */
const executorLookups = {
  units: ({ executor }: { readonly executor?: string | undefined }) =>
    executor === undefined ? [] : [executor],
  huvudman: ({ executor }: { readonly executor?: string | undefined }) =>
    executor === undefined ? [] : [executor],
  patient: true as const,
};

const unfitExecutor: Refusal<{ readonly executor?: string | undefined }> = {
  when: (_context, request) =>
    request?.payload.executor !== undefined && !canExecute(request, request.payload.executor),
  why: {
    sv: 'Enheten är ingen utförare i er kommun.',
    en: 'The unit is no executor in your municipality.',
  },
  rule: 'avtal utforare',
};

const startInThePast: Refusal<{ readonly startAt: string }> = {
  when: (_context, request) => request !== null && request.payload.startAt < request.occurredAt,
  why: {
    sv: 'Det första besöket kan inte planeras till en tid som har passerat.',
    en: 'The first visit cannot be planned for a time that has passed.',
  },
  rule: 'avtal overtagande',
};

const received: Refusal<unknown> = {
  when: ({ destination }) => isArrival(destination),
  why: {
    sv: 'Patienten ska till ett boende. Där räknas ankomsten, inte ett första besök.',
    en: 'The patient goes to a home with staff. The arrival counts there, not a first visit.',
  },
  rule: 'avtal destination',
};

const planStartPayload = z.strictObject({ startAt: instantField, executor: idField.optional() });

const planStart = defineCommand<HandoverContext, z.output<typeof planStartPayload>>({
  name: 'plan-start',
  to,
  payload: planStartPayload,
  content: [],
  lookups: executorLookups,
  roles: MUNICIPAL,
  label: { sv: 'Planera första besöket', en: 'Plan the first visit' },
  consequence: {
    sv: 'Avdelningen ser tiden. Utföraren får uppdraget med patientens namn och adress. Bekräftelsen att hjälpen har börjat väntas efter tiden.',
    en: 'The ward sees the time. The executor gets the assignment with name and address. The confirmation that help has started is expected after the time.',
  },
  possibleWhen: {
    sv: 'Kan göras av kommunen tills ett besök är planerat och patienten har åkt. Därefter rapporteras en ny tid.',
    en: 'Possible for the municipality until a visit is planned and the patient has left. After that a new time is reported.',
  },
  rule: 'avtal overtagande',
  refuse: [received, startInThePast, unfitExecutor],
  makulera: 'returns',
  example: { startAt: '2026-03-06T16:00:00.000Z', executor: 'umea-hemtjanst-norr' },
});

const assignExecutor = defineCommand<HandoverContext, { executor: string }>({
  name: 'assign-executor',
  to,
  payload: z.strictObject({ executor: idField }),
  content: [],
  lookups: executorLookups,
  roles: MUNICIPAL,
  label: { sv: 'Ge uppdraget till en utförare', en: 'Give the assignment to an executor' },
  consequence: {
    sv: 'Utföraren får patientens namn och adress och ska bekräfta att hjälpen har börjat. En tidigare utförare får veta att uppdraget är avslutat.',
    en: 'The executor gets name and address and must confirm that the help has started. A former executor learns that its assignment has ended.',
  },
  possibleWhen: {
    sv: 'Kan göras av kommunen tills hjälpen har börjat.',
    en: 'Possible for the municipality until the help has started.',
  },
  rule: 'avtal utforare',
  refuse: [unfitExecutor],
  makulera: 'returns',
  example: { executor: 'umea-hemtjanst-norr' },
});

const contactInThePast: Refusal<{ readonly contactAt: string }> = {
  when: (_context, request) => request !== null && request.payload.contactAt < request.occurredAt,
  why: {
    sv: 'Kontakten kan inte bokas till en tid som har passerat.',
    en: 'The contact cannot be booked for a time that has passed.',
  },
  rule: 'avtal kontakt',
};

const bookContact = defineCommand<HandoverContext, { contactAt: string }>({
  name: 'book-contact',
  to,
  payload: z.strictObject({ contactAt: instantField }),
  content: [],
  roles: OPEN_CARE,
  label: { sv: 'Boka kontakt med patienten', en: 'Book a contact with the patient' },
  consequence: {
    sv: 'Avdelningen ser tiden. På dagen får ni frågan om kontakten blev av.',
    en: 'The ward sees the time. On the day you are asked whether the contact took place.',
  },
  possibleWhen: {
    sv: 'Kan göras av den öppna vården tills en kontakt är bokad och patienten har åkt. Därefter rapporteras en ny tid.',
    en: 'Possible for open care until a contact is booked and the patient has left. After that a new time is reported.',
  },
  rule: 'avtal kontakt',
  refuse: [contactInThePast],
  makulera: 'returns',
  example: { contactAt: '2026-03-09T09:30:00.000Z' },
});

/** When the help begins and who gives it. */
export const startCommands = [planStart, assignExecutor, bookContact];
