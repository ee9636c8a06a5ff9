import {
  allowed,
  commandOf,
  CONFIRM,
  DISPUTE,
  mayTellOthers,
  OVERLAY_EVENTS,
  unansweredBy,
  type Asker,
  type CaseEvent,
  type CaseState,
} from '@hemgang/engine';
import { later, MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import { discharge } from './index';
import { payloadsFor } from './payloads.testing';
import { everythingKnown, type Played, type Refused } from './play.testing';
import {
  allNeeds,
  at,
  ladderEvent,
  patient,
  socialNeeds,
  Stay,
  timersOf,
  unknown,
} from './stay.testing';
import { staffOf, units, WARD } from './units.testing';

/** Numbers that a history is made of: small ones are the usual thing, so that failures shrink to it. */
export interface Choice {
  /** What sort of thing happens, 0 to 99. */
  readonly sort: number;
  readonly what: number;
  readonly how: number;
  /** How long after the one before. */
  readonly minutes: number;
  /** How much earlier it happened than it was recorded. */
  readonly backMinutes: number;
}

const START = at('2026-03-27 07:00');

/** Of a hundred things that happen, this many are commands that the screen offers … */
const OFFERED = 72;
/** … some are given by somebody who may not, or when it is not possible … */
const UNTIMELY = 86;
/** … some are somebody taking a duty or handing it back, the rest are timers. */
const OVERLAY = 94;

/** Out of a hundred payloads so many make sense, and so many offers of an early end are taken. */
const SENSIBLE = 93;
const ENDING = 8;

/** What would end most histories soon after their beginning. */
const ENDS = [
  'register-death',
  'transfer-to-region',
  'makulera-case',
  'no-need',
  'move-wrong-person',
  'strike-wrong-person',
];

/** Of what is entered later than it happened, one in so many had been told by phone then. */
const PHONED = 4;

/** What people do with a duty; the sweeper does the rest. */
const TAKEN_BY_PEOPLE = OVERLAY_EVENTS.filter((type) => type !== 'ladder');
/** What every party may do at any time would drown what drives a case on: so many are taken. */
const CASUAL = 20;
export const ANY_TIME: readonly string[] = [
  'take-on',
  'propose-atagande',
  'send-message',
  'tick-readiness',
  'change-folkbokforing',
  'assign-municipality',
  'note-contact',
  'end-contact',
  'note-communication-needs',
  'share-contacts',
  'note-child-heard',
];

/** Units that the case knows of; nobody else can do anything in it. */
function unitsIn({ machines }: CaseState): string[] {
  const known = JSON.stringify(machines);
  return Object.keys(units).filter((unit) => known.includes(`"${unit}"`));
}

/** Plays a history of choices from an admission on. Time moves; nobody looks at a clock. */
export class History {
  readonly stay: Stay;
  now: Instant = START;

  constructor(readonly opening: number) {
    this.stay = new Stay(opening % 2 === 0 ? everythingKnown : { ...everythingKnown, child: true });
    const needs = [allNeeds, socialNeeds, undefined][opening % 3];
    const payload = {
      patient: opening < 3 ? patient : unknown,
      ...(needs === undefined ? {} : { needs, physician: 'K. Å.' }),
    };
    this.stay.ask({ name: 'admit', payload, by: staffOf(WARD), recordedAt: START });
  }

  /** @returns undefined when there was nothing of that sort to do */
  next(choice: Choice): Played | Refused | CaseEvent | undefined {
    this.now = plusMs(this.now, choice.minutes * MINUTE_MS);
    if (choice.sort < OFFERED) return this.offered(choice);
    if (choice.sort < UNTIMELY) return this.untimely(choice);
    return choice.sort < OVERLAY ? this.overlay(choice) : this.ladder(choice);
  }

  private offered(choice: Choice): Played | Refused | undefined {
    const { state } = this.stay;
    const offers = unitsIn(state).flatMap((unit) =>
      allowed(discharge, state, staffOf(unit)).allowed.map(({ command, machine }) => ({
        name: command.name,
        machine,
        by: staffOf(unit),
      })),
    );
    const likely = offers.filter(
      ({ name }) =>
        (!ENDS.includes(name) || choice.how < ENDING) &&
        (!ANY_TIME.includes(name) || choice.how < CASUAL),
    );
    // Which command first and then whose: what many can give would drown what one can.
    const names = [...new Set(likely.map(({ name }) => name))];
    const name = pick(names, choice.what);
    const whose = Math.floor(choice.what / names.length);
    const offer = pick(
      likely.filter((each) => each.name === name),
      whose,
    );
    return offer && this.ask(offer.name, offer.by, choice, offer.machine);
  }

  private untimely(choice: Choice): Played | Refused | undefined {
    const command = pick(discharge.commands, choice.what);
    const unit = pick(Object.keys(units), choice.what + choice.how);
    return command && unit ? this.ask(command.name, staffOf(unit), choice) : undefined;
  }

  private ask(name: string, by: Asker, choice: Choice, handover?: string): Played | Refused {
    const { state } = this.stay;
    const payloads = payloadsFor(name, state, this.now, handover);
    const payload = choice.how < SENSIBLE ? pick(payloads, choice.how) : { nonsense: true };
    const occurredAt = later(state.openedAt, plusMs(this.now, -choice.backMinutes * MINUTE_MS));
    const asked = { name, payload: payload ?? {}, by, handover, occurredAt, recordedAt: this.now };
    const command = commandOf(discharge, name);
    const isPhoned =
      choice.backMinutes % PHONED === 1 && command && mayTellOthers(discharge, command);
    const registered = { channel: 'phone', at: occurredAt };
    return this.stay.ask(isPhoned === true ? { ...asked, registered } : asked);
  }

  /** A unit that was told by phone says that it was so, or that it was not. */
  private answered({ what, how }: Choice): Played | Refused | undefined {
    const { state } = this.stay;
    const unit = Object.keys(units).find((each) => unansweredBy(state, each).length > 0);
    if (unit === undefined) return undefined;
    const event = pick(unansweredBy(state, unit), what)?.event ?? 0;
    const name = how % 2 === 0 ? DISPUTE : CONFIRM;
    const payload = name === DISPUTE ? { event, reason: 'Ingen fick samtalet.' } : { event };
    return this.stay.ask({ name, payload, by: staffOf(unit), recordedAt: this.now });
  }

  private overlay(choice: Choice): Played | Refused | CaseEvent | undefined {
    const { what, how } = choice;
    const { state } = this.stay;
    if (how % 3 === 0 && (state.afterwards ?? []).length > 0) return this.answered(choice);
    const type = pick(TAKEN_BY_PEOPLE, how) ?? '';
    const duty = pick(state.duties, what)?.id ?? 'h9-9.svar.9';
    const payload = type === 'hand-on' ? { duty, to: 'p-3' } : { duty };
    return this.happen({ ...systemEvent(state, type, this.now), payload, actor });
  }

  private ladder({ what }: Choice): CaseEvent | undefined {
    const timer = pick(timersOf(this.stay.state), what);
    return timer && this.happen(ladderEvent(this.stay.state, timer, this.now));
  }

  private happen(event: CaseEvent): CaseEvent {
    this.stay.happen(event);
    return event;
  }
}

const actor = { person: 'p-2', unit: WARD, assignment: 'a-2' };

export function systemEvent(state: CaseState, type: string, now: Instant): CaseEvent {
  return {
    type,
    seq: state.seq + 1,
    occurredAt: now,
    recordedAt: now,
    actor: { system: 'test' },
    payload: {},
    given: {},
  };
}

function pick<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % items.length];
}
