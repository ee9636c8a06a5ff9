import { FILE_KINDS, MEDIA_TYPES, type AttachmentView } from '@hemgang/cases';
import { z } from 'zod';
import { FILE_NAME_HEADER } from '../edge/sent-file';
import { ref } from './json-schema';
import { pascal } from './names';
import {
  CASE_PARAMETER,
  IDEMPOTENCY_PARAMETER,
  json,
  LOCATION,
  REPLAYED,
  type Paths,
} from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

/** What a file is and is called. */
export const attachment = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  size: z.int().min(1).describe('Bytes.'),
}) satisfies z.ZodType<AttachmentView>;

const ATTACHMENT = {
  name: 'attachment',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
};

const FILE_NAME = {
  name: FILE_NAME_HEADER,
  in: 'header',
  required: true,
  description: 'The name of the file, percent-encoded (`%C3%A5` is å).',
  schema: { type: 'string', pattern: "^[\\w.~!'()*%-]{1,1000}$" },
};

/** The bytes as they are. */
const CONTENT = Object.fromEntries(
  FILE_KINDS.map((kind) => [MEDIA_TYPES[kind], { schema: { type: 'string', format: 'binary' } }]),
);

/** Files of the messages of a type of case. */
export function attachmentPaths(type: string, path: string): Paths {
  const all = `/api/v1/${path}/{id}/attachments`;
  const operation = (verb: string) => `${verb}${pascal(type)}Attachment`;
  return {
    [all]: {
      post: {
        operationId: operation('add'),
        tags: [path],
        summary:
          'Send a file for a message: the body is the file, 10 MB at most, known by its bytes; gone after a day when no message names it',
        parameters: [CASE_PARAMETER, IDEMPOTENCY_PARAMETER, FILE_NAME],
        requestBody: { required: true, content: CONTENT },
        responses: {
          201: {
            description: 'The file is kept',
            headers: { ...REPLAYED, ...LOCATION },
            ...json(ref('Attachment')),
          },
          ...problemAnswers(...WITH_BODY, 401, 403, 404, 409, 422),
        },
      },
    },
    [`${all}/{attachment}`]: {
      get: {
        operationId: operation('get'),
        tags: [path],
        summary:
          'A file of a message that your authority was told of, or that your unit has not sent yet; to be saved',
        parameters: [CASE_PARAMETER, ATTACHMENT],
        responses: {
          200: { description: 'The file', content: CONTENT },
          ...problemAnswers(401, 403, 404, 422),
        },
      },
      delete: {
        operationId: operation('remove'),
        tags: [path],
        summary: 'Remove a file that your unit has not sent yet',
        parameters: [CASE_PARAMETER, ATTACHMENT],
        responses: {
          204: { description: 'It is gone' },
          ...problemAnswers(401, 403, 404, 422),
        },
      },
    },
  };
}
