import { ref } from './json-schema';
import { CASE_PARAMETER, json, type Operation, type Paths } from './operation';
import { problemAnswers } from './problem-schemas';

const TAG = 'settlements';
const ONE = '/api/v1/settlements/{id}';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What settlements have beside what every type of case has. */
export const settlementPaths: Paths = {
  [`${ONE}/rows/{row}/identity`]: {
    get: {
      operationId: 'getRowIdentity',
      tags: [TAG],
      summary: 'Whose a row is, for an administrator of either side; each asking is logged',
      parameters: [
        CASE_PARAMETER,
        { name: 'row', in: 'path', required: true, schema: { type: 'string' } },
      ],
      responses: {
        200: { description: 'The patient', ...json(ref('RowIdentity')) },
        ...problemAnswers(401, 403, 404, 422),
      },
    },
  },
  [`${ONE}/versions/{event}`]: {
    get: {
      operationId: 'getSettlementVersion',
      tags: [TAG],
      summary: 'The rows of one computation, also of one that newer ones have taken the place of',
      parameters: [
        CASE_PARAMETER,
        { name: 'event', in: 'path', required: true, schema: { type: 'integer' } },
      ],
      responses: {
        200: { description: 'The rows', ...json(ref('SettlementVersion')) },
        ...problemAnswers(401, 403, 404, 422),
      },
    },
  },
  [`${ONE}/basis.xlsx`]: { get: file('Excel', XLSX) },
  [`${ONE}/basis.csv`]: { get: file('Csv', 'text/csv') },
  [`${ONE}/basis.pdf`]: { get: file('Pdf', 'application/pdf') },
};

function file(format: string, type: string): Operation {
  return {
    operationId: `getSettlementBasis${format}`,
    tags: [TAG],
    summary: `The basis of the settlement in Swedish, as ${format}`,
    parameters: [CASE_PARAMETER],
    responses: {
      200: {
        description: 'The file',
        content: { [type]: { schema: { type: 'string', format: 'binary' } } },
      },
      ...problemAnswers(401, 403, 404, 422),
    },
  };
}
