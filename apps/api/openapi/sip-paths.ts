import { planDraftWords } from '@hemgang/cases';
import { planTurnBody } from '../reads/plan-draft-bodies';
import { inputSchema, ref } from './json-schema';
import { CASE_PARAMETER, IF_MATCH, json, listOf, readOfCase, type Paths } from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const DRAFT = json(ref('PlanDraft'));

/** The draft of a SIP's next plan. */
const draftPaths: Paths = {
  '/api/v1/sips/{id}/draft': {
    get: readOfCase(
      'getPlanDraft',
      'sips',
      'What is written of the next plan so far, and whose turn it is; version 0 when there is no draft',
      ref('PlanDraft'),
    ),
    post: {
      operationId: 'savePlanDraft',
      tags: ['sips'],
      summary:
        'Save what is written of the next plan; takes the turn or keeps it. Without `If-Match` it begins a draft',
      parameters: [CASE_PARAMETER, IF_MATCH],
      requestBody: { required: true, ...json(inputSchema(planDraftWords)) },
      responses: {
        200: { description: 'The draft as it stands now', ...DRAFT },
        ...problemAnswers(...WITH_BODY, 401, 403, 404, 409, 412, 422),
      },
    },
  },
  '/api/v1/sips/{id}/draft/turn': {
    post: {
      operationId: 'passPlanTurn',
      tags: ['sips'],
      summary: 'Take the turn to write, take it from who has it, or give it up',
      parameters: [CASE_PARAMETER],
      requestBody: { required: true, ...json(inputSchema(planTurnBody)) },
      responses: {
        200: { description: 'The draft as it stands now', ...DRAFT },
        ...problemAnswers(...WITH_BODY, 401, 403, 404, 409, 412, 422),
      },
    },
  },
};

/** What SIPs have beside what every type of case has. */
export const sipPaths: Paths = {
  ...draftPaths,
  '/api/v1/sips/{id}/stays': {
    get: readOfCase(
      'listStaysToLink',
      'sips',
      'Stays of the same person that your unit is a party of, the open ones first',
      listOf('StayToLink'),
    ),
  },
  '/api/v1/sips/{id}/meeting.ics': {
    get: {
      operationId: 'getSipMeetingFile',
      tags: ['sips'],
      summary:
        'The latest meeting as a file for a calendar, without anything of the person: an invitation, or a cancellation',
      parameters: [CASE_PARAMETER],
      responses: {
        200: {
          description: 'The file; 404 also when no meeting was booked',
          content: { 'text/calendar': { schema: { type: 'string' } } },
        },
        ...problemAnswers(401, 403, 404, 422),
      },
    },
  },
};
