import { addressees, speaksFor, type Asker } from './allowed';
import { accepted, at, errand, happening, running } from './errand.testing';
import { step } from './step';
import { definitionOf, type WorkflowDefinition } from './workflow';

/** Helpers that nobody can sign in for: the desk in the north acts for them. */
const outside: WorkflowDefinition = {
  ...errand,
  machines: errand.machines.map((definition) =>
    definition.group === 'desk'
      ? definition
      : { ...definition, agent: () => ({ unit: 'desk-north', roles: ['clerk'] }) },
  ),
};

const clerk: Asker = { unit: 'desk-north', roles: ['clerk'] };
const accept = outside.commands.find(({ name }) => name === 'accept')!;
const until = at('12:00');

describe('a machine whose unit is outside', () => {
  const { state } = running();

  it('takes its commands from the agent, in the roles of the agent', () => {
    expect(addressees(outside, state, accept, clerk)).toEqual(['p2-1', 'p2-2']);
    expect(addressees(outside, state, accept, { ...clerk, roles: ['helper'] })).toEqual([]);
    expect(addressees(outside, state, accept, { ...clerk, unit: 'desk-south' })).toEqual([]);
    expect(addressees(errand, state, accept, clerk)).toEqual([]);
  });

  it('is not spoken for in what others give by their own right', () => {
    const machine = state.machines['p2-1']!;
    const definition = definitionOf(outside, machine.kind);
    const speaks = (by?: () => string[]) =>
      speaksFor(definition, machine, by === undefined ? accept : { ...accept, by }, clerk);
    expect(speaks()).toBe(true);
    expect(speaks(() => ['anna', 'desk-north'])).toBe(true);
    expect(speaks(() => ['desk-north'])).toBe(false);
  });

  it('has its agent reminded of what it owes', () => {
    const known = running().give('extend', { until }).state;
    const deskOutside: WorkflowDefinition = {
      ...errand,
      machines: errand.machines.map((definition) => ({
        ...definition,
        agent: () => ({ unit: 'desk-south', roles: ['clerk'] }),
      })),
    };
    const named = { duty: 'desk.finish.2', step: 'soon', due: until };
    const event = happening(known, 'ladder', named, { recordedAt: at('11:50') });
    expect(accepted(step(deskOutside, known, event)).effects).toMatchObject([
      { type: 'remind', unit: 'desk-south' },
    ]);
  });
});
