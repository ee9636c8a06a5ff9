import { capacityBody } from '../forecast/forecast-bodies';
import { inputSchema, ref } from './json-schema';
import { json, read, type Paths } from './operation';
import { problemAnswers } from './problem-schemas';
import { changeAt } from './staff-paths';

/** What comes home to a municipality, and what it can receive. */
export const forecastPaths: Paths = {
  '/api/v1/forecast': {
    get: {
      ...read(
        'getForecast',
        'duties',
        'Expected homecomings to your municipality for two weeks, against what its units can receive',
        ref('Forecast'),
      ),
      responses: {
        200: { description: 'Numbers by unit and day', ...json(ref('Forecast')) },
        ...problemAnswers(401, 403, 422),
      },
    },
  },
  '/api/v1/own-units/{id}/capacity': {
    post: changeAt(
      'setCapacity',
      'How many a unit of your municipality can receive a day; for those who coordinate there',
      inputSchema(capacityBody),
    ),
  },
};
