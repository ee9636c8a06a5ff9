import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  judgeAccess,
  maySearchBy,
  OPERATIONS,
  PURPOSES,
  purposeRow,
  RELATIONS,
  SEARCH_KEY_KINDS,
  SEARCH_KEYS,
} from '@hemgang/access';
import { commandRows, WorkflowRegistry, type RegisteredWorkflow } from '@hemgang/cases';
import { ROLES } from '@hemgang/directory';
import { allowed } from '@hemgang/engine';
import { times } from '@hemgang/testing';
import { apiDocument } from '../../apps/api/openapi/document';
import { camel, pascal } from '../../apps/api/openapi/names';
import { permissionPage, placesOf } from './permission-page';
import { askMachines, isGiven, wordIn, WORDS_OF, type AskedCommand } from './permission-rows';
import { recordedStates } from './recorded-states';

const PAGE = join(__dirname, '../../docs/permissions.md');

const registry = new WorkflowRegistry();
const document = apiDocument(registry.workflows, 'demo');

type Node = Readonly<Record<string, unknown>>;

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Node[];
}

const operations = Object.values(document.paths).flatMap((methods) =>
  Object.values(methods).map((operation) => operation as unknown as Operation),
);

/** The readings that every type of case has. */
const readingsOf = registry.newest.flatMap(({ path, definition: { type, machines } }) => [
  `list${pascal(path)}`,
  `get${pascal(type)}`,
  `list${pascal(type)}Events`,
  `list${pascal(type)}Disclosures`,
  `list${pascal(type)}Deliveries`,
  ...(machines.some(({ group }) => group === 'message') ? [`list${pascal(type)}Messages`] : []),
  ...(machines.some(({ group }) => group === 'handover') ? [`print${pascal(type)}Notice`] : []),
]);

const commands = registry.newest.flatMap((workflow) =>
  commandRows(workflow).map(({ type, command }) => camel(`${type}-${command.name}`)),
);

describe('the policy', () => {
  it('is the one in docs/permissions.md (UPDATE_DOCS=1 writes it)', () => {
    const current = permissionPage(registry.newest);
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, current);
    expect(readFileSync(PAGE, 'utf8')).toBe(current);
  });

  /** A new operation gets its row in libs/access/policy/operation-rows.ts; what is gone loses it. */
  it('has a row for every operation of the API, and none besides', () => {
    const rows = [...OPERATIONS, ...readingsOf, ...commands].sort();
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(rows);
  });

  it('knows what every query parameter narrows by, and no parameter besides', () => {
    const components = document.components['parameters'] as Readonly<Record<string, Node>>;
    const named = operations.flatMap(({ parameters = [] }) =>
      parameters.map((each) =>
        '$ref' in each ? (components[String(each['$ref']).split('/').at(-1) ?? ''] ?? each) : each,
      ),
    );
    const inQuery = named.filter((each) => each['in'] === 'query').map(({ name }) => String(name));
    expect([...new Set(inQuery)].sort()).toEqual(Object.keys(SEARCH_KEYS).sort());
  });

  it('lets nobody in health care search by social-service measures (PDL 2:8)', () => {
    const used = new Set(Object.values(SEARCH_KEYS));
    for (const purpose of PURPOSES) {
      const forbidden = SEARCH_KEY_KINDS.filter((kind) => !maySearchBy(kind, purpose));
      expect(forbidden).toContain('sensitive');
      if (purpose !== 'social-services') expect(forbidden).toContain('social-measures');
      expect(forbidden.filter((kind) => used.has(kind))).toEqual([]);
    }
  });

  it('refuses whoever has neither role nor purpose, and whoever has only one of them', () => {
    const limited = OPERATIONS.filter((operation) => {
      const answer = judgeAccess({
        asks: 'operation',
        operation,
        by: { roles: [], purpose: 'care' },
      });
      return !answer.isAllowed;
    });
    expect(limited.length).toBeGreaterThan(5);
    expect(limited).toEqual(expect.arrayContaining(['listSessions', 'getRowIdentity']));
    const by = { roles: ['administrator'], purpose: 'care' } as const;
    for (const operation of ['getRowIdentity', 'getSipFigures'] as const) {
      expect(judgeAccess({ asks: 'operation', operation, by })).toMatchObject({ isAllowed: false });
    }
  });
});

