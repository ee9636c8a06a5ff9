import { step, UNIT_REPLACED, type CaseEvent } from '@hemgang/engine';
import { canReceiveHandover, type Directory } from '@hemgang/directory';
import type { Clock } from '@hemgang/kernel';
import type { CaseStore, DirectoryStore, UnitCases } from '@hemgang/store';
import type { WorkflowRegistry } from './registry';
import { systemWrite } from './system-write';

/** A case whose commands keep winning is tried again this often before it is reported. */
const TRIES_MAX = 5;

const ACTOR = { system: 'unit-closing' };

/** Why a unit cannot be closed into another. */
export type NotClosed = 'unknown-unit' | 'unknown-successor' | 'other-kind' | 'other-huvudman';

/** What closing a unit did. */
export interface UnitClosed {
  /** Cases whose open duties and places have passed to the successor. */
  readonly moved: number;
  /** Cases that could not be moved now; run it again. */
  readonly left: readonly string[];
}

export interface UnitClosingResources {
  readonly registry: WorkflowRegistry;
  readonly cases: CaseStore;
  readonly directories: DirectoryStore;
  readonly unitCases: UnitCases;
  readonly clock: Clock;
  directory(): Directory;
  directoryChanged(): Promise<void>;
  afterCommit(): void;
}

/**
 * Closes a unit, or merges it into another: nobody can name it any more, and in every open case
 * its duties, handovers and place pass to its successor by one recorded event each. May be run
 * again: what has been moved is not moved twice.
 */
export class UnitClosing {
  constructor(private readonly on: UnitClosingResources) {}

  async close(unit: string, into: string): Promise<UnitClosed | NotClosed> {
    const fault = this.fault(unit, into);
    if (fault !== null) return fault;
    // First the directory: no case that opens meanwhile can name the closed unit.
    await this.on.directories.closeUnit(unit, into);
    await this.on.directoryChanged();
    const left: string[] = [];
    let moved = 0;
    for (const id of await this.on.unitCases.openOf(unit)) {
      const outcome = await this.move(id, unit, into);
      if (outcome === 'moved') moved += 1;
      if (outcome === 'busy') left.push(id);
    }
    return { moved, left };
  }

  private fault(unit: string, into: string): NotClosed | null {
    const directory = this.on.directory();
    const closing = directory.unit(unit);
    const successor = directory.unit(into);
    if (closing === undefined) return 'unknown-unit';
    if (closing.closedInto !== null && closing.closedInto !== into) return 'unknown-unit';
    if (successor === undefined || successor.closedInto !== null || into === unit) {
      return 'unknown-successor';
    }
    // A handover's machine has the shape of its receiver's kind.
    if (canReceiveHandover(closing.kind) && closing.kind !== successor.kind) return 'other-kind';
    return directory.huvudmanOf(unit)?.id === directory.huvudmanOf(into)?.id
      ? null
      : 'other-huvudman';
  }

  private async move(id: string, from: string, into: string): Promise<'moved' | 'none' | 'busy'> {
    for (let round = 0; round < TRIES_MAX; round += 1) {
      const { case: found } = await this.on.cases.load(id);
      if (found === null) return 'none';
      const { state, version } = found;
      const workflow = this.on.registry.of(found.type, state.workflowVersion);
      const event = this.event(version + 1, from, into);
      const result = step(workflow.definition, state, event);
      if (result.kind !== 'accepted') return 'none';
      const outcome = await this.on.cases.write(systemWrite(workflow, found, event, result));
      if (outcome.kind !== 'written') continue;
      this.on.afterCommit();
      return 'moved';
    }
    return 'busy';
  }

  private event(seq: number, from: string, into: string): CaseEvent {
    const now = this.on.clock.now();
    return {
      type: UNIT_REPLACED,
      seq,
      occurredAt: now,
      recordedAt: now,
      actor: ACTOR,
      payload: { from, into },
      given: {},
    };
  }
}
