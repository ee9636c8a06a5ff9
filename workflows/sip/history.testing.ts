import { allowed } from '@hemgang/engine';
import { HOUR_MS, localDate, plusMs, type Instant } from '@hemgang/kernel';
import { MESSAGE_CATEGORIES, messageName } from '@workflows/message';
import fc from 'fast-check';
import { staffOf } from './units.testing';
import { CONSENT, measure, ORDINARY, plan, reason, UNNOTICED } from './courses.testing';
import { at, patient, SipLife, type Known } from './life.testing';
import { sip, unitsOf, writingUnits } from './index';

type Payload = Readonly<Record<string, unknown>>;

const START = at('2026-03-27 07:00');
const EVENTS_MAX = 40;
const UNITS = ['umea-bistand', 'umea-hemsjukvard', 'hc-mariehem', 'hc-teg', 'nus-medicin-2'];
/** What would end most histories soon after their beginning: taken once in so many times. */
const ENDS = ['register-death', 'makulera-sip', 'close-sip', 'refuse-sip'];
const ENDING = 8;
/** What would drown what drives a SIP on, or throws it back: one time in so many. */
const CASUAL = [
  'link-stay',
  'invite',
  'name-contact',
  'end-contact',
  'note-custody',
  'note-child-heard',
  'note-measure-decision',
  'withdraw-call',
  'withdraw-consent',
  'record-attitude',
  'decline-sip',
  'cancel-meeting',
  'send-message',
];
const CASUAL_IN = 4;
/** Of a hundred things that happen so many are told by the stay. */
const TOLD = 12;
/** … and from here on somebody takes back what was done last. */
const STRUCK = 93;

/** Numbers that a history is made of. */
export interface Choice {
  readonly sort: number;
  readonly what: number;
  readonly how: number;
  readonly hours: number;
}

const OPENINGS: readonly Known[] = [ORDINARY, {}, UNNOTICED, { childAge: 'from-12' }];

/** A way to begin, and what comes after it. */
export const histories = fc.tuple(
  fc.nat({ max: OPENINGS.length - 1 }),
  fc.array(
    fc.record({
      sort: fc.nat({ max: 99 }),
      what: fc.nat({ max: 999 }),
      how: fc.nat({ max: 99 }),
      hours: fc.nat({ max: 60 }),
    }),
    { maxLength: EVENTS_MAX, size: 'max' },
  ),
);

/** Plays a history of choices from the start of a SIP on. Time moves; nobody looks at a clock. */
export class History {
  readonly life: SipLife;
  now: Instant = START;

  constructor(opening: number) {
    const known = OPENINGS[opening] ?? {};
    this.life = new SipLife(known);
    const named = known.stay === undefined ? {} : { stay: 'stay-1' };
    this.life.ask(START, 'start-sip', { patient, need: reason, ...named }, 'umea-bistand');
  }

  /** @returns whether something happened */
  next({ sort, what, how, hours }: Choice): boolean {
    this.now = plusMs(this.now, hours * HOUR_MS);
    if (sort < TOLD) return this.told(what);
    if (sort >= STRUCK) return this.strike();
    const acting = writingUnits(this.life.context);
    const unit = pick(acting, what) ?? '';
    const offers = allowed(sip, this.life.state, staffOf(unit)).allowed.filter(
      ({ command: { name } }) =>
        (!ENDS.includes(name) || how < ENDING) && (!CASUAL.includes(name) || how % CASUAL_IN === 0),
    );
    const offer = pick(offers, Math.floor(what / acting.length));
    if (offer === undefined) return false;
    const { name } = offer.command;
    const payload = this.payload(name, offer.machine, how);
    return this.life.ask(this.now, name, payload, unit) === null;
  }

  /** Whoever did the last thing takes it back. */
  private strike(): boolean {
    const { log } = this.life;
    const actor = log.at(-1)?.actor;
    const unit = actor !== undefined && 'unit' in actor ? actor.unit : 'umea-bistand';
    const payload = { event: log.length, reason };
    return this.life.ask(this.now, 'makulera-event', payload, unit) === null;
  }

  private told(what: number): boolean {
    const facts: readonly (readonly [string, Payload])[] = [
      ['notice-sent', { sentAt: this.now, caller: pick([null, 'hc-teg', 'hc-mariehem'], what) }],
      ['notice-withdrawn', {}],
      ['caller-named', { caller: pick(['hc-mariehem', 'hc-teg', null], what) }],
      ['notice-sent', { sentAt: this.now, caller: null }],
      ['stay-ended', { ending: what % 40 === 4 ? 'deceased' : 'left' }],
      [
        'stay-ended',
        { ending: what % 4 === 1 ? pick(['makulerad', 'transferred'], what) : 'left' },
      ],
    ];
    const [fact, payload] = pick(facts, what) ?? ['notice-withdrawn', {}];
    return this.life.told(this.now, fact, payload);
  }

