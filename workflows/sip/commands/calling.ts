import { defineCommand, freeText, idField, instantField, lineText } from '@hemgang/engine';
import { z } from 'zod';
import { leadersOf, MEETING_WAYS, mayDisclose, type SipContext } from '../context';
import { SIP_ROLES } from '../roles';
import {
  calledAlready,
  consentRunOut,
  noConsent,
  unitOutside,
  unknownUnit,
  type Refusal,
} from './refusals';
import { to } from './sip';

const UNITS_MAX = 20;
/** One time is a meeting; more than these nobody compares. */
const TIMES_MIN = 2;
const TIMES_MAX = 5;

const isOnce = (items: readonly string[]) => new Set(items).size === items.length;

const callPayload = z.strictObject({
  units: z.array(idField).min(1).max(UNITS_MAX).refine(isOnce, { error: 'a unit twice' }),
  /** When and how they meet, if that is known already. */
  meeting: z.strictObject({ at: instantField, way: z.enum(MEETING_WAYS) }).optional(),
  /** Times that the units choose from, while no meeting is booked. */
  proposed: z
    .strictObject({
      times: z
        .array(instantField)
        .min(TIMES_MIN)
        .max(TIMES_MAX)
        .refine(isOnce, { error: 'a time twice' }),
      way: z.enum(MEETING_WAYS),
    })
    .optional(),
  place: lineText.optional(),
  message: freeText.optional(),
});

type Call = z.output<typeof callPayload>;

/** The law asks for the call whatever the patient says; anything more needs her consent. */
const saysTooMuch: Refusal<Call> = {
  when: (context, request) =>
    request !== null && request.payload.message !== undefined && !mayDisclose(context),
  why: {
    sv: 'Utan samtycke får kallelsen inte säga mer än att enheten kallas.',
    en: 'Without a consent the call may say no more than that the unit is called.',
  },
  rule: 'OSL 25:1',
};

/** A meeting, or times to choose one from. */
const bothTimes: Refusal<Call> = {
  when: ({ meeting }, request) =>
    request?.payload.proposed !== undefined &&
    (meeting !== undefined || request.payload.meeting !== undefined),
  why: {
    sv: 'Tider kan bara föreslås medan inget möte är bokat. Boka eller flytta mötet, eller föreslå tider.',
    en: 'Times are proposed only while no meeting is booked. Book or move the meeting, or propose times.',
  },
  rule: 'avtal sip-mote',
};

const proposedInThePast: Refusal<Call> = {
  when: (_context, request) =>
    request?.payload.proposed?.times.some((at) => at <= request.occurredAt) ?? false,
  why: {
    sv: 'En av tiderna har redan passerat.',
    en: 'One of the times has passed already.',
  },
  rule: 'avtal sip-mote',
};

/** The stay is gone, struck or in another region: the law asks for no call any more. */
const neitherLawNorConsent: Refusal<unknown> = {
  when: (context) => context.stay === undefined && !mayDisclose(context),
  why: {
    sv: 'Utan vårdtillfälle kallas ingen innan samtycket är antecknat.',
    en: 'Without a stay nobody is called before the consent is noted.',
  },
  rule: 'HSL 16:4',
};

/** In a discharge the fast vårdkontakt calls (4:3), otherwise whoever has started the SIP. */
const callers = ({ unit, stay }: SipContext): readonly string[] => [stay?.caller ?? unit];

const call = defineCommand<SipContext, Call>({
  name: 'call',
  to,
  payload: callPayload,
  content: ['place', 'message'],
  lookups: { units: ({ units }) => units, patient: true },
  roles: SIP_ROLES,
  by: callers,
  label: { sv: 'Kalla till SIP', en: 'Call to the SIP' },
  consequence: {
    sv: 'Enheterna får kallelsen och ska svara om de deltar, eller vilka av de föreslagna tiderna som passar. Ändras mötestiden eller förslagen får de som redan är kallade veta det och svarar på nytt. Andra bjuds in.',
    en: 'The units get the call and answer whether they take part, or which of the proposed times suit. If it changes the time of the meeting or what is proposed, those called before are told and answer anew. Others are invited.',
  },
  possibleWhen: {
    sv: 'Görs av den fasta vårdkontaktens enhet, eller utan vårdtillfälle av den som har startat SIP:en när samtycket är antecknat.',
    en: 'Done by the unit of the fast vårdkontakt, or without a stay by whoever started the SIP when the consent is noted.',
  },
  rule: '2017:612 4:3',
  refuse: [
    ...[neitherLawNorConsent, unknownUnit, unitOutside, calledAlready],
    ...[saysTooMuch, bothTimes, proposedInThePast],
  ],
  makulera: {
    refused: { sv: 'Ta tillbaka kallelsen i stället.', en: 'Take the call back instead.' },
  },
  example: {
    units: ['umea-bistand-norr', 'umea-hemsjukvard'],
    meeting: { at: '2026-03-12T12:00:00.000Z', way: 'home' },
  },
});

const reasonPayload = z.strictObject({ reason: freeText });

const withdrawCall = defineCommand<SipContext, z.output<typeof reasonPayload>>({
  name: 'withdraw-call',
  to,
  payload: reasonPayload,
  content: ['reason'],
  roles: SIP_ROLES,
  by: callers,
  label: { sv: 'Ta tillbaka kallelsen', en: 'Take the call back' },
  consequence: {
    sv: 'De kallade enheterna får veta det genast. Kallelsen ska göras om.',
    en: 'The called units are told at once. The call must be made anew.',
  },
  possibleWhen: {
    sv: 'Kan göras när kallelsen är skickad.',
    en: 'Possible when the call has been sent.',
  },
  rule: '2017:612 4:3',
  refuse: [],
  makulera: {
    refused: { sv: 'Kalla på nytt i stället.', en: 'Call anew instead.' },
  },
  example: { reason: 'Patienten har blivit sämre.' },
});

const invitePayload = z.strictObject({
  who: lineText,
  /** School, Försäkringskassan, a dentist, a relative … */
  as: lineText,
  contact: lineText.optional(),
});

const invite = defineCommand<SipContext, z.output<typeof invitePayload>>({
  name: 'invite',
  to,
  payload: invitePayload,
  content: ['who', 'as', 'contact'],
  roles: SIP_ROLES,
  by: leadersOf,
  whileOpen: true,
  label: { sv: 'Bjud in någon annan', en: 'Invite somebody else' },
  consequence: {
    sv: 'Det står i SIP:en vem som är inbjuden. Inbjudan lämnas utanför systemet.',
    en: 'The SIP says who is invited. The invitation is passed on outside the system.',
  },
  possibleWhen: {
    sv: 'Kan göras medan SIP:en pågår.',
    en: 'Possible while the SIP goes on.',
  },
  rule: 'SoL 10:9',
  refuse: [noConsent, consentRunOut],
  makulera: 'marks',
  example: { who: 'Anna Berg', as: 'rektor på Östra skolan', contact: '090-16 40 10' },
});

/** Who is called and who is invited. */
export const callingCommands = [call, withdrawCall, invite];
