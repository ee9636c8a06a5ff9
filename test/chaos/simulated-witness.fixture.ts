import { replayed, type CommandAnswer, type WorkflowRegistry } from '@hemgang/cases';
import {
  definitionOf,
  nextTimer,
  type CaseState,
  type OpenDuty,
  type Timer,
} from '@hemgang/engine';
import { plusMs, type Instant } from '@hemgang/kernel';
import type { CaseWrite } from '@hemgang/store';
import type { Accepted, AnswerWatcher, Intent } from './simulated-clients.fixture';
import {
  asStored,
  isSame,
  keyOf,
  type CaseRecord,
  type OutboxRecord,
  type SimulatedTables,
  type Watcher,
} from './simulated-tables.fixture';
import type { VirtualWorld } from './virtual-world.fixture';

/** Who may not any more is told so before a repeat is looked up. */
const NO_MORE = ['NOT_FOUND', 'ROLE_NOT_ALLOWED'];

/** Sees everything that happens in a simulated life and says which promise was broken. */
export class Witness implements Watcher, AnswerWatcher {
  readonly faults: string[] = [];
  events = 0;
  reminders = 0;
  digest = 0;
  private readonly byKey = new Map<string, { readonly caseId: string; readonly seq: number }>();
  private readonly toDo = new Map<string, string>();
  private readonly effects = new Map<string, number>();
  private readonly latest = new Map<string, number>();
  /** Rows that were laid aside: people put them back in line, behind later ones. */
  readonly parked = new Set<number>();

  constructor(
    private readonly world: VirtualWorld,
    private readonly registry: WorkflowRegistry,
  ) {}

  written(record: CaseRecord, write: CaseWrite): void {
    const { event, caseId, outbox, state, idempotency } = write;
    const name = `event ${event.seq} ${event.type} of case ${record.index}`;
    this.events += 1;
    this.note(`${name} ${event.recordedAt}`);
    if (event.seq !== record.log.length || state.seq !== event.seq) this.broke(`${name}: a gap`);
    if (event.recordedAt > this.world.now) this.broke(`${name}: recorded before its time`);
    if (event.occurredAt > event.recordedAt) this.broke(`${name}: happened after it was recorded`);
    const isByPerson = typeof event.actor['unit'] === 'string';
    if (isByPerson !== (idempotency !== null)) this.broke(`${name}: invented, nobody asked for it`);
    if (idempotency !== null) this.noteKey(name, keyOf(idempotency), caseId, event.seq);
    for (const { key, job } of outbox) this.toDo.set(key, job);
    if (event.type === 'ladder') this.reminded(name, record, write);
    this.owners(name, record);
  }

  done({ id, key, caseId, receiver, job }: OutboxRecord): void {
    const times = (this.effects.get(key) ?? 0) + 1;
    this.effects.set(key, times);
    if (times > 1) this.broke(`an effect happened ${times} times`);
    if (this.parked.has(id)) return;
    const line = `${caseId} ${receiver}`;
    if (id < (this.latest.get(line) ?? 0))
      this.broke(`${receiver} was told ${job} ${key} out of order`);
    this.latest.set(line, Math.max(id, this.latest.get(line) ?? 0));
  }

  isWritten({ wish, key }: Intent): boolean {
    return this.byKey.has(keyOf({ caller: wish.by.assignment, key }));
  }

  answered(intent: Intent, answer: CommandAnswer, wasWritten: boolean): void {
    const name = `${intent.wish.command} under ${intent.key}`;
    if (!answer.ok) {
      if (wasWritten && !NO_MORE.includes(answer.refusal.code)) {
        this.broke(`${name}: was done and is now answered ${answer.refusal.code}`);
      }
      return;
    }
    const event = this.byKey.get(keyOf({ caller: intent.wish.by.assignment, key: intent.key }));
    if (event?.caseId !== answer.caseId || event.seq !== answer.version) {
      this.broke(`${name}: acknowledged, and no such event is there`);
    }
    if (wasWritten && !answer.replayed) this.broke(`${name}: a repeat that does not say so`);
    const first = intent.answer;
    if (first?.ok === true && !isSameAnswer(first, answer)) {
      this.broke(`${name}: a repeat is answered otherwise than the first time`);
    }
  }

  answeredOther({ wish }: Intent, answer: CommandAnswer): void {
    const code = answer.ok ? 'OK' : answer.refusal.code;
    if (code !== 'IDEMPOTENCY_KEY_REUSED' && !NO_MORE.includes(code)) {
      this.broke(`${wish.command}: another body under the same key is answered ${code}`);
    }
  }

