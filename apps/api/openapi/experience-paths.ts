import {
  EXPERIENCE_KINDS,
  type AskedExperience,
  type ExperienceView,
  type InvitationView,
  type TakenExperience,
} from '@hemgang/cases';
import { z } from 'zod';
import {
  enteredAnswers,
  linkAnswers,
  sipInvitation,
  stayInvitation,
} from '../experience/experience-bodies';
import { emptyBody } from '../staff/staff-bodies';
import { localDate } from './basic-schemas';
import { place } from './figures-schemas';
import { inputSchema, ref, type JsonSchema } from './json-schema';
import { CASE_PARAMETER, json, OPEN, read, type Operation, type Paths } from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const EXPERIENCE = 'experience';

const kind = z.enum(EXPERIENCE_KINDS);
const count = z.int().min(0);

const asked = z.strictObject({
  expiresOn: localDate.describe('The last day.'),
  questionnaire: z.strictObject({
    kind,
    version: count,
    title: z.string(),
    questions: z.array(z.strictObject({ key: z.string(), text: z.string() })),
    answers: z.array(z.strictObject({ value: count, text: z.string() })),
  }),
}) satisfies z.ZodType<AskedExperience>;

const invitation = asked.extend({
  secret: z.string().describe('The code. Shown once: it is kept nowhere.'),
  path: z.string().describe('Of the page for whoever answers.'),
}) satisfies z.ZodType<InvitationView>;

const taken = z.strictObject({ taken: z.literal(true) }) satisfies z.ZodType<TakenExperience>;

const experience = z.strictObject({
  place,
  from: localDate.nullable().describe('The whole quarters that are over; null: there is none.'),
  before: localDate.nullable().describe('The day after the last one.'),
  results: z.array(
    z.strictObject({
      kind,
      version: count,
      title: z.string(),
      answers: count.nullable().describe('Null: fewer than five, or they would give others away.'),
      isHidden: z.boolean().describe('Some of the answers are not among them.'),
      questions: z.array(
        z.strictObject({
          key: z.string(),
          text: z.string(),
          mean: z.number().nullable().describe('From 1 to 5; null: of fewer than five.'),
          count: count.nullable().describe('Who knew; null: fewer than five.'),
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<ExperienceView>;

export const experienceSchemas = {
  AskedExperience: asked,
  ExperienceInvitation: invitation,
  ExperienceTaken: taken,
  Experience: experience,
};

const TOKEN = { name: 'token', in: 'path', required: true, schema: { type: 'string' } };
const LANGUAGE = {
  ...{ name: 'language', in: 'query', required: false, schema: { enum: ['sv', 'en'] } },
  description: 'Of the page; absent: as the browser asks.',
};

/** Inviting, answering by a code, and what came of it (record 38). */
export const experiencePaths: Paths = {
  '/api/v1/discharges/{id}/experience': {
    post: {
      ...inviting('inviteAboutDischarge', 'Invite the patient or a relative', stayInvitation),
      parameters: [CASE_PARAMETER],
    },
  },
  '/api/v1/sips/{id}/experience': {
    post: {
      ...inviting('inviteAboutSip', 'Invite the person of a SIP or a relative', sipInvitation),
      parameters: [CASE_PARAMETER],
    },
  },
  '/api/v1/experience/invitations': {
    post: inviting('inviteStaffToExperience', 'Invite a colleague of your unit', emptyBody),
  },
  '/api/v1/experience/answers': {
    post: {
      operationId: 'enterExperience',
      tags: [EXPERIENCE],
      summary: 'Enter once what was said by telephone or on paper, by a code of your unit',
      requestBody: { required: true, ...json(inputSchema(enteredAnswers)) },
      responses: {
        200: { description: 'It has been counted', ...json(ref('ExperienceTaken')) },
        ...problemAnswers(...WITH_BODY, 401, 403, 404, 409, 422),
      },
    },
  },
  '/api/v1/experience': {
    get: {
      ...read(
        'getExperience',
        'administration',
        'What patients, relatives and staff said at a place, by whole quarters; for administrators',
        ref('Experience'),
      ),
      parameters: [
        queryParameter('place', 'Which place.', { type: 'string' }),
        queryParameter('from', 'A day of the first quarter.', { type: 'string', format: 'date' }),
        queryParameter('to', 'A day of the last quarter.', { type: 'string', format: 'date' }),
      ],
    },
  },
  '/experience/{token}': {
    get: {
      ...OPEN,
      operationId: 'lookAtExperience',
      tags: [EXPERIENCE],
      summary: 'What a code asks, and until when',
      parameters: [TOKEN, LANGUAGE],
      responses: {
        200: { description: 'The questions', ...json(ref('AskedExperience')) },
        ...problemAnswers(404, 409, 422),
      },
    },
    post: {
      ...OPEN,
      operationId: 'answerExperience',
      tags: [EXPERIENCE],
      summary: 'Answers once, by question',
      parameters: [TOKEN, LANGUAGE],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: inputSchema(linkAnswers), example: { in_time: 4 } },
        },
      },
      responses: {
        200: { description: 'It has been counted', ...json(ref('ExperienceTaken')) },
        ...problemAnswers(...WITH_BODY, 404, 409, 422),
      },
    },
  },
};

function inviting(operationId: string, summary: string, body: z.ZodType): Operation {
  return {
    operationId,
    tags: [EXPERIENCE],
    summary,
    requestBody: { required: true, ...json(inputSchema(body)) },
    responses: {
      201: { description: 'The code', ...json(ref('ExperienceInvitation')) },
      ...problemAnswers(...WITH_BODY, 401, 403, 404, 422),
    },
  };
}

function queryParameter(name: string, description: string, schema: JsonSchema) {
  return { name, in: 'query', required: true, description, schema };
}
