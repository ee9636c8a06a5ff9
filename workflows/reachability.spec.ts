import {
  activeNodes,
  allNodes,
  explore,
  handles,
  OVER,
  type MachineDefinition,
  type MachineEvent,
} from '@hemgang/engine';
import { getAdjacencyMap, getShortestPaths } from '@xstate/graph';
import type { AnyMachineSnapshot } from 'xstate';
import { WORKFLOWS } from './all.testing';

/** Two snapshots are one when their state values are equal: contexts differ without end. */
const serializeState = ({ value }: AnyMachineSnapshot) => JSON.stringify(value);

/** More transitions than this would mean that a machine has grown out of what can be walked. */
const TRANSITIONS_MAX = 20_000;

/** The samples that the engine would let the machine take in a state and that lead to some state. */
function walk({ machine, input, samples }: MachineDefinition) {
  return {
    input: input.parse(samples.input),
    serializeState,
    limit: TRANSITIONS_MAX,
    events: ({ value }: AnyMachineSnapshot): readonly MachineEvent[] => {
      const active = activeNodes(machine, value as never);
      return samples.events.filter(
        ({ type }) => handles(machine, value as never, type) && active.some(leads(type)),
      );
    },
  };
}

/** Whether a state goes anywhere by an event, where it does not only note it. */
const leads =
  (type: string) =>
  ({ transitions }: ReturnType<typeof allNodes>[number]): boolean =>
    (transitions.get(type) ?? []).some(({ target }) => target !== undefined);

const dutiesOf = ({ tags }: AnyMachineSnapshot) => [...tags].filter((tag) => tag !== OVER);

const machines = WORKFLOWS.flatMap((workflow) => workflow.machines);

describe.each(machines.map((definition) => [definition.kind, definition] as const))(
  '%s',
  (_kind, definition) => {
    const { machine } = definition;
    const paths = getShortestPaths(machine, walk(definition));
    const adjacency = getAdjacencyMap(machine, walk(definition));

    it('can reach every state', () => {
      const reached = paths.flatMap(({ state }) =>
        activeNodes(machine, state.value as never).map(({ id }) => id),
      );
      expect([...new Set(reached)].sort()).toEqual(
        allNodes(machine.root)
          .map(({ id }) => id)
          .sort(),
      );
    });

    it('is walked as far by the start check', () => {
      const explored = explore(definition).map(({ snapshot }) => serializeState(snapshot));
      expect(new Set(explored)).toEqual(new Set(Object.keys(adjacency)));
    });

    it('has an exit from every state that is not over', () => {
      const stuck = allNodes(machine.root)
        .filter(({ type, tags }) => type === 'atomic' && !tags.includes(OVER))
        .filter((node) => exits(node).length === 0);
      expect(stuck.map(({ id }) => id)).toEqual([]);
    });

    it('can come from every state to one without duties where it is over', () => {
      const ends = Object.entries(adjacency)
        .filter(([, { state }]) => dutiesOf(state).length === 0 && isOver(machine, state))
        .map(([key]) => key);
      const alive = backwards(adjacency, ends);
      expect(ends).not.toEqual([]);
      expect(Object.keys(adjacency).filter((key) => !alive.has(key))).toEqual([]);
    });
  },
);

function exits(node: ReturnType<typeof allNodes>[number]): string[] {
  const own = node.ownEvents as string[];
  return node.parent === undefined ? own : [...own, ...exits(node.parent)];
}

function isOver(machine: MachineDefinition['machine'], { value }: AnyMachineSnapshot): boolean {
  return activeNodes(machine, value as never)
    .filter(({ type }) => type === 'atomic')
    .every(({ tags }) => tags.includes(OVER));
}

type Adjacency = ReturnType<typeof getAdjacencyMap>;

/** Every state from which some path leads to one of the ends. */
function backwards(adjacency: Adjacency, ends: readonly string[]): Set<string> {
  const alive = new Set(ends);
  for (let size = -1; size !== alive.size;) {
    size = alive.size;
    for (const [key, { transitions }] of Object.entries(adjacency)) {
      const next = Object.values<{ state: AnyMachineSnapshot }>(transitions);
      if (next.some(({ state }) => alive.has(serializeState(state)))) alive.add(key);
    }
  }
  return alive;
}
