import { explore, explorePairs, OVER, type MachineDefinition } from '@hemgang/engine';
import { WorkflowRegistry } from './registry';

type Walk = ReturnType<typeof explore>;

/** What the start check looks at: which event ends which duty, and what is asked for. */
function checkedIn(walk: Walk): Set<string> {
  const endings = walk.flatMap(({ before, event, snapshot }) =>
    [...(before?.tags ?? [])]
      .filter((tag) => tag !== OVER && !snapshot.tags.has(tag))
      .map((tag) => `"${event?.type}" ends "${tag}"`),
  );
  const effects = walk.flatMap((found) =>
    found.effects.map((effect) => {
      switch (effect.type) {
        case 'send':
          return `sends "${effect.event.type}"`;
        case 'open':
          return `opens "${effect.machines.map(({ kind }) => kind).join()}"`;
        case 'disclose':
          return `discloses "${effect.entry}"`;
        case 'erase':
          return `erases because of "${effect.because}"`;
        case 'tell-case':
          return `tells "${effect.fact}"`;
      }
    }),
  );
  return new Set([...endings, ...effects]);
}

const machines: [string, MachineDefinition][] = new WorkflowRegistry().workflows.flatMap(
  ({ definition: { type, version, machines } }) =>
    machines.map((each): [string, MachineDefinition] => [`${type} ${version}, ${each.kind}`, each]),
);

/**
 * The two states of it are first seen together after a judgement, and only without one does the
 * event end the duty: that lies in the context. makulering.spec.ts lives through it.
 */
const HIDDEN = '"discharge-struck" ends "utskrivningsinformation"';

describe('the short walk at the start of a process', () => {
  it.each(machines)('sees all that the whole walk sees: %s', (_which, definition) => {
    const whole = checkedIn(explore(definition));
    const short = checkedIn(explorePairs(definition));
    expect([...short].filter((each) => !whole.has(each))).toEqual([]);
    expect([...whole].filter((each) => !short.has(each) && each !== HIDDEN)).toEqual([]);
  });
});
