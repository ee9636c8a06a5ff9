import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineFault, structuralHash, type WorkflowDefinition } from '@hemgang/engine';
import { discharge } from '@workflows/discharge';
import { look, lookedAt } from './looked-at';
import { IN_USE, WorkflowRegistry } from './registry';

/** Opens machines that are not there. */
const unsound: WorkflowDefinition = {
  ...discharge,
  machines: discharge.machines.filter(({ group }) => group !== 'dispatch'),
};

describe('workflows that have been looked at', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hemgang-looked-at-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are remembered when they are sound', () => {
    const file = join(folder, 'looked-at.json');
    expect(lookedAt(file)).toEqual(new Set());
    look(IN_USE, file);
    expect(lookedAt(file)).toEqual(new Set(IN_USE.map(structuralHash)));
  });

  it('are refused when they are not, and then nothing is remembered', () => {
    const file = join(folder, 'looked-at.json');
    expect(() => look([unsound], file)).toThrow(EngineFault);
    expect(lookedAt(file)).toEqual(new Set());
  });

  it('a workflow that nobody has looked at is looked at before the registry is there', () => {
    expect(() => new WorkflowRegistry([unsound], [], new Set([structuralHash(discharge)]))).toThrow(
      EngineFault,
    );
  });
});
