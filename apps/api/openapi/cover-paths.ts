import { absenceBody, handOverBody, hoursBody, watchBody } from '../cover/cover-bodies';
import { emptyBody } from '../staff/staff-bodies';
import { inputSchema, ref } from './json-schema';
import { json, read, type Paths } from './operation';
import { problemAnswers } from './problem-schemas';
import { changeAt, changeOf } from './staff-paths';

/** Who reads what comes to a controller's units. */
export const coverPaths: Paths = {
  '/api/v1/cover': {
    get: {
      ...read(
        'getCover',
        'administration',
        'Who reads at your unit; for administrators at all of the controller',
        ref('Cover'),
      ),
      responses: {
        200: { description: 'Hours, watches and absences', ...json(ref('Cover')) },
        ...problemAnswers(401, 403, 422),
      },
    },
  },
  '/api/v1/own-units/{id}/hours': {
    post: changeAt('setUnitHours', 'When a unit is open, from a day on', inputSchema(hoursBody)),
  },
  '/api/v1/watches': {
    post: changeOf(
      'addWatch',
      'A watch over some units, and whose turn it is',
      inputSchema(watchBody),
    ),
  },
  '/api/v1/watches/{id}/change': {
    post: changeAt('changeWatch', 'Other units, name or turns', inputSchema(watchBody)),
  },
  '/api/v1/watches/{id}/end': {
    post: changeAt('endWatch', 'No such watch any more', inputSchema(emptyBody)),
  },
  '/api/v1/watches/{id}/hand-over': {
    post: changeAt(
      'handOverWatch',
      'Hand the watch over until its turn ends; for whoever has it, and for administrators',
      inputSchema(handOverBody),
    ),
  },
  '/api/v1/absences': {
    post: changeOf(
      'addAbsence',
      'Say that you are away; administrators say it of others too',
      inputSchema(absenceBody),
    ),
  },
  '/api/v1/absences/{id}/end': {
    post: changeAt('endAbsence', 'Back sooner, or not away after all', inputSchema(emptyBody)),
  },
};
