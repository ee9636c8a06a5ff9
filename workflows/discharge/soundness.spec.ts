import { allNodes, faultsOf, type MachineDefinition } from '@hemgang/engine';
import { discharge } from './index';

/** Each region costs every command of its machine some 15 µs; beyond five it should be two machines. */
const REGIONS_MAX = 5;

describe('the discharge workflow', () => {
  it('has no fault that the start check can find', () => {
    expect(faultsOf(discharge)).toEqual([]);
  });

  it.each(discharge.machines.map((definition) => [definition.kind, definition] as const))(
    '%s has few regions',
    (_kind, { machine }: MachineDefinition) => {
      const regions = allNodes(machine.root)
        .filter(({ type }) => type === 'parallel')
        .map(({ states }) => Object.keys(states).length);
      expect(Math.max(...regions)).toBeLessThanOrEqual(REGIONS_MAX);
    },
  );

  it('has one machine for the ward, one per kind of receiver, and one each for moves, the way home from korttids, commitments and what is carried outside', () => {
    expect(discharge.machines.map(({ kind }) => kind)).toEqual([
      'discharge',
      'handover-municipal-social',
      'handover-municipal-health',
      'handover-halsocentral',
      'handover-specialist-open-care',
      'homecoming',
      'dispatch',
      'move',
      'atagande',
      'municipal-transfer',
    ]);
  });
});
