import type { Directory } from '@hemgang/directory';
import { localDate, type Clock } from '@hemgang/kernel';
import type { FigureCase, FigureStore, StoredPart } from '@hemgang/store';
import { caseParts, FIGURE_EVENTS } from './case-parts';
import { MEASURES_VERSION } from './measures';

interface FigureResources {
  readonly store: FigureStore;
  readonly clock: Clock;
  directory(): Directory;
}

/** Keeps figures up with the log (record 37): whoever runs it may stop at any time and go on later. */
export class KeepFigures {
  constructor(private readonly on: FigureResources) {}

  /**
   * One round. @returns whether there may be more to do at once
   * @throws DatabaseUnavailable
   */
  round(): Promise<boolean> {
    const { store, clock } = this.on;
    const now = clock.now();
    const directory = this.on.directory();
    const today = localDate(now);
    const partsOf = (each: FigureCase): readonly StoredPart[] =>
      caseParts(each, directory, today).map((part) => ({ caseId: each.id, ...part }));
    return store.round({
      ...{ version: MEASURES_VERSION, now, today, types: FIGURE_EVENTS },
      reckon: (cases) => cases.flatMap(partsOf),
    });
  }
}
