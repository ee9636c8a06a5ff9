import type { UnitCapacity } from './capacity';
import type { UnitHours } from './opening-hours';
import type { Absence, HandOver, Watch, WatchTurn } from './watches';

/** An absence that can be taken back. */
export interface NotedAbsence extends Absence {
  readonly id: string;
}

/** A watch as its controller keeps it. */
export interface KeptWatch extends Watch {
  /** Whose administrators decide on it; all its units are theirs. */
  readonly controller: string;
  /** Counts its changes; absent: none yet. */
  readonly version?: number;
}

/** What controllers have said of who reads, and of how many they can receive: part of the directory. */
export interface CoverData {
  readonly hours: readonly UnitHours[];
  readonly absences: readonly NotedAbsence[];
  readonly watches: readonly KeptWatch[];
  readonly turns: readonly WatchTurn[];
  readonly handOvers: readonly HandOver[];
  readonly capacities: readonly UnitCapacity[];
}

/** Nobody has said anything: the county's hours hold, and no watch stands. */
export const NO_COVER: CoverData = {
  hours: [],
  absences: [],
  watches: [],
  turns: [],
  handOvers: [],
  capacities: [],
};
