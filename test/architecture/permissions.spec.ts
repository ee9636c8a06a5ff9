import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  judgeAccess,
  maySearchBy,
  OPERATIONS,
  PURPOSES,
  SEARCH_KEY_KINDS,
  SEARCH_KEYS,
} from '@hemgang/access';
import { commandRows, WorkflowRegistry } from '@hemgang/cases';
import { apiDocument } from '../../apps/api/openapi/document';
import { camel, pascal } from '../../apps/api/openapi/names';
import { permissionPage } from './permission-page';

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
    for (const operation of ['listSessions', 'getRowIdentity', 'getSipFigures'] as const) {
      expect(judgeAccess({ asks: 'operation', operation, by })).toMatchObject({ isAllowed: false });
    }
  });
});
