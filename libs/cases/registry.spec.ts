import type { WorkflowDefinition, WorkflowMigration } from '@hemgang/engine';
import { discharge } from '@workflows/discharge';
import { caseTypeOf } from './case-types';
import { WorkflowRegistry } from './registry';

const discharge2: WorkflowDefinition = { ...discharge, version: 2 };
const migration: WorkflowMigration = {
  from: discharge,
  to: discharge2,
  machines: Object.fromEntries(
    discharge.machines.map(({ kind }) => [kind, { states: 'unchanged' }]),
  ),
};

describe('the registry of workflows', () => {
  const registry = new WorkflowRegistry([discharge, discharge2], [migration]);

  it('gives new cases the newest version and old ones their own', () => {
    expect(registry.byPath('discharges')?.definition).toBe(discharge2);
    expect(registry.newest.map(({ definition }) => definition)).toEqual([discharge2]);
    expect(registry.of('discharge', 1).definition).toBe(discharge);
    expect(registry.of('discharge', 1).versions).toEqual([discharge2, discharge]);
  });

  it('has put the cases of every workflow of the program into words', () => {
    for (const { definition } of new WorkflowRegistry().workflows) {
      expect(caseTypeOf(definition.type)).toBeDefined();
    }
    expect(() => caseTypeOf('errand')).toThrow('have no view');
  });

  it('knows what leads where', () => {
    expect(registry.migrationsTo('discharge', 2)).toEqual([migration]);
    expect(registry.migrationsTo('discharge', 1)).toEqual([]);
    expect(registry.known('discharge').migration(1, 2)).toBe(migration);
    expect(() => registry.known('discharge').migration(2, 3)).toThrow('no migration');
    expect(() => registry.of('discharge', 3)).toThrow('is not here');
  });

  it.each<[string, () => unknown, string]>([
    [
      'a version twice',
      () => new WorkflowRegistry([discharge, { ...discharge }]),
      'discharge version 1 is registered twice',
    ],
    [
      'a migration to what is not here',
      () => new WorkflowRegistry([discharge], [migration]),
      'a migration names discharge version 2, which is not here',
    ],
    [
      'a migration that leaves something out',
      () => new WorkflowRegistry([discharge, discharge2], [{ ...migration, machines: {} }]),
      'nothing says how machine "discharge" goes over',
    ],
  ])('does not start with %s', (_what, start, fault) => {
    expect(start).toThrow(fault);
  });
});
