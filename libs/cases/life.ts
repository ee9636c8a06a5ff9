import { later, type Clock, type Instant } from '@hemgang/kernel';
import type { SeedingStore } from '@hemgang/store';
import { dispatchOf } from '@workflows/dispatch';
import type { CaseView } from './case-view';
import type { ShownAnswer } from './answered-commands';
import type { Service, UseCases } from './service';
import { readerOf } from './sessions';
import type { SettlementView } from './settlement/settlement-view';
import type { SipView } from './sip/sip-view';

/** One command of an invented life: who gives it when. */
export interface LifeStep {
  readonly at: Instant;
  /** Which of the life's stays it belongs to, from 0; the first step of each opens its case. */
  readonly stay: number;
  /** Id of the assignment that acts. */
  readonly by: string;
  readonly command: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A field of the body that names something whose id is known only inside the case. */
  readonly names: NamedMachine | NamedInSettlement | NamedVersion | null;
}

interface NamedMachine {
  readonly field: string;
  readonly handoverOf: string;
  readonly machine: 'handover' | 'homecoming' | 'dispatch';
}

/** A row of a settlement, or a dispute, by its place. */
interface NamedInSettlement {
  readonly field: 'row' | 'dispute';
  readonly nth: number;
}

/** The last version of a SIP's plan. */
interface NamedVersion {
  readonly field: 'version';
  readonly latest: 'plan';
}

/** One person's invented stays, to be lived from their beginning to the present. */
export interface Life {
  /** Names it in idempotency keys and faults: `seed-17`. Never used for another life. */
  readonly key: string;
  /** The path segment of its cases' type: `discharges`. */
  readonly path: string;
  /** When it began, if it is begun now. */
  beginsAt(now: Instant): Instant;
  /** All its steps, the opening first, when it began then; the opening's body is always the same. */
  steps(openedAt: Instant): readonly LifeStep[];
}

/** A step of an invented life was refused: the script and the process do not agree. */
export class SeedingFault extends Error {
  constructor(life: Life, index: number, command: string, code: string) {
    super(`${life.key}: step ${index} (${command}) was refused with ${code}`);
    this.name = 'SeedingFault';
  }
}

/** How a life went: `left-to-others` when somebody else has gone on with one of its cases. */
export type LifeOutcome = 'lived' | 'left-to-others' | 'stopped';

/** A case of the life, as its last event has left it. */
interface LivedStay {
  readonly caseId: string;
  version: number;
  view: CaseView;
}

/**
 * Lives through one life by the use cases, at its own time: the steps of its people, the reminders
 * that come due between them, and what one stay tells another. Repeatable: each step has a fixed
 * idempotency key, so what has been done is not done again.
 */
export class LifeRun {
  private readonly clock: SimulatedClock;
  private readonly useCases: UseCases;
  private readonly stays: LivedStay[] = [];

  /**
   * @param now how far the life is lived
   * @param reminds whether reminders fire on the way; otherwise they wait for the sweeper
   */
  constructor(
    private readonly on: Pick<Service, 'seedWith' | 'directory'> & {
      readonly seeding: SeedingStore;
    },
    private readonly life: Life,
    private readonly now: Instant,
    private readonly reminds: boolean,
  ) {
    this.clock = new SimulatedClock(life.beginsAt(now));
    this.useCases = on.seedWith(this.clock);
  }

  /** @throws SeedingFault, DatabaseUnavailable */
  async live(stopping: AbortSignal): Promise<LifeOutcome> {
    const [opening] = this.life.steps(this.clock.now());
    if (opening === undefined) throw new Error(`${this.life.key} has no step`);
    const { stay, replayed } = await this.open(0, opening);
    // Begun in an earlier run, it goes on from when it began then.
    const { openedAt } = stay.view;
    this.clock.startAt(openedAt);
    const steps = this.life.steps(openedAt);
    const done = replayed ? await this.resume(steps) : 1;
    for (const [index, step] of steps.entries()) {
      if (index < done) continue;
      if (step.at > this.now) break;
      if (stopping.aborted) return 'stopped';
      await this.remindUntil(step.at);
      this.clock.goTo(step.at);
      if (!(await this.take(index, step))) return this.end('left-to-others');
    }
    await this.remindUntil(this.now);
    return this.end('lived');
  }

  /**
   * Finds out how far an earlier run has come, and takes its cases as it has left them.
   * @returns how many steps it has taken
   */
  private async resume(steps: readonly LifeStep[]): Promise<number> {
    let done = 0;
    for (const [index, step] of steps.entries()) {
      const version = await this.on.seeding.versionAt(step.by, `${this.life.key}-${index}`);
      if (version === null) break;
      const stay = this.stays[step.stay] ?? (await this.open(index, step)).stay;
      // Since then it may have been reminded of or told something.
      stay.version = version + (await this.on.seeding.systemEventsAfter(stay.caseId, version));
      done = index + 1;
    }
    return done;
  }

