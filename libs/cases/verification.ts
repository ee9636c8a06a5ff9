import { isDeepStrictEqual } from 'node:util';
import { EngineFault } from '@hemgang/engine';
import { canonicalJson } from '@hemgang/kernel';
import {
  LOWEST_ID,
  type CaseStore,
  type EventRow,
  type StoredCase,
  type VerificationStore,
} from '@hemgang/store';
import { replayed } from './case-events';
import { digestsOf, sha256 } from './contents';
import type { WorkflowRegistry } from './registry';

/** What does not fit together in a case. */
export type CaseFault =
  /** Its log has not every number from one to its version. */
  | 'gap'
  /** An event is not what was written: its hash is another. */
  | 'hash'
  /** A content is not what the event says was disclosed. */
  | 'content'
  /** The log cannot have happened by the process it names, or gives another state. */
  | 'state'
  /** Worklists show other open duties than the state has. */
  | 'duties';

export interface FaultyCase {
  readonly caseId: string;
  readonly faults: readonly CaseFault[];
}

export interface VerifiedCases {
  /** How many have been looked at. */
  readonly looked: number;
  readonly faulty: readonly FaultyCase[];
  /** False when it was stopped before the last case. */
  readonly isWhole: boolean;
}

export interface VerificationResources {
  readonly registry: WorkflowRegistry;
  readonly cases: CaseStore;
  readonly whole: VerificationStore;
}

/** Cases read at once. */
const PAGE_CASES = 100;

/** Says of each case whether what is stored is what was written; it changes nothing. */
export class Verification {
  constructor(private readonly on: VerificationResources) {}

  /**
   * Looks at every case, by id. Commands may go on meanwhile: a case that changes while it is
   * looked at is looked at again.
   * @param onPage told how many have been looked at so far
   */
  async all(onPage: (looked: number) => void, stopping: AbortSignal): Promise<VerifiedCases> {
    const faulty: FaultyCase[] = [];
    let looked = 0;
    let after = LOWEST_ID;
    for (;;) {
      const page = await this.on.whole.cases(after, PAGE_CASES);
      const last = page.at(-1);
      if (last === undefined || stopping.aborted) {
        return { looked, faulty, isWhole: last === undefined };
      }
      for (const stored of page) {
        const faults = await this.faultsOf(stored);
        if (faults.length > 0) faulty.push({ caseId: stored.id, faults });
      }
      looked += page.length;
      after = last.id;
      onPage(looked);
    }
  }

  private async faultsOf(stored: StoredCase): Promise<CaseFault[]> {
    const faults = await this.look(stored);
    if (faults.length === 0) return [];
    const again = (await this.on.cases.load(stored.id)).case;
    return again === null || again.version === stored.version ? faults : this.faultsOf(again);
  }

  private async look(stored: StoredCase): Promise<CaseFault[]> {
    const { id, version, state } = stored;
    const [events, contents, duties] = await Promise.all([
      this.on.cases.events(id, 0, version),
      this.on.whole.contents(id),
      this.on.whole.openDuties(id),
    ]);
    const digests = new Map(events.map((event) => [event.seq, event.digests]));
    const owed = state.duties.map(({ id: duty, unit, person = null, due }) => ({
      id: duty,
      unit,
      person,
      due,
    }));
    const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
    const fits: Readonly<Record<CaseFault, boolean>> = {
      gap: events.length === version && events.every(({ seq }, index) => seq === index + 1),
      hash: events.every((event) => hashOf(id, event) === event.hash),
      content: contents.every((content) =>
        Object.entries(digestsOf([content])).every(
          ([copy, digest]) => digests.get(content.seq)?.[copy] === digest,
        ),
      ),
      state: isDeepStrictEqual(this.stateOf(stored, events), state),
      duties: isDeepStrictEqual([...owed].sort(byId), [...duties].sort(byId)),
    };
    return (Object.keys(fits) as CaseFault[]).filter((fault) => !fits[fault]);
  }

  /** What the log gives; undefined when it gives nothing. */
  private stateOf({ type }: StoredCase, events: readonly EventRow[]): unknown {
    try {
      const state = replayed(this.on.registry, type, events).at(-1)?.state;
      // As a row of JSON keeps it.
      return state && (JSON.parse(JSON.stringify(state)) as unknown);
    } catch (error) {
      if (error instanceof EngineFault) return undefined;
      throw error;
    }
  }
}

function hashOf(caseId: string, { hash: _, ...line }: EventRow): string {
  return sha256(canonicalJson({ caseId, ...line }));
}
