import { allowed, type CaseState } from '@hemgang/engine';
import { messageWord } from '@workflows/message';
import {
  called,
  CONSENT,
  inStay,
  offered,
  reason,
  withdrawn,
  withoutStay,
} from './courses.testing';
import { at, type SipLife } from './life.testing';
import { staffOf, units } from './units.testing';
import { sip, sipContext } from './index';

const WARD = 'nus-medicin-2';
const UMEA = 'umea-bistand';
const OST = 'umea-bistand-ost';
const HEALTH = 'umea-hemsjukvard';
const MARIEHEM = 'hc-mariehem';
const NOON = at('2026-03-12 12:00');
const text = 'Rullatorn är utprovad.';
const words = { category: 'hjalpmedel', priority: 'ordinary', text };

const send = (life: SipLife, from: string, to: string[], more = {}) =>
  life.give('2026-03-05 10:00', 'send-message', { ...words, to, ...more }, from);

/** The ward, which has started the SIP, writes to both that the hälsocentral has called: `m5`. */
const sent = (life = called(inStay())) => send(life, WARD, [UMEA, HEALTH]);

const acknowledge = (life: SipLife, when = '2026-03-05 11:00') =>
  life.give(when, 'acknowledge-message', { message: 'm5-1' });

const forward = (life: SipLife, more = {}) =>
  life.give('2026-03-05 11:00', 'forward-message', { message: 'm5-1', unit: OST, ...more });

const owners = ({ duties }: CaseState) =>
  duties
    .filter(({ key }) => key === 'meddelande-kvittens')
    .map(({ unit }) => unit)
    .sort();

const entries = ({ last }: SipLife) =>
  last.effects.map((effect) => effect.type === 'disclose' && [effect.entry, effect.units]);

const wordsOf = ({ state }: SipLife) =>
  ['m5-1', 'm5-2'].map((id) => messageWord(state.machines[id]!));

const offeredTo = ({ state }: SipLife, name: string) =>
  Object.keys(units).filter((unit) =>
    allowed(sip, state, staffOf(unit)).allowed.some(({ command }) => command.name === name),
  );

describe('a message in a SIP', () => {
  it('is owed a kvittens by each of its receivers, who are told its words', () => {
    const life = sent();
    expect(owners(life.state)).toEqual([UMEA, HEALTH]);
    expect(entries(life)).toEqual([['meddelande', [UMEA, HEALTH]]]);
    expect(life.last.joined).toEqual([]);
    expect(sipContext(life.state).messages).toEqual([
      { message: 5, between: [WARD, UMEA, HEALTH] },
    ]);
    expect(JSON.stringify([life.log, life.state])).not.toContain('utprovad');
  });

  it('goes between all who take part: who started, who calls and who is called', () => {
    const life = sent();
    expect(offeredTo(life, 'send-message').sort()).toEqual([WARD, UMEA, HEALTH, MARIEHEM].sort());
    send(life, UMEA, [MARIEHEM, WARD]);
    expect(owners(life.state)).toEqual([MARIEHEM, WARD, UMEA, HEALTH]);
  });

  it('is acknowledged by its receiver, of which its sender is told', () => {
    const life = acknowledge(sent());
    expect(wordsOf(life)).toEqual(['acknowledged', 'owed']);
    expect(entries(life)).toEqual([['meddelande-kvittens', [WARD]]]);
  });

  it('is acknowledged by an answer', () => {
    const life = send(sent(), UMEA, [WARD], { re: 'm5' });
    expect(wordsOf(life)).toEqual(['acknowledged', 'owed']);
    expect(owners(life.state)).toEqual([WARD, HEALTH]);
  });

  it('is forwarded to a unit of the same huvudman, which becomes a party and may answer', () => {
    const life = forward(sent());
    expect(life.last.joined).toEqual([{ machine: 'm5-1', unit: OST, kind: 'municipal-social' }]);
    expect(entries(life)).toEqual([
      ['meddelande-vidarebefordrat', [OST]],
      ['meddelande', [OST]],
    ]);
    expect(owners(life.state)).toEqual([UMEA, HEALTH]);
    send(life, OST, [WARD], { re: 'm5' });
    expect(owners(life.state)).toEqual([WARD, UMEA, HEALTH]);
  });

  it('may take its kvittens along', () => {
    const life = forward(sent(), { handOver: true });
    expect(owners(life.state)).toEqual([OST, HEALTH]);
    expect(offeredTo(life, 'acknowledge-message').sort()).toEqual([OST, HEALTH].sort());
  });

  it('that is struck owes nothing any more', () => {
    const life = acknowledge(sent());
    life.give('2026-03-05 12:00', 'makulera-event', { event: 5, reason }, WARD);
    expect(wordsOf(life)).toEqual(['struck', 'struck']);
    expect(owners(life.state)).toEqual([]);
  });
});