  private payload(name: string, machine: string, how: number): Payload {
    const { context } = this.life;
    const day = (days: number) => localDate(plusMs(this.now, days * 24 * HOUR_MS));
    const meeting = {
      at: plusMs(this.now, 48 * HOUR_MS),
      way: pick(['home', 'video', 'hospital'], how),
    };
    const proposed = {
      times: [20, 21, 22].map((days) => plusMs(this.now, days * 24 * HOUR_MS)),
      way: meeting.way,
    };
    const uncalled = UNITS.filter((unit) => !unitsOf(context).includes(unit));
    const version = context.plan?.version ?? 1;
    const responsible = pick(unitsOf(context), how) ?? '';
    const payloads: Readonly<Record<string, Payload>> = {
      'link-stay': { stay: 'stay-1' },
      'refuse-sip': { reason },
      'record-consent': how % 5 === 0 ? { ...CONSENT, until: day(20) } : CONSENT,
      'record-attitude': { attitude: 'Nickar.', representative: 'none' },
      call: {
        units: how % 5 === 0 ? [...uncalled, 'vannas-bistand'] : uncalled.slice(0, 2),
        ...[{ meeting }, { proposed }, {}][how % 3],
      },
      'withdraw-call': { reason },
      invite: { who: 'Anna Berg', as: 'rektor' },
      'book-meeting': this.chosen(how) ?? meeting,
      'move-meeting': meeting,
      'cancel-meeting': { reason },
      'hold-meeting': { way: meeting.way, attended: 'Alla.' },
      'draft-plan': plan({
        responsible,
        form: how % 7 === 0 ? 'samordnad-vardplan' : 'sip',
        measures: [
          { ...measure, goal: 1, unit: pick(unitsOf(context), how), huvudman: this.huvudman(how) },
        ],
      }),
      'establish-plan': { version, followUpOn: day(60) },
      'report-measure': { measure: 'i1', status: 'ongoing' },
      'follow-up': { result: 'still-valid', ...(how % 2 === 0 ? { followUpOn: day(60) } : {}) },
      'plan-follow-up': { followUpOn: day(30) },
      'close-sip': { because: 'goals-met', reason },
      'makulera-sip': { reason },
      'name-contact': { kind: 'vardkontakt', name: 'Maria Öberg', from: day(0) },
      'end-contact': { kind: 'vardkontakt', on: day(0) },
      'note-custody': { guardians: ['Sara Lind'] },
      'note-child-heard': { heard: true, said: 'Vill hem.' },
      'note-measure-decision': { measure: 'i1', consentedBy: 'guardian', isPlacement: false },
      'answer-call': this.answer(machine, how),
      'approve-plan': { participant: machine, version },
      'send-message': this.message(how),
      'acknowledge-message': { message: machine },
      'forward-message': {
        ...{ message: machine, unit: this.colleagueOf(machine) },
        ...(how % 2 === 0 ? { handOver: true } : {}),
      },
    };
    return payloads[name] ?? {};
  }

  /** The last time that was proposed suits whoever takes part; mostly it is taken. */
  private chosen(how: number): Payload | undefined {
    const { proposed } = this.life.context;
    const at = proposed?.times.at(-1);
    return at === undefined || how % 4 === 0 ? undefined : { at, way: proposed?.way };
  }

  /** Some of what was proposed suits, mostly. */
  private answer(participant: string, how: number): Payload {
    const { proposed } = this.life.state.machines[participant]?.context ?? {};
    if (!Array.isArray(proposed)) return { participant, answer: 'attends' };
    if (how % 5 === 4) return { participant, answer: 'new-time' };
    return {
      participant,
      answer: 'attends',
      suits: proposed.slice(how % proposed.length) as Instant[],
    };
  }

  /** To one unit or to all; every other one answers the latest. */
  private message(casual: number): Payload {
    const how = Math.floor(casual / CASUAL_IN);
    const units = writingUnits(this.life.context);
    const { messages = [] } = this.life.context;
    const re = messages.slice(-1).map(({ message }) => messageName(message))[0];
    return {
      ...{ to: how % 3 === 0 ? units.slice(1) : [pick(units, how)] },
      ...{ category: pick(MESSAGE_CATEGORIES, how), text: 'Rullatorn följer med hem.' },
      priority: how % 2 === 0 ? 'acute' : 'ordinary',
      ...(how % 4 < 2 && re !== undefined ? { re } : {}),
    };
  }

  /** A unit of the same huvudman that takes no part by itself. */
  private colleagueOf(machine: string): string {
    const unit = String(this.life.state.machines[machine]?.context['unit']);
    return unit.startsWith('umea') ? 'umea-bistand-ost' : 'hc-ersboda';
  }

  private huvudman(how: number): string {
    const unit = pick(unitsOf(this.life.context), how) ?? '';
    return unit.startsWith('umea') ? 'kommun-2480' : 'region-24';
  }
}

function pick<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % items.length];
}
