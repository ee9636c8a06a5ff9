import {
  aim,
  CORRECT,
  DISPUTE,
  keeping,
  MAKULERA,
  mayAnswer,
  commandOf,
  step,
  type CaseEvent,
  type CaseState,
  type LoggedEvent,
} from '@hemgang/engine';
import { instantAt, type Instant } from '@hemgang/kernel';
import { vasterbottenAssumed } from '@workflows/agreement';
import { discharge } from '@workflows/discharge';
import type { CaseLog, LogLine } from './log-line';
import type { Places } from './stay-facts';

type Payload = Readonly<Record<string, unknown>>;

/** How a line differs from one that its usual unit records as it happens. */
export interface More {
  readonly by?: string;
  readonly machine?: string;
  readonly occurredAt?: string;
  /** By phone, then. */
  readonly toldAt?: string;
  readonly given?: Payload;
}

const KINDS: Readonly<Record<string, string>> = {
  medicin: 'ward',
  ortopedi: 'ward',
  psykiatri: 'ward',
  'umea-bistand': 'municipal-social',
  'umea-bistand-ost': 'municipal-social',
  'vannas-bistand': 'municipal-social',
  'lulea-bistand': 'municipal-social',
  mariehem: 'halsocentral',
};

const MUNICIPALITIES: Readonly<Record<string, string>> = {
  umea: '2480',
  vannas: '2460',
  lulea: '2580',
};

/** What the units of these stays are. */
export const places: Places = {
  region: '24',
  municipalityOf: (unit) => MUNICIPALITIES[unit.split('-')[0] ?? ''] ?? null,
  isOpenCare: (unit) => KINDS[unit] === 'halsocentral',
  careTypeOf: (ward) => (ward === 'psykiatri' ? 'psychiatric' : 'somatic'),
};

/** `2026-03-02 08:00` as a Swedish clock shows it. */
export function at(local: string): Instant {
  const [date = '', time = ''] = local.split(' ');
  return instantAt(date, time);
}

/** A stay lived through the real process, and its log as it is stored. */
export class LivedStay {
  readonly lines: LogLine[] = [];
  private readonly logged: LoggedEvent[] = [];
  private state: CaseState | null = null;

  constructor(readonly id = 'stay') {}

  get log(): CaseLog {
    return { case: this.id, lines: this.lines };
  }

  /** The log as it was when it had so many lines. */
  until(seq: number): CaseLog {
    return { case: this.id, lines: this.lines.slice(0, seq) };
  }

  /** @returns its number @throws Error when the process does not take it */
  give(when: string, type: string, payload: Payload = {}, more: More = {}): number {
    const event = this.eventOf(when, type, payload, more);
    const result = step(discharge, this.state, event, vasterbottenAssumed);
    if (result.kind !== 'accepted') throw new Error(`${type} at ${when}: ${result.reason}`);
    const command = commandOf(discharge, type);
    const kept =
      this.state === null || command === undefined
        ? event
        : keeping(event, command, this.state, discharge.main, result.touched);
    this.state = result.state;
    const told = result.effects.flatMap((effect) => (effect.type === 'disclose' ? [effect] : []));
    const { machine = null, ...rest } = kept;
    const { seq, recordedAt, occurredAt, given } = rest;
    const units = told.flatMap((effect) => effect.units);
    this.logged.push({ ...rest, machine, told: units, moved: result.touched });
    const unit = 'unit' in rest.actor ? rest.actor.unit : null;
    this.lines.push({
      ...{ seq, type, machine, occurredAt, recordedAt },
      ...{ unit, given },
      payload: rest.payload,
      told,
    });
    return seq;
  }

  private eventOf(when: string, type: string, payload: Payload, more: More): CaseEvent {
    const recordedAt = at(when);
    const unit = more.by ?? 'medicin';
    const told = more.toldAt === undefined ? undefined : at(more.toldAt);
    const event: CaseEvent = {
      type,
      seq: this.lines.length + 1,
      occurredAt: more.occurredAt === undefined ? (told ?? recordedAt) : at(more.occurredAt),
      recordedAt,
      actor: { person: 'p', unit, assignment: 'a' },
      payload:
        told === undefined ? payload : { ...payload, registered: { channel: 'phone', at: told } },
      given: { ...unitsNamed(payload), ...more.given },
      ...(more.machine === undefined ? {} : { machine: more.machine }),
    };
    return this.state === null ? event : this.aimed(event, this.state);
  }

  /** A rättelse or dispute goes to the machine that the event it names was given to. */
  private aimed(event: CaseEvent, state: CaseState): CaseEvent {
    const { type, payload, recordedAt } = event;
    const unit = 'unit' in event.actor ? event.actor.unit : '';
    if (type === DISPUTE) {
      const entry = mayAnswer(state, payload['event'] as number, unit);
      if (typeof entry === 'string') throw new Error(`dispute: ${entry}`);
      return { ...event, machine: entry.machine };
    }
    if (type !== CORRECT && type !== MAKULERA) return event;
    const asker = { unit, roles: ROLES };
    const original = aim(discharge, state, this.logged, { type, payload, recordedAt, asker });
    if ('because' in original) throw new Error(`${type}: ${JSON.stringify(original)}`);
    return { ...event, machine: original.machine, given: { original } };
  }
}

const ROLES = ['ward-staff', 'physician', 'municipal-coordinator', 'primary-care-nurse'];

function unitsNamed({ receivers, unit }: Payload): Payload {
  const named = (receivers ?? (unit === undefined ? [] : [unit])) as readonly string[];
  if (named.length === 0) return {};
  const external = named.filter((id) => id.startsWith('lulea'));
  return {
    units: Object.fromEntries(named.map((id) => [id, KINDS[id]])),
    ...(external.length === 0 ? {} : { external }),
    municipality: Object.fromEntries(named.map((id) => [id, places.municipalityOf(id)])),
  };
}
