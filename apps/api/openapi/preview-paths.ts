import type { PreviewView, RegisteredWorkflow } from '@hemgang/cases';
import { z } from 'zod';
import { instant, unit } from './basic-schemas';
import { ref } from './json-schema';
import { pascal } from './names';
import { CASE_PARAMETER, IF_MATCH, json, type Paths } from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';
import { duty, receiverUnit } from './view-schemas';

export const preview = z.strictObject({
  told: z
    .array(z.strictObject({ unit, opening: receiverUnit.shape.opening }))
    .nullable()
    .describe('Units that are told, and who reads there now; null: that is not yours to see.'),
  opened: z.array(duty).describe('Duties that begin; their ids only when the command is given.'),
  closed: z.array(duty).describe('Duties that end.'),
  moved: z.array(duty).describe('Duties that get another time or owner, as they are afterwards.'),
  state: z
    .strictObject({ word: z.string(), text: z.string() })
    .nullable()
    .describe('Where the case stands afterwards; null: where it stands now.'),
  clock: z
    .strictObject({
      is: z.enum(['starts', 'stops']),
      at: instant,
      liableFrom: z.iso.date().nullable().describe('The first day that may cost something.'),
    })
    .nullable()
    .describe('Whether days of betalningsansvar begin or cease to be reckoned; null: neither.'),
}) satisfies z.ZodType<PreviewView>;

/** The component that describes what may be previewed. */
export function previewedBody({ definition }: RegisteredWorkflow): string {
  return `${pascal(definition.type)}Previewed`;
}

/** What a command on a case of the type would lead to; one address for all of its commands. */
export function previewPaths(workflow: RegisteredWorkflow, commands: readonly string[]): Paths {
  const { definition, path } = workflow;
  return {
    [`/api/v1/${path}/{id}/previews/{command}`]: {
      post: {
        operationId: `preview${pascal(definition.type)}Command`,
        tags: [path],
        summary: 'What a command would lead to if you gave it now; nothing is done',
        description:
          'Takes the body and the `If-Match` of the command, and refuses what the command refuses.',
        parameters: [
          CASE_PARAMETER,
          {
            name: 'command',
            in: 'path',
            required: true,
            schema: { enum: commands },
          },
          IF_MATCH,
        ],
        requestBody: {
          required: true,
          ...json(ref(previewedBody(workflow))),
        },
        responses: {
          200: { description: 'Who is told and what begins and ends', ...json(ref('Preview')) },
          ...problemAnswers(...WITH_BODY, 401, 403, 404, 409, 412, 422),
        },
      },
    },
  };
}
