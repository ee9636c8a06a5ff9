import {
  BESIDE_ROWS,
  FIELD_GROUPS,
  FIELD_GROUP_TEXTS,
  judgeAccess,
  operationRow,
  OPERATIONS,
  PURPOSES,
  purposeRow,
  purposesOf,
  RELATIONS,
  RELATION_TEXTS,
  SEARCH_KEYS,
  SEARCH_KEY_KINDS,
  maySearchBy,
  type FieldGroup,
  type Purpose,
} from '@hemgang/access';
import { commandRows, fieldTables, type RegisteredWorkflow } from '@hemgang/cases';
import { ROLES, ROLE_TEXTS } from '@hemgang/directory';
import type { Text } from '@hemgang/kernel';
import {
  askMachines,
  visited,
  visitedIn,
  WORDS_OF,
  type AskedCommand,
  type Visited,
} from './permission-rows';
import { recordedStates } from './recorded-states';

export const PURPOSE_TEXTS: Readonly<Record<Purpose, Text>> = {
  care: { sv: 'Vård och behandling', en: 'care' },
  'social-services': { sv: 'Socialtjänst', en: 'social services' },
  administration: { sv: 'Administration', en: 'administration' },
  'follow-up': { sv: 'Uppföljning', en: 'follow-up' },
};

const YES = '●';
const FOR_OUTSIDE = '○';
const NO = '';

const both = ({ sv, en }: Text): string => `${sv} _(${en})_`;

/** docs/permissions.md: the policy as a reviewer reads it. */
export function permissionPage(workflows: readonly RegisteredWorkflow[]): string {
  return [
    BEGINNING,
    ...workflows.map(({ definition }) => shownSection(definition.type)),
    BESIDE,
    besideTable(),
    FIELDS,
    ...workflows.map(({ definition }) => fieldSection(definition.type)),
    COMMANDS,
    ...workflows.map(commandSection),
    OUTSIDE,
    operationTable(),
    SEARCH,
    searchTable(),
  ]
    .join('\n\n')
    .concat('\n');
}

const BEGINNING = `# Who may see, who may act

This page is written by \`UPDATE_DOCS=1 npx jest test/architecture/permissions\` from the policy itself
(\`libs/access/policy\`): the one function \`judgeAccess\` is asked for every cell. A change of the policy is a change of
this page, to be reviewed by whoever answers for the behovs- och riskanalys (HSLF-FS 2016:40 4:2). What no row allows is refused.

Written by hand are only relation, purpose and field mask. The rows of the commands come from their declarations, the
states from the machines, walked by their samples and in recorded stays. A question is answered in this order: is the unit a party (no: as if there were no such case),
does the purpose allow it, do unit and role (403), does the state (409), do payload and rules (422).
What has been disclosed to a controller, and row-level security in the database, narrow it further.

**Purpose** is that of the person's commission (medarbetaruppdrag), or what her unit does. **Assumed**, since no source
decides it: that administration and follow-up see how cases went but neither patient nor content (PDL 2:4 and 4:1
read together), and that they give no commands in them.

## What of a case is shown

${FIELD_GROUPS.map((group) => `- \`${group}\`: ${both(FIELD_GROUP_TEXTS[group])}`).join('\n')}`;

const BESIDE = `## What else is read of a case

What the reading needs must be in the mask above (403 else); to other relations than these there is no such case (404).`;

const FIELDS = `## Which fields belong to which group

A field outside the mask is null or empty, whatever built the view. A field without a group does not compile.`;

const COMMANDS = `## Who gives which command

${YES} gives it at a unit that the case names for it · ${FOR_OUTSIDE} in the place of a unit without accounts ·
"utförare" also by a unit that only carries out help · "possible in" the words of what it is given to, as its machine takes it;
rules may still refuse. Purposes and relations above the table; no others give any.`;

const OUTSIDE = `## Operations that are no commands

Nobody names another unit, controller or huvudman: scope says whose data the operation reaches.`;

const SEARCH = `## What lists can be searched by (PDL 2:8)

Social-service measures are no search key where patient records are kept, and sensitive data are one nowhere. Every query
parameter of the API is in this table; a test refuses one that is not.`;

function shownSection(type: string): string {
  const head = ['', ...PURPOSES.map((purpose) => both(PURPOSE_TEXTS[purpose]))];
  const rows = RELATIONS.map((relation) => [
    both(RELATION_TEXTS[relation]),
    ...PURPOSES.map((purpose) => {
      const by = { purpose, roles: [] };
      const answer = judgeAccess({ asks: 'read', reading: 'case', type, relation, by });
      if (!answer.isAllowed) return answer.refusal.code === 'NOT_FOUND' ? '404' : '403';
      return FIELD_GROUPS.filter((group) => answer.mask.has(group)).join(' ');
    }),
  ]);
  return `### ${type}\n\n${table(head, rows)}`;
}

