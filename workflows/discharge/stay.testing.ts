import {
  definitionOf,
  nextTimer,
  step,
  type Accepted,
  type CaseEvent,
  type CaseState,
  type DutyDeclaration,
  type LoggedEvent,
  type MachineId,
  type NotPossible,
  type OpenDuty,
  type Timer,
} from '@hemgang/engine';
import { instantAt, type Instant } from '@hemgang/kernel';
import { discharge } from './index';
import {
  everythingKnown,
  play,
  type Asked,
  type Known,
  type Played,
  type Refused,
} from './play.testing';

/** `2026-03-02 08:00` as a Swedish clock shows it. */
export function at(local: string): Instant {
  const [date = '', time = ''] = local.split(' ');
  return instantAt(date, time);
}

export const patient = {
  number: '19460529-9817',
  name: 'Elsa Sjöström',
  address: 'Storgatan 12, 903 26 Umeå',
  municipality: '2480',
};

/** A patient whom nobody can identify. */
export const unknown = { number: 'VB2026-000123', name: 'Okänd kvinna, omkring 80 år' };

/** Needs that no open care must be told of: one receiver is enough. */
export const socialNeeds = { socialServices: true, municipalHealthCare: false, openCare: false };
export const allNeeds = { socialServices: true, municipalHealthCare: true, openCare: true };

/** A stay on its way: a real history through `step`, no state is made by hand. */
export class Stay {
  readonly log: CaseEvent[] = [];
  /** The log as it is stored: with whom each event was told to. */
  readonly logged: LoggedEvent[] = [];
  private current: CaseState | null = null;
  private lastStep: Accepted | null = null;

  constructor(private readonly known: Known = everythingKnown) {}

  get state(): CaseState {
    if (this.current === null) throw new Error('nobody has been admitted');
    return this.current;
  }

  get last(): Accepted {
    if (this.lastStep === null) throw new Error('nothing has happened');
    return this.lastStep;
  }

  /** A command that may be refused. */
  ask(asked: Asked): Played | Refused {
    const answer = play(this.current, asked, this.known, this.logged);
    if (answer.kind === 'played') this.keep(answer.event, answer.result);
    return answer;
  }

  /** A command that must be taken. @param when as a Swedish clock shows it */
  give(when: string, name: string, payload: Asked['payload'] = {}, more?: Partial<Asked>): this {
    const answer = this.ask({ name, payload, recordedAt: at(when), ...more });
    if (answer.kind === 'played') return this;
    const why = answer.why === undefined ? '' : ` (${answer.why.sv})`;
    throw new Error(`${name} at ${when} was refused because of its ${answer.because}${why}`);
  }

  /** An event that nobody asks for. */
  happen(event: CaseEvent): Accepted | NotPossible {
    const result = step(discharge, this.state, event);
    if (result.kind === 'accepted') this.keep(event, result);
    return result;
  }

  /** Fires every timer that is due, in the order of their times, as the sweeper does. */
  sweep(now: Instant): Accepted[] {
    const due = timersOf(this.state).filter(({ fireAt }) => fireAt <= now);
    return due
      .sort((a, b) => (a.fireAt < b.fireAt ? -1 : 1))
      .map((timer) => this.happen(ladderEvent(this.state, timer, now)))
      .filter((result) => result.kind === 'accepted');
  }

  duty(key: string, machine?: MachineId): OpenDuty {
    const found = this.state.duties.find(
      (duty) => duty.key === key && (machine === undefined || duty.machine === machine),
    );
    if (found === undefined) throw new Error(`no open duty "${key}"`);
    return found;
  }

  private keep(event: CaseEvent, result: Accepted): void {
    this.current = result.state;
    this.lastStep = result;
    this.log.push(event);
    const told = result.effects.flatMap((effect) =>
      effect.type === 'disclose' ? effect.units : [],
    );
    this.logged.push({ ...event, machine: event.machine ?? null, told, moved: result.touched });
  }
}

/** The next timer of every open duty, from the state alone. */
export function timersOf(state: CaseState): Timer[] {
  return state.duties
    .map((duty) => nextTimer(duty, declarationOf(state, duty)))
    .filter((timer) => timer !== null);
}

/** What a duty of the case was declared as. */
export function declarationOf({ machines }: CaseState, duty: OpenDuty): DutyDeclaration {
  const kind = machines[duty.machine]?.kind ?? '';
  const declaration = definitionOf(discharge, kind).duties[duty.key];
  if (declaration === undefined) throw new Error(`duty "${duty.key}" is not declared`);
  return declaration;
}

export function ladderEvent(state: CaseState, timer: Timer, now: Instant): CaseEvent {
  return {
    type: 'ladder',
    seq: state.seq + 1,
    occurredAt: timer.fireAt,
    recordedAt: now,
    actor: { system: 'sweeper' },
    payload: { duty: timer.duty, step: timer.step, due: timer.due },
    given: {},
  };
}