  /** When all is quiet: nothing is lost, nothing left undone, everything as its log says. */
  atEnd(tables: SimulatedTables, intents: readonly Intent[]): void {
    for (const intent of intents) this.known(intent);
    for (const key of this.toDo.keys()) {
      if (!this.effects.has(key)) this.broke('an effect never happened');
    }
    for (const key of this.effects.keys()) {
      if (!this.toDo.has(key)) this.broke('an effect that nobody asked for');
    }
    for (const record of tables.cases.values()) this.caseAtEnd(record);
  }

  private note(what: string): void {
    for (let index = 0; index < what.length; index += 1) {
      this.digest = (Math.imul(this.digest, 31) + what.charCodeAt(index)) | 0;
    }
  }

  private broke(what: string): void {
    this.faults.push(what);
  }

  private noteKey(name: string, key: string, caseId: string, seq: number): void {
    if (this.byKey.has(key)) this.broke(`${name}: the same key was carried out twice`);
    this.byKey.set(key, { caseId, seq });
  }

  /** A rung of a ladder is never reached before its time. */
  private reminded(name: string, { stored }: CaseRecord, { event, outbox }: CaseWrite): void {
    this.reminders += 1;
    const { duty: id, due } = event.payload as { readonly duty: string; readonly due: Instant };
    const duty = stored.state.duties.find((each) => each.id === id);
    const [row] = outbox;
    if (duty === undefined || row?.job !== 'deliver-notices') {
      this.broke(`${name}: reminds nobody`);
      return;
    }
    const { ladder, announces } = this.declared(stored.state, duty);
    const rung = ladder.find(({ name: each }) =>
      [each, announces?.as[each]].includes(row.task.entry),
    );
    if (rung === undefined || plusMs(due, rung.afterDueMs) > this.world.now) {
      this.broke(`${name}: a deadline fired early`);
    }
  }

  /** Each open duty has exactly one owner, in the state and in the rows. */
  private owners(name: string, { stored, duties }: CaseRecord): void {
    const open = [...duties.values()].filter(({ closedSeq }) => closedSeq === null);
    if (open.length !== stored.state.duties.length) this.broke(`${name}: duties and rows differ`);
    for (const duty of stored.state.duties) {
      const row = duties.get(duty.id);
      const context = stored.state.machines[duty.machine]?.context;
      const owner = this.declared(stored.state, duty).owner(context);
      if (duty.unit === '' || duty.unit !== owner || row?.unit !== owner || row.due !== duty.due) {
        this.broke(`${name}: ${duty.id} has not one owner and one due time`);
      }
    }
  }

  private known(intent: Intent): void {
    const { answer, wish, key, hasOverlapped } = intent;
    const name = `${wish.command} under ${key}`;
    if (answer === null) this.broke(`${name}: was never answered`);
    else if (!answer.ok && this.isWritten(intent) && !hasOverlapped) {
      if (!NO_MORE.includes(answer.refusal.code)) this.broke(`${name}: refused and yet done`);
    }
  }

  private caseAtEnd({ stored, log, timers, index }: CaseRecord): void {
    const { state, type } = stored;
    if (!isSame(this.told(type, log), state)) this.broke(`case ${index} is not what its log says`);
    const wanted = state.duties.flatMap(
      (duty) => nextTimer(duty, this.declared(state, duty)) ?? [],
    );
    const kept = [...timers.values()].map(({ leasedUntil: _, ...timer }) => timer);
    if (!isSame(byDuty(wanted), byDuty(kept))) this.broke(`case ${index}: a timer is lost`);
    if (wanted.some(({ fireAt }) => fireAt <= this.world.now)) {
      this.broke(`case ${index}: a deadline has passed and nobody was reminded`);
    }
  }

  /** The state that the log alone gives; null when it cannot have happened. */
  private told(type: string, log: CaseRecord['log']): CaseState | null {
    try {
      return replayed(this.registry, type, asStored(log)).at(-1)?.state ?? null;
    } catch {
      return null;
    }
  }

  private declared({ type, workflowVersion, machines }: CaseState, duty: OpenDuty) {
    const { definition } = this.registry.of(type, workflowVersion);
    const declared = definitionOf(definition, machines[duty.machine]?.kind ?? '').duties[duty.key];
    if (declared === undefined) throw new Error(`${duty.key} is not declared.`);
    return declared;
  }
}

function byDuty(timers: readonly Timer[]): Timer[] {
  return [...timers].sort((a, b) => (a.duty < b.duty ? -1 : 1));
}

function isSameAnswer(first: Accepted, again: Accepted): boolean {
  return (
    first.caseId === again.caseId &&
    first.version === again.version &&
    first.status === again.status
  );
}