describe('without a consent', () => {
  /** Called as the law asks, and nobody has asked the person. */
  const calledByLaw = () => inStay().give('2026-03-04 11:00', 'call', { units: [UMEA] });

  it('nobody is written to, although the law has made parties', () => {
    const life = calledByLaw();
    expect(offeredTo(life, 'send-message')).toEqual([]);
    offered(life);
    expect(offeredTo(life, 'send-message')).toEqual([]);
    life.give('2026-03-05 12:00', 'record-consent', CONSENT);
    expect(offeredTo(life, 'send-message').sort()).toEqual([WARD, UMEA, MARIEHEM].sort());
  });

  it('an attitude in its place lets units write', () => {
    const attitude = { attitude: 'Nickar.', representative: 'none' };
    const life = offered(calledByLaw()).give('2026-03-05 12:00', 'record-attitude', attitude);
    expect(offeredTo(life, 'send-message').sort()).toEqual([WARD, UMEA, MARIEHEM].sort());
  });

  it('that was withdrawn no words go to anybody, old or new, and nothing is written', () => {
    const life = withdrawn(sent());
    expect([offeredTo(life, 'send-message'), offeredTo(life, 'forward-message')]).toEqual([[], []]);
    const { state, log } = life;
    const events = log.length;
    for (const [name, payload, unit] of [
      ['send-message', { ...words, to: [UMEA] }, WARD],
      ['send-message', { ...words, to: [WARD], re: 'm5' }, UMEA],
      ['forward-message', { message: 'm5-1', unit: OST }, UMEA],
      ['forward-message', { message: 'm5-1', unit: OST, handOver: true }, UMEA],
    ] as const) {
      expect(life.ask(NOON, name, payload, unit)).toMatchObject({ because: 'rule' });
      expect([life.state, life.log.length]).toEqual([state, events]);
    }
  });

  it('that was withdrawn what was told is still acknowledged', () => {
    const life = acknowledge(withdrawn(sent()), '2026-03-12 09:00');
    expect(owners(life.state)).toEqual([HEALTH]);
    expect(life.disclosed).toEqual([]);
  });

  it('that is given anew units write again', () => {
    const life = withdrawn(sent()).give('2026-03-12 09:00', 'record-consent', CONSENT);
    expect(life.ask(NOON, 'send-message', { ...words, to: [UMEA] }, WARD)).toBeNull();
  });
});

describe('what ends a SIP ends its kvittenser', () => {
  it.each([
    ['close-sip', { because: 'other', reason }],
    ['register-death', {}],
    ['makulera-sip', { reason }],
  ])('%s, and the case is closed', (name, payload) => {
    const life = acknowledge(sent()).give('2026-03-12 09:00', name, payload);
    expect(wordsOf(life)).toEqual(['acknowledged', 'withdrawn']);
    expect(life.last.closed).toContainEqual(
      expect.objectContaining({ key: 'meddelande-kvittens', unit: HEALTH, outcome: 'withdrawn' }),
    );
    expect(life.state.closedAt).toBe(at('2026-03-12 09:00'));
    const asked = life.ask(NOON, 'send-message', { ...words, to: [UMEA] }, WARD);
    expect(asked).toEqual({ because: 'state' });
  });

  it('the death that the stay tells', () => {
    const life = sent();
    life.told(at('2026-03-12 09:00'), 'stay-ended', { ending: 'deceased' });
    expect(wordsOf(life)).toEqual(['withdrawn', 'withdrawn']);
  });

  it('a no after all', () => {
    const life = withdrawn(sent()).give('2026-03-12 09:00', 'decline-sip');
    expect(wordsOf(life)).toEqual(['withdrawn', 'withdrawn']);
  });

  it('and nothing else does: the SIP stays open until it is given', () => {
    const life = send(called(withoutStay()), UMEA, [MARIEHEM])
      .give('2026-03-10 09:00', 'withdraw-call', { reason })
      .give('2026-03-11 09:00', 'withdraw-consent');
    expect(owners(life.state)).toEqual([MARIEHEM]);
    expect(life.state.closedAt).toBeNull();
    acknowledge(life, '2026-03-12 09:00');
    expect(life.state.closedAt).toBe(at('2026-03-12 09:00'));
  });
});
