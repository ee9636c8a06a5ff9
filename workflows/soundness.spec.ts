import { allNodes, faultsOf, type MachineDefinition } from '@hemgang/engine';
import { discharge } from '@workflows/discharge';
import { sip } from '@workflows/sip';
import { WORKFLOWS } from './all.testing';

/** Each region costs every command of its machine some 15 µs; beyond five it should be two machines. */
const REGIONS_MAX = 5;

describe.each(WORKFLOWS.map((workflow) => [workflow.type, workflow] as const))(
  'the workflow %s',
  (_type, workflow) => {
    it('has no fault that the start check can find', () => {
      expect(faultsOf(workflow)).toEqual([]);
    });

    it.each(workflow.machines.map((definition) => [definition.kind, definition] as const))(
      '%s has few regions',
      (_kind, { machine }: MachineDefinition) => {
        const regions = allNodes(machine.root)
          .filter(({ type }) => type === 'parallel')
          .map(({ states }) => Object.keys(states).length);
        expect(Math.max(...regions, 0)).toBeLessThanOrEqual(REGIONS_MAX);
      },
    );

    it('tells cases of other types only what one of them takes', () => {
      const taken = WORKFLOWS.filter((other) => other !== workflow).flatMap(({ facts }) =>
        facts.map(({ name }) => name),
      );
      expect((workflow.tells ?? []).filter((fact) => !taken.includes(fact))).toEqual([]);
    });
  },
);

describe('the machines', () => {
  it('are one for the SIP, one for each called unit and one for messages', () => {
    expect(sip.machines.map(({ kind }) => kind)).toEqual(['sip', 'participant', 'message']);
  });

  it('of a discharge are one for the ward, one per kind of receiver, and one each for moves, the way home from korttids, commitments, messages and what is carried outside', () => {
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
      'message',
      'municipal-transfer',
    ]);
  });
});
