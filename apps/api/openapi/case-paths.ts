import { overlayCommands, type CommandDeclaration, type RegisteredWorkflow } from '@hemgang/cases';
import { attachmentPaths } from './attachment-paths';
import { avvikelsePaths } from './avvikelse-paths';
import { summaryName, viewName } from './case-schemas';
import { ref } from './json-schema';
import { camel, pascal } from './names';
import {
  CASE_PARAMETER,
  COMMAND_HEADERS,
  COMMAND_PARAMETERS,
  ETAG,
  json,
  listOf,
  LOCATION,
  PAGE_PARAMETERS,
  read,
  readOfCase,
  type Operation,
  type Paths,
} from './operation';
import { previewPaths } from './preview-paths';
import { problemAnswers, WITH_BODY } from './problem-schemas';
import { settlementPaths } from './settlement-paths';
import { sheetPaths } from './sheet-paths';
import { sipPaths } from './sip-paths';

/** All commands of a type of case, without the one that opens it. */
export function commandsOf({ definition }: RegisteredWorkflow): readonly CommandDeclaration[] {
  return [...definition.commands, ...overlayCommands(definition)];
}

/** The component that describes a command's body: `DischargeMarkUtskrivningsklar`. */
export function bodyName({ definition }: RegisteredWorkflow, { name }: CommandDeclaration): string {
  return pascal(`${definition.type}-${name}`);
}

/** What a type has beside what all have. */
const MORE_PATHS: Readonly<Record<string, Paths>> = {
  discharge: sheetPaths('discharges', 'printPatientSheet', 'What the patient takes home on paper'),
  sip: {
    ...sipPaths,
    ...sheetPaths('sips', 'printSipSheet', 'The plan as the person has it on paper'),
  },
  settlement: settlementPaths,
  avvikelse: avvikelsePaths,
};

/** What can be read of a type of case, opening it, and one path per command. */
export function casePaths(workflow: RegisteredWorkflow): Paths {
  const { definition, path } = workflow;
  const { type, open } = definition;
  const base = `/api/v1/${path}`;
  const one = `${base}/{id}`;
  const commands = commandsOf(workflow).map((command) => [
    `${one}/${command.name}`,
    { post: commandOperation(workflow, command) },
  ]);
  return {
    [base]: {
      get: read(
        `list${pascal(path)}`,
        path,
        'Cases that your unit is a party of',
        listOf(summaryName(workflow)),
        {
          parameters: PAGE_PARAMETERS,
        },
      ),
      post: openOperation(workflow, open),
    },
    [one]: {
      get: {
        ...read(`get${pascal(type)}`, path, 'One case as you may see it', ref(viewName(workflow))),
        parameters: [CASE_PARAMETER],
        responses: {
          200: { description: 'The case', headers: ETAG, ...json(ref(viewName(workflow))) },
          ...problemAnswers(401, 403, 404, 422),
        },
      },
    },
    [`${one}/events`]: {
      get: readOfCase(
        `list${pascal(type)}Events`,
        path,
        'Its timeline, oldest first',
        listOf('Event'),
        PAGE_PARAMETERS,
      ),
    },
    [`${one}/disclosures`]: {
      get: readOfCase(
        `list${pascal(type)}Disclosures`,
        path,
        'What your controller has handed out and been handed, on which grounds',
        listOf('Disclosure'),
      ),
    },
    [`${one}/deliveries`]: {
      get: readOfCase(
        `list${pascal(type)}Deliveries`,
        path,
        'Who was told of it by e-mail or SMS, and what became of that',
        listOf('Delivery'),
      ),
    },
    ...messagesPath(workflow),
    ...noticePath(workflow),
    ...MORE_PATHS[type],
    ...previewPaths(
      workflow,
      commandsOf(workflow).map(({ name }) => name),
    ),
    ...(Object.fromEntries(commands) as Paths),
  };
}

/** Only a type whose parties write to each other has messages, and files of them. */
function messagesPath({ definition, path }: RegisteredWorkflow): Paths {
  if (!definition.machines.some(({ group }) => group === 'message')) return {};
  return {
    [`/api/v1/${path}/{id}/messages`]: {
      get: readOfCase(
        `list${pascal(definition.type)}Messages`,
        path,
        'What its parties have written to each other, oldest first, as far as you are told',
        listOf('Message'),
      ),
    },
    ...attachmentPaths(definition.type, path),
  };
}

/** Only a type whose cases are handed over sends anything on paper. */
function noticePath({ definition, path }: RegisteredWorkflow): Paths {
  if (!definition.machines.some(({ group }) => group === 'handover')) return {};
  return {
    [`/api/v1/${path}/{id}/handovers/{handover}/notice`]: {
      get: {
        operationId: `print${pascal(definition.type)}Notice`,
        tags: [path],
        summary: 'A page in Swedish to print and send to a receiver without an account',
        parameters: [
          CASE_PARAMETER,
          { name: 'handover', in: 'path', required: true, schema: { type: 'string' } },
        ],
        responses: {
          200: {
            description: 'The page',
            content: { 'text/html': { schema: { type: 'string' } } },
          },
          ...problemAnswers(401, 403, 404, 422),
        },
      },
    },
  };
}

function openOperation(workflow: RegisteredWorkflow, command: CommandDeclaration): Operation {
  return {
    ...declared(workflow, command),
    parameters: [COMMAND_PARAMETERS[0]],
    responses: {
      201: {
        description: 'The opened case',
        headers: { ...COMMAND_HEADERS, ...LOCATION },
        ...json(ref(viewName(workflow))),
      },
      ...problemAnswers(...WITH_BODY, 401, 403, 404, 409, 422),
    },
  };
}

function commandOperation(workflow: RegisteredWorkflow, command: CommandDeclaration): Operation {
  return {
    ...declared(workflow, command),
    parameters: [CASE_PARAMETER, ...COMMAND_PARAMETERS],
    responses: {
      200: {
        description: 'The case after it',
        headers: COMMAND_HEADERS,
        ...json(ref(viewName(workflow))),
      },
      ...problemAnswers(...WITH_BODY, 401, 403, 404, 409, 412, 422),
    },
  };
}

/** What the declaration of a command says, in English for programmers and whole in `x-hemgang`. */
function declared(workflow: RegisteredWorkflow, command: CommandDeclaration): Operation {
  const { name, label, consequence, possibleWhen, rule, roles, example } = command;
  const who = roles.length === 0 ? 'whoever owns the duty' : roles.join(', ');
  return {
    operationId: camel(`${workflow.definition.type}-${name}`),
    tags: [workflow.path],
    summary: label.en,
    description: [
      consequence.en,
      `When refused: ${possibleWhen.en}`,
      `Rule: ${rule}. Given by: ${who}.`,
    ].join('\n\n'),
    'x-hemgang': { name, label, consequence, possibleWhen, rule, roles },
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: ref(bodyName(workflow, command)), example },
      },
    },
  };
}
