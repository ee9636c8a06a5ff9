import { defineCommand, freeText, instantField, lineText } from '@hemgang/engine';
import { z } from 'zod';
import { leadersOf, MEETING_WAYS, type SipContext } from '../context';
import { SIP_ROLES } from '../roles';
import type { Refusal } from './refusals';
import { define, to } from './sip';

const meetingPayload = z.strictObject({
  at: instantField,
  way: z.enum(MEETING_WAYS),
  place: lineText.optional(),
});

type SetMeeting = z.output<typeof meetingPayload>;

const meetingInThePast: Refusal<SetMeeting> = {
  when: (_context, request) => request !== null && request.payload.at < request.occurredAt,
  why: {
    sv: 'Mötet kan inte bokas till en tid som redan har passerat.',
    en: 'The meeting cannot be booked at a time that has passed already.',
  },
  rule: 'avtal sip-mote',
};

const setting = {
  to,
  payload: meetingPayload,
  content: ['place'],
  roles: SIP_ROLES,
  by: leadersOf,
  rule: 'avtal sip-mote',
  refuse: [meetingInThePast],
  makulera: 'returns',
  example: { at: '2026-03-12T12:00:00.000Z', way: 'home' },
} as const;

const bookMeeting = defineCommand<SipContext, SetMeeting>({
  ...setting,
  name: 'book-meeting',
  label: { sv: 'Boka SIP-mötet', en: 'Book the SIP meeting' },
  consequence: {
    sv: 'De kallade enheterna får tiden och ska svara om de deltar. Den som har svarat att just den tiden passar behöver inte svara på nytt.',
    en: 'The called units get the time and answer whether they take part. Whoever has answered that this very time suits need not answer anew.',
  },
  possibleWhen: {
    sv: 'Kan göras när kallelsen är skickad och inget möte är bokat.',
    en: 'Possible when the call has been sent and no meeting is booked.',
  },
});

const moveMeeting = defineCommand<SipContext, SetMeeting>({
  ...setting,
  name: 'move-meeting',
  label: { sv: 'Flytta SIP-mötet', en: 'Move the SIP meeting' },
  consequence: {
    sv: 'De kallade enheterna får den nya tiden och ska svara på nytt.',
    en: 'The called units get the new time and answer anew.',
  },
  possibleWhen: {
    sv: 'Kan göras när ett möte är bokat.',
    en: 'Possible when a meeting is booked.',
  },
});

const cancelPayload = z.strictObject({ reason: freeText });

const cancelMeeting = define({
  name: 'cancel-meeting',
  to,
  payload: cancelPayload,
  content: ['reason'],
  roles: SIP_ROLES,
  by: leadersOf,
  label: { sv: 'Ställ in SIP-mötet', en: 'Cancel the SIP meeting' },
  consequence: {
    sv: 'De kallade enheterna får veta det genast. Ett nytt möte ska bokas.',
    en: 'The called units are told at once. Another meeting must be booked.',
  },
  possibleWhen: {
    sv: 'Kan göras när ett möte är bokat.',
    en: 'Possible when a meeting is booked.',
  },
  rule: 'avtal sip-mote',
  refuse: [],
  makulera: 'returns',
  example: { reason: 'Personen har feber.' },
});

const holdPayload = z.strictObject({
  way: z.enum(MEETING_WAYS),
  /** Who were there, in words; the person herself most of all. */
  attended: freeText,
});

const holdMeeting = define({
  name: 'hold-meeting',
  to,
  payload: holdPayload,
  content: ['attended'],
  roles: SIP_ROLES,
  by: leadersOf,
  label: { sv: 'SIP-mötet är hållet', en: 'The SIP meeting has been held' },
  consequence: {
    sv: 'Nästa steg är att upprätta planen, om personen samtycker.',
    en: 'The next step is to establish the plan, if the person consents.',
  },
  possibleWhen: {
    sv: 'Kan göras när kallelsen är skickad.',
    en: 'Possible when the call has been sent.',
  },
  rule: 'SoL 10:9',
  refuse: [],
  makulera: 'returns',
  example: { way: 'home', attended: 'Elsa, dottern, hemsjukvården och biståndshandläggaren.' },
});

/** When the units meet, and that they have met. */
export const meetingCommands = [bookMeeting, moveMeeting, cancelMeeting, holdMeeting];