  private async end(outcome: LifeOutcome): Promise<LifeOutcome> {
    await this.on.seeding.release(this.stays.map(({ caseId }) => caseId));
    return outcome;
  }

  /** @returns false when the case is somebody else's now */
  private async take(index: number, step: LifeStep): Promise<boolean> {
    const stay = this.stays[step.stay];
    if (stay === undefined) {
      await this.open(index, step);
      return true;
    }
    const { path, key } = this.life;
    const body = bodyOf(step, stay);
    // A month without such a row has no dispute about it.
    if (body === null) return true;
    const incoming = { body, key: `${key}-${index}`, ifVersion: stay.version };
    const { answered } = this.useCases;
    const answer = await answered.give(
      path,
      stay.caseId,
      step.command,
      incoming,
      this.reader(step),
    );
    // Another version means that somebody has gone on with the case since an earlier run was stopped.
    if (!answer.ok && answer.refusal.code === 'VERSION_STALE') return false;
    const accepted = this.accepted(index, step, answer);
    stay.version = accepted.version;
    stay.view = accepted.view;
    return true;
  }

  private async open(index: number, step: LifeStep) {
    const { path, key } = this.life;
    const incoming = { body: step.payload, key: `${key}-${index}` };
    const answer = await this.useCases.answered.open(path, incoming, this.reader(step));
    const { caseId, view, version, replayed } = this.accepted(index, step, answer);
    const stay: LivedStay = { caseId, view, version };
    this.stays.push(stay);
    // Nothing but an admission tells another stay anything.
    for (const told of await this.useCases.linkedFacts.tellAllOf(caseId)) {
      const target = this.stays.find((each) => each.caseId === told);
      if (target !== undefined) target.version += 1;
    }
    return { stay, replayed };
  }

  /** Fires what comes due until then, each reminder at its own time. */
  private async remindUntil(until: Instant): Promise<void> {
    if (!this.reminds) return;
    const { seeding } = this.on;
    const ids = this.stays.map(({ caseId }) => caseId);
    let timer = await seeding.nextTimer(ids, until);
    while (timer !== null) {
      const { caseId } = timer;
      this.clock.goTo(timer.fireAt);
      // A case that somebody else has gone on with is left to the sweeper.
      if (!(await this.useCases.reminders.fire(timer))) return;
      const stay = this.stays.find((each) => each.caseId === caseId);
      if (stay !== undefined) stay.version += 1;
      timer = await seeding.nextTimer(ids, until);
    }
  }

  private accepted(index: number, { command }: LifeStep, answer: ShownAnswer): Accepted {
    if (!answer.ok) throw new SeedingFault(this.life, index, command, answer.refusal.code);
    return answer;
  }

  private reader({ by }: LifeStep) {
    const reader = readerOf(this.on.directory(), by, 'sv');
    if (reader === null) throw new Error(`The directory has no assignment ${by}.`);
    return reader;
  }
}

type Accepted = Extract<ShownAnswer, { ok: true }>;

/** @returns null when the case has not what the step is about */
function bodyOf({ names, payload }: LifeStep, { view }: LivedStay): LifeStep['payload'] | null {
  if (names === null) return payload;
  if ('nth' in names) {
    const name = settledName(names, view);
    return name === undefined ? null : { ...payload, [names.field]: name };
  }
  if ('latest' in names) {
    return { ...payload, version: (view as SipView).sip.plan.at(-1)?.version };
  }
  const isHomecoming = names.machine === 'homecoming';
  const handover = view.parties.find(
    ({ unit, kind }) => unit.id === names.handoverOf && (kind === 'homecoming') === isHomecoming,
  )?.id;
  const isDispatch = names.machine === 'dispatch' && handover !== undefined;
  return { ...payload, [names.field]: isDispatch ? dispatchOf(handover) : handover };
}

function settledName({ field, nth }: NamedInSettlement, view: CaseView): string | undefined {
  const { rows, disputes } = (view as SettlementView).settlement;
  return (field === 'row' ? rows : disputes)[nth]?.id;
}

/** Time as one invented life lives it. */
class SimulatedClock implements Clock {
  constructor(private at: Instant) {}

  now(): Instant {
    return this.at;
  }

  startAt(at: Instant): void {
    this.at = at;
  }

  goTo(at: Instant): void {
    this.at = later(this.at, at);
  }
}
