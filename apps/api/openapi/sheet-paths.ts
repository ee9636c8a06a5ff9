import { CASE_PARAMETER, type Paths } from './operation';
import { problemAnswers } from './problem-schemas';

const choice = (name: string, values: readonly string[], description: string, first?: string) => ({
  ...{ name, in: 'query', description },
  schema: { enum: values, ...(first === undefined ? {} : { default: first }) },
});

const text = { schema: { type: 'string' } };

/** A page for the person herself, of the cases at a path. */
export function sheetPaths(path: string, operationId: string, summary: string): Paths {
  return {
    [`/api/v1/${path}/{id}/patient-sheet`]: {
      get: {
        operationId,
        tags: [path],
        summary,
        parameters: [
          CASE_PARAMETER,
          choice('language', ['sv', 'en'], 'Of whom it is for.', 'sv'),
          choice('print', ['a4', 'large'], 'Ordinary letters, or large ones.', 'a4'),
          choice('headings', ['fi', 'se'], 'Headings in Finnish or Northern Sami, too.'),
          choice(
            'format',
            ['html', 'pdf'],
            'A PDF only where a browser is installed beside the service; else 503.',
            'html',
          ),
        ],
        responses: {
          200: {
            description: 'A page without scripts',
            content: { 'text/html': text, 'application/pdf': text },
          },
          ...problemAnswers(401, 403, 404, 422),
        },
      },
    },
  };
}
