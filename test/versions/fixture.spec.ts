import { faultsOf, faultsOfMigration, structuralHash } from '@hemgang/engine';
import { discharge } from '@workflows/discharge';
import { discharge2, toDischarge2 } from './discharge-2.fixture';

describe('the second version of the discharge that these tests use', () => {
  it('is sound, and so is the way to it', () => {
    expect(faultsOf(discharge2)).toEqual([]);
    expect(faultsOfMigration(toDischarge2)).toEqual([]);
    expect(structuralHash(discharge2)).not.toBe(structuralHash(discharge));
  });

  it('removes a state and a command, adds a duty, renames one and changes when one is due', () => {
    const keys = (workflow: typeof discharge) =>
      new Set(workflow.machines.flatMap(({ duties }) => Object.keys(duties)));
    const [before, after] = [keys(discharge), keys(discharge2)];
    expect([...before].filter((key) => !after.has(key)).sort()).toEqual(['planering', 'svar']);
    expect([...after].filter((key) => !before.has(key)).sort()).toEqual([
      'besked',
      'lakemedelslista',
    ]);
    const names = (workflow: typeof discharge) => workflow.commands.map(({ name }) => name);
    expect(names(discharge).filter((name) => !names(discharge2).includes(name))).toEqual([
      'start-planning',
    ]);
  });
});