function besideTable(): string {
  const rows = Object.entries(BESIDE_ROWS).map(([reading, { needs, relations }]) => [
    `\`${reading}\``,
    `\`${needs}\``,
    relations.map((relation) => both(RELATION_TEXTS[relation])).join('; '),
  ]);
  return table(['reading', 'needs', 'relations'], rows);
}

function fieldSection(type: string): string {
  const tables = fieldTables(type);
  const rows = FIELD_GROUPS.map((group) => [
    `\`${group}\``,
    names(tables.view, group),
    names(tables.line, group),
  ]);
  return `### ${type}\n\n${table(['group', 'case', 'line of a list'], rows)}`;
}

function names(fields: Readonly<Record<string, FieldGroup>>, group: FieldGroup): string {
  return Object.keys(fields)
    .filter((name) => fields[name] === group)
    .join(', ');
}

function commandSection(workflow: RegisteredWorkflow): string {
  const { type } = workflow.definition;
  const rows = commandRows(workflow);
  const asked = askMachines(
    rows.map(({ command }) => command),
    placesOf(workflow),
  );
  const head = [
    'command',
    'given to',
    ...ROLES.map((role) => both(ROLE_TEXTS[role])),
    'utförare',
    'possible in',
    'rule',
  ];
  const lines = asked.map((each, index) => commandLine(each, rows[index]?.opens === true));
  return `### ${type}\n\n${givers(type)}\n\n${table(head, lines)}`;
}

/** Where the machines of a workflow can be, by their samples and in stays that were lived. */
export function placesOf({ definition }: RegisteredWorkflow): readonly Visited[] {
  const lived = definition.type === 'discharge' ? recordedStates() : [];
  return [...visited(definition), ...visitedIn(definition, lived)];
}

function givers(type: string): string {
  return PURPOSES.map((purpose) => {
    const { commands } = purposeRow(type, purpose);
    const who = commands.map((relation) => both(RELATION_TEXTS[relation])).join(', ');
    return `- ${both(PURPOSE_TEXTS[purpose])}: ${who === '' ? 'inga _(none)_' : who}`;
  }).join('\n');
}

function commandLine(asked: AskedCommand, opens: boolean): string[] {
  const { command, roles, agents, byExecutor, possibleIn } = asked;
  const mark = (role: (typeof ROLES)[number]) => {
    if (roles.includes(role)) return YES;
    return agents.includes(role) ? FOR_OUTSIDE : NO;
  };
  const words = WORDS_OF[command.to] ?? {};
  const states = possibleIn?.map((word) => words[word]?.sv ?? word).join(', ') ?? 'alla';
  return [
    `${command.label.sv} \`${command.name}\``,
    opens ? '(öppnar)' : command.to,
    ...ROLES.map(mark),
    byExecutor ? YES : NO,
    opens ? '' : states,
    command.rule,
  ];
}

function operationTable(): string {
  const head = [
    'operation',
    'scope',
    ...ROLES.map((role) => both(ROLE_TEXTS[role])),
    ...PURPOSES.map((purpose) => both(PURPOSE_TEXTS[purpose])),
  ];
  const rows = OPERATIONS.map((operation) => {
    const row = operationRow(operation);
    const may = (roles: readonly string[], purpose: Purpose) =>
      judgeAccess({ asks: 'operation', operation, by: { roles, purpose } }).isAllowed;
    const first = purposesOf(row)[0] ?? 'care';
    return [
      `\`${operation}\``,
      row.reading === undefined ? row.scope : `${row.scope}: ${row.reading}`,
      ...ROLES.map((role) => (may([role], first) ? YES : NO)),
      ...PURPOSES.map((purpose) => (may(ROLES, purpose) ? YES : NO)),
    ];
  });
  return table(head, rows);
}

function searchTable(): string {
  const kinds = SEARCH_KEY_KINDS.map((kind) => {
    const keys = Object.keys(SEARCH_KEYS).filter((key) => SEARCH_KEYS[key] === kind);
    const cells = PURPOSES.map((purpose) => (maySearchBy(kind, purpose) ? YES : NO));
    return [`\`${kind}\``, keys.map((key) => `\`${key}\``).join(' '), ...cells];
  });
  return table(
    ['kind', 'parameters', ...PURPOSES.map((purpose) => both(PURPOSE_TEXTS[purpose]))],
    kinds,
  );
}

/** Padded as the formatter pads it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const width = (column: number) => Math.max(3, ...all.map((row) => (row[column] ?? '').length));
  const pad = (cell: string, column: number, fill: string) =>
    cell + fill.repeat(width(column) - cell.length);
  const line = (row: readonly string[], fill: string) =>
    `| ${row.map((cell, column) => pad(cell, column, fill)).join(' | ')} |`;
  return [
    line(head, ' '),
    line(
      head.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row, ' ')),
  ].join('\n');
}
