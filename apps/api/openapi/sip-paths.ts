import { CASE_PARAMETER, listOf, readOfCase, type Paths } from './operation';
import { problemAnswers } from './problem-schemas';

/** What SIPs have beside what every type of case has. */
export const sipPaths: Paths = {
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
