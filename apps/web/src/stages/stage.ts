import type { AllowedCommand, AnyCase, CasePath, OtherCommand } from '../api/types';
import { stages, type Stage } from '../generated/stages';
import type { Text } from '../language';

/** A stage as it is for one case and one reader. */
export interface SeenStage extends Pick<Stage, 'key' | 'label' | 'isAside'> {
  readonly isPresent: boolean;
  /** What leads there now. */
  readonly open: readonly AllowedCommand[];
  /** What leads there, and is not possible now. */
  readonly shut: readonly OtherCommand[];
  /** On what it follows by itself, when all that was owed is done; none: it takes a command. */
  readonly follows: readonly Text[];
}

/** What of a case decides where it is and where it can go. */
export type Situation = Pick<AnyCase, 'state' | 'allowedCommands' | 'otherCommands'> & {
  readonly ending?: { readonly word: string } | null;
};

/**
 * The stages of a case: the main road in the order of life, then the side roads.
 * @returns none for a type of case that is not drawn
 */
export function seenStages(path: CasePath, view: Situation): readonly SeenStage[] {
  const all = stages[path] ?? [];
  const present = presentKey(all, view);
  const told = new Set<string>();
  return all.map((stage) => {
    const { key, label, isAside, ways, byItself } = stage;
    const isPresent = key === present;
    const now = isPresent ? [] : (ways[present] ?? []);
    const leading = now.length > 0 || isPresent ? now : earlierWays(all, stage);
    const reasons = view.otherCommands.filter(({ name }) => leading.includes(name));
    const untold = reasons.filter(({ name }) => !told.has(name));
    for (const { name } of reasons) told.add(name);
    return {
      ...{ key, label, isAside, isPresent },
      open: view.allowedCommands.filter(({ name }) => now.includes(name)),
      // Once is enough, but no stage is without its reason.
      shut: untold.length > 0 ? untold : reasons,
      follows: all.filter((one) => byItself.includes(one.key)).map((one) => one.label),
    };
  });
}

/** The commands that are not told of at any stage. */
export function restOf(
  seen: readonly SeenStage[],
  { otherCommands }: Pick<Situation, 'otherCommands'>,
): readonly OtherCommand[] {
  const told = seen.flatMap(({ shut }) => shut);
  return otherCommands.filter((command) => !told.includes(command));
}

/** How the case ended says more than that it is closed. */
function presentKey(all: readonly Stage[], { state, ending }: Situation): string {
  const isOwnRoad = all.some(({ key, isAside }) => isAside && key === ending?.word);
  return isOwnRoad && ending != null ? ending.word : state;
}

/** How the main road leads to a stage; where it does not, how anything does. */
function earlierWays(all: readonly Stage[], { key, ways, byItself }: Stage): readonly string[] {
  if (byItself.length > 0) return [];
  const earlier = all.slice(
    0,
    all.findIndex((stage) => stage.key === key),
  );
  const road = earlier.filter(({ isAside }) => !isAside).flatMap((stage) => ways[stage.key] ?? []);
  return road.length > 0 ? road : Object.values(ways).flat();
}