/** Every how many-th state of the recorded stays is asked what it allows. */
const STATES_STEP = times({ quick: 8, full: 1 });

describe.each(registry.newest.map((workflow) => [workflow.definition.type, workflow] as const))(
  'a command in a %s',
  (type, workflow) => {
    const asked = askedOf(workflow);

    /** Every relation, role, purpose and word, and whether the command can be given so. */
    const everyWay = (each: AskedCommand) => {
      const named = WORDS_OF[each.command.to];
      const words = named === undefined ? (each.possibleIn ?? ['always']) : Object.keys(named);
      return RELATIONS.flatMap((relation) =>
        PURPOSES.flatMap((purpose) =>
          ROLES.flatMap((role) =>
            words.map((word) => {
              const situation = { type, relation, purpose, role, word };
              return { ...situation, isGiven: isGiven(each, situation) };
            }),
          ),
        ),
      );
    };

    it('can be given by somebody, somewhere in the life of the case', () => {
      const dead = asked.filter((each) => !everyWay(each).some((way) => way.isGiven));
      expect(dead.map(({ command }) => command.name)).toEqual([]);
    });

    it('is given by no relation, purpose or role besides those of its row', () => {
      let ways = 0;
      const beside: unknown[] = [];
      for (const each of asked) {
        for (const { relation, purpose, role, word, ...way } of everyWay(each)) {
          ways += 1;
          if (!way.isGiven) continue;
          const isOpen = purposeRow(type, purpose).commands.includes(relation);
          const isNamed = [...each.roles, ...each.agents].includes(role);
          if (!isOpen || !isNamed) beside.push([each.command.name, relation, purpose, role, word]);
        }
      }
      expect(ways).toBeGreaterThan(
        asked.length * RELATIONS.length * PURPOSES.length * ROLES.length - 1,
      );
      expect(beside).toEqual([]);
    });
  },
);

describe('a stay that was lived', () => {
  it('allows nothing that its row in the matrix does not', () => {
    const [workflow] = registry.newest.filter(({ definition }) => definition.type === 'discharge');
    if (workflow === undefined) throw new Error('there are no stays');
    const { definition } = workflow;
    const rows = new Map(askedOf(workflow).map((each) => [each.command.name, each]));
    const beside = new Set<string>();
    const states = recordedStates().filter((_, index) => index % STATES_STEP === 0);
    for (const state of states) {
      const units = new Set(
        Object.values(state.machines).map(({ context }) => String(context['unit'])),
      );
      for (const unit of units) {
        for (const role of ROLES) {
          const found = allowed(definition, state, { unit, roles: [role] });
          for (const { command, machine } of found.allowed) {
            const placed = state.machines[machine];
            const row = rows.get(command.name);
            if (placed === undefined || row === undefined) throw new Error(command.name);
            const word = wordIn(definition, state, placed);
            const situation = { type: 'discharge', relation: 'party', purpose: 'care' } as const;
            if (!isGiven(row, { ...situation, role, word })) {
              beside.add(`${command.name} by ${role} in ${word}`);
            }
          }
        }
      }
    }
    expect(states.length).toBeGreaterThan(20);
    expect([...beside]).toEqual([]);
  });
});

/** The commands of a case that is open, as the machines were asked about them. */
function askedOf(workflow: RegisteredWorkflow): readonly AskedCommand[] {
  const rows = commandRows(workflow).filter(({ opens }) => !opens);
  return askMachines(
    rows.map(({ command }) => command),
    placesOf(workflow),
  );
}
