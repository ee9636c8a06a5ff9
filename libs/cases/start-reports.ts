import { judge, step, type CaseEvent, type CommandRequest } from '@hemgang/engine';
import { later, type Clock, type Instant, type Refusal } from '@hemgang/kernel';
import type { CaseStore, StoredCase } from '@hemgang/store';
import type { HandoverContext } from '@workflows/handover';
import { commandNamed } from './decide';
import { isRefusal } from './envelope';
import type { WorkflowRegistry } from './registry';
import type { StartLinkName, StartLinkSigner } from './start-link';
import { systemWrite } from './system-write';

/** A report that keeps losing to commands is refused after so many tries. */
const TRIES_MAX = 5;

/** Who acts, in the log: whoever had the link. */
const START_LINK = 'start-link';

/** What can be said by a link. `later`: a new time is agreed with the patient. */
export type LinkReport =
  | { readonly outcome: 'started' | 'not-home' }
  | { readonly outcome: 'later'; readonly startAt: Instant };

/** That a link can be used now, and until when. */
export interface UsableLink {
  readonly expiresAt: Instant;
}

export interface StartReportResources {
  readonly registry: WorkflowRegistry;
  readonly cases: CaseStore;
  readonly signer: StartLinkSigner;
  readonly clock: Clock;
  /** After a commit: wakes relay, sweeper and readers. A hint only. */
  afterCommit(): void;
}

/**
 * How the start of the help turned out, told by somebody who has a one-time link and no account. It
 * becomes an event of the case by the same engine and the same write as a person's command. A
 * refusal writes nothing.
 * @throws DatabaseUnavailable
 */
export class StartReports {
  constructor(private readonly on: StartReportResources) {}

  /** Whether the link can be used. Says nothing of the case. */
  async look(token: string): Promise<UsableLink | Refusal> {
    const found = await this.find(token);
    return isRefusal(found) ? found : { expiresAt: found.expiresAt };
  }

  /** Reports, once. */
  async report(token: string, report: LinkReport): Promise<{ readonly at: Instant } | Refusal> {
    for (let round = 0; round < TRIES_MAX; round += 1) {
      const found = await this.find(token);
      if (isRefusal(found)) return found;
      const outcome = await this.give(found, report);
      if (outcome !== 'stale') return outcome;
    }
    return { code: 'BUSY' };
  }

  private async find(token: string): Promise<Found | Refusal> {
    const name = await this.on.signer.read(token);
    if (name === null) return { code: 'LINK_NOT_FOUND' };
    const { case: stored } = await this.on.cases.load(name.caseId);
    const machine = stored?.state.machines[name.handover];
    if (stored === null || machine === undefined) return { code: 'LINK_NOT_FOUND' };
    const { link } = machine.context as unknown as HandoverContext;
    const now = later(this.on.clock.now(), stored.state.openedAt);
    const isInForce = link?.id === name.link && link.expiresAt > now;
    return isInForce ? { name, stored, now, expiresAt: link.expiresAt } : { code: 'LINK_SPENT' };
  }

  private async give(
    { name, stored, now }: Found,
    report: LinkReport,
  ): Promise<{ readonly at: Instant } | Refusal | 'stale'> {
    const { type, payload } = commandOf(report);
    const workflow = this.on.registry.of(stored.type, stored.state.workflowVersion);
    const command = commandNamed(workflow.definition, type);
    if (command === undefined) throw new Error(`${stored.type} has no command "${type}"`);
    const facts = { occurredAt: now, recordedAt: now, actor: { system: START_LINK }, given: {} };
    const request: CommandRequest = { payload, ...facts };
    const refused = judge(workflow.definition, stored.state, command, name.handover, request);
    if (refused !== null) return { code: 'COMMAND_NOT_POSSIBLE', detail: refused.why };
    const event: CaseEvent = {
      type,
      seq: stored.version + 1,
      machine: name.handover,
      payload,
      ...facts,
    };
    const result = step(workflow.definition, stored.state, event);
    if (result.kind !== 'accepted') {
      return { code: 'COMMAND_NOT_POSSIBLE', detail: command.possibleWhen };
    }
    const outcome = await this.on.cases.write(systemWrite(workflow, stored, event, result));
    if (outcome.kind !== 'written') return 'stale';
    this.on.afterCommit();
    return { at: now };
  }
}

interface Found {
  readonly name: StartLinkName;
  readonly stored: StoredCase;
  readonly now: Instant;
  readonly expiresAt: Instant;
}

function commandOf(report: LinkReport): Pick<CaseEvent, 'type' | 'payload'> {
  switch (report.outcome) {
    case 'started':
      return { type: 'take-over', payload: {} };
    case 'not-home':
      return { type: 'report-no-start', payload: { outcome: 'not-home' } };
    case 'later':
      return {
        type: 'report-no-start',
        payload: { outcome: 'postponed-agreed', startAt: report.startAt },
      };
  }
}
