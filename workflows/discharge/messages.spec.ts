import { allowed, type Accepted, type CaseState } from '@hemgang/engine';
import { messageWord } from '@workflows/message';
import { left } from './courses.testing';
import { systemEvent } from './history.testing';
import { discharge, dischargeContext } from './index';
import { allNeeds, at, patient, Stay } from './stay.testing';
import { staffOf, units, WARD } from './units.testing';

const physician = 'Karin Åström';
const UMEA = 'umea-bistand';
const OST = 'umea-bistand-ost';
const MARIEHEM = 'hc-mariehem';
const text = 'Rullatorn är utprovad.';
const words = { category: 'hjalpmedel', priority: 'ordinary', text };

const told = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: [UMEA, MARIEHEM],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });

const send = (stay: Stay, when: string, from: string, to: string[], more = {}) =>
  stay.give(when, 'send-message', { ...words, to, ...more }, { by: staffOf(from) });

/** The ward writes to both. */
const sent = (more = {}) => send(told(), '2026-03-02 11:00', WARD, [UMEA, MARIEHEM], more);

function give(stay: Stay, name: string, unit: string, machine: string, more = {}): Stay {
  const payload = { message: machine, ...more };
  return stay.give('2026-03-02 12:00', name, payload, { by: staffOf(unit), handover: machine });
}

const acknowledged = (stay = sent()) => give(stay, 'acknowledge-message', UMEA, 'm3-1');

const forwarded = (stay = sent(), more = {}) =>
  give(stay, 'forward-message', UMEA, 'm3-1', { unit: OST, ...more });

const owners = ({ duties }: CaseState) =>
  duties.filter(({ key }) => key === 'meddelande-kvittens').map(({ id, unit }) => [id, unit]);

const entries = ({ effects }: Accepted) =>
  effects.map((effect) => effect.type === 'disclose' && [effect.entry, effect.units]);

const word = ({ state }: Stay, machine = 'm3-1') => messageWord(state.machines[machine]!);

const offered = (state: CaseState, name: string) =>
  Object.keys(units).filter((unit) =>
    allowed(discharge, state, staffOf(unit)).allowed.some(({ command }) => command.name === name),
  );

describe('a message', () => {
  it('is owed a kvittens by each of its receivers, who are told its words', () => {
    const stay = sent();
    expect(owners(stay.state)).toEqual([
      ['m3-1.meddelande-kvittens.3', UMEA],
      ['m3-2.meddelande-kvittens.3', MARIEHEM],
    ]);
    expect(entries(stay.last)).toEqual([['meddelande', [UMEA, MARIEHEM]]]);
    expect(stay.last.joined).toEqual([]);
    expect(JSON.stringify([stay.log, stay.state])).not.toContain('utprovad');
  });

  it.each([
    ['in the agreed hours', 'ordinary', '2026-03-03 11:00'],
    ['in fewer when it is acute', 'acute', '2026-03-02 13:00'],
  ])('is due %s', (_what, priority, due) => {
    expect(sent({ priority }).duty('meddelande-kvittens', 'm3-1').due).toBe(at(due));
  });

  it('that is acknowledged owes nothing more at that receiver, and its sender is told', () => {
    const stay = acknowledged();
    expect(word(stay)).toBe('acknowledged');
    expect(owners(stay.state)).toEqual([['m3-2.meddelande-kvittens.3', MARIEHEM]]);
    expect(stay.last.closed).toMatchObject([{ machine: 'm3-1', outcome: 'fulfilled' }]);
    expect(entries(stay.last)).toEqual([['meddelande-kvittens', [WARD]]]);
  });

  it('that is answered is acknowledged by who answers and by nobody else, without a second notice', () => {
    const stay = send(sent(), '2026-03-02 12:00', UMEA, [WARD], { re: 'm3' });
    expect(word(stay)).toBe('acknowledged');
    expect(word(stay, 'm3-2')).toBe('owed');
    expect(stay.last.closed).toMatchObject([{ machine: 'm3-1', outcome: 'fulfilled' }]);
    expect(entries(stay.last)).toEqual([['meddelande', [WARD]]]);
    expect(owners(stay.state)).toContainEqual(['m4-1.meddelande-kvittens.4', WARD]);
  });

  it('that is answered to somebody else is acknowledged, and its sender is told', () => {
    const stay = send(sent(), '2026-03-02 12:00', UMEA, [MARIEHEM], { re: 'm3' });
    expect(entries(stay.last)).toEqual([
      ['meddelande', [MARIEHEM]],
      ['meddelande-kvittens', [WARD]],
    ]);
  });

  it('may be followed up by its sender, which acknowledges nothing', () => {
    const stay = send(sent(), '2026-03-02 12:00', WARD, [UMEA], { re: 'm3' });
    expect(owners(stay.state)).toHaveLength(3);
  });

  it('is offered to those whom it concerns and to nobody else', () => {
    const { state } = sent();
    expect(offered(state, 'send-message').sort()).toEqual([WARD, UMEA, MARIEHEM].sort());
    expect(offered(state, 'acknowledge-message').sort()).toEqual([UMEA, MARIEHEM].sort());
    expect(offered(acknowledged().state, 'acknowledge-message')).toEqual([MARIEHEM]);
    expect(offered(acknowledged().state, 'forward-message').sort()).toEqual(
      [UMEA, MARIEHEM].sort(),
    );
  });

  it('that went by phone before it was entered counts from then, until its receiver disputes it', () => {
    const stay = told().give(
      '2026-03-02 13:00',
      'send-message',
      { ...words, to: [UMEA] },
      { registered: { channel: 'phone', at: at('2026-03-02 11:00') } },
    );
    expect(stay.duty('meddelande-kvittens').due).toBe(at('2026-03-03 11:00'));
    const reason = 'Ingen ringde.';
    stay.give(
      '2026-03-02 14:00',
      'dispute-registered',
      { event: 3, reason },
      { by: staffOf(UMEA) },
    );
    expect(stay.duty('meddelande-kvittens').due).toBe(at('2026-03-03 13:00'));
  });
});

describe('a message that is forwarded', () => {
  it('is told to the other unit, which becomes a party and may answer; the kvittens stays', () => {
    const stay = forwarded();
    expect(owners(stay.state)).toContainEqual(['m3-1.meddelande-kvittens.3', UMEA]);
    expect(stay.last.joined).toEqual([{ machine: 'm3-1', unit: OST, kind: 'municipal-social' }]);
    expect(stay.last.effects).toMatchObject([
      { entry: 'meddelande-vidarebefordrat', units: [OST] },
      { entry: 'meddelande', units: [OST], earlier: [3] },
    ]);
    expect(offered(stay.state, 'send-message')).toContain(OST);
    send(stay, '2026-03-02 13:00', OST, [WARD], { re: 'm3' });
    expect(word(stay)).toBe('owed');
  });

  it('takes the kvittens along when asked so, with its time and nobody on it', () => {
    const stay = sent();
    const before = stay.duty('meddelande-kvittens', 'm3-1');
    forwarded(stay, { handOver: true });
    expect(stay.duty('meddelande-kvittens', 'm3-1')).toEqual({ ...before, unit: OST });
    expect(offered(stay.state, 'acknowledge-message').sort()).toEqual([OST, MARIEHEM].sort());
    send(stay, '2026-03-02 13:00', OST, [WARD], { re: 'm3' });
    expect(word(stay)).toBe('acknowledged');
  });

  it('may have been acknowledged before; then nothing is left to hand over', () => {
    const asked = {
      name: 'forward-message',
      by: staffOf(UMEA),
      recordedAt: at('2026-03-02 13:00'),
    };
    const stay = acknowledged();
    const payload = { message: 'm3-1', unit: OST };
    expect(stay.ask({ ...asked, payload: { ...payload, handOver: true } })).toMatchObject({
      kind: 'refused',
      because: 'state',
    });
    expect(stay.ask({ ...asked, payload })).toMatchObject({ kind: 'played' });
    expect(owners(stay.state)).toEqual([['m3-2.meddelande-kvittens.3', MARIEHEM]]);
  });

  it('makes strangers of those it reached when it was about somebody else', () => {
    const stay = forwarded();
    stay.happen(systemEvent(stay.state, 'strike-wrong-person', at('2026-03-02 14:00')));
    expect(stay.state.machines['m3-1']).toMatchObject({
      value: 'withdrawn',
      context: { strangerSince: stay.state.seq },
    });
  });
});

describe('a message and its case', () => {
  it('that is struck owes nothing any more, and cannot be answered', () => {
    const stay = acknowledged().give('2026-03-02 13:00', 'makulera-event', {
      event: 3,
      reason: 'Fel patient.',
    });
    expect([word(stay), word(stay, 'm3-2')]).toEqual(['struck', 'struck']);
    expect(owners(stay.state)).toEqual([]);
    expect(entries(stay.last)).toContainEqual(['makulering', [UMEA, MARIEHEM]]);
    const answer = { name: 'send-message', payload: { ...words, to: [WARD], re: 'm3' } };
    const by = staffOf(UMEA);
    expect(stay.ask({ ...answer, by, recordedAt: at('2026-03-02 14:00') })).toMatchObject({
      because: 'rule',
    });
  });

  it('is owed again when the kvittens is struck', () => {
    const stay = acknowledged();
    const struck = { event: 4, reason: 'Fel meddelande.' };
    stay.give('2026-03-02 13:00', 'makulera-event', struck, { by: staffOf(UMEA) });
    expect(owners(stay.state)).toContainEqual(['m3-1.meddelande-kvittens.5', UMEA]);
  });

  it('to the ward goes with the patient to another ward, which may answer it', () => {
    const stay = send(told(), '2026-03-02 11:00', UMEA, [WARD])
      .give('2026-03-03 09:00', 'request-move', { unit: 'lycksele-medicin' })
      .give('2026-03-03 14:00', 'accept-move', {}, { handover: 'mv4' });
    expect(owners(stay.state)).toEqual([['m3-1.meddelande-kvittens.3', 'lycksele-medicin']]);
    send(stay, '2026-03-03 15:00', 'lycksele-medicin', [UMEA], { re: 'm3' });
    expect(word(stay)).toBe('acknowledged');
  });

  it('keeps a case open that is otherwise over, and none is sent in a closed one', () => {
    const message = { ...words, to: [UMEA] };
    const stay = left()
      .give('2026-03-05 14:00', 'send-message', message)
      .give('2026-03-05 17:00', 'take-over', {}, { handover: 'h2-1' })
      .give('2026-03-06 10:00', 'take-over', {}, { handover: 'h2-2' });
    expect(stay.state.closedAt).toBeNull();
    const { machine } = stay.duty('meddelande-kvittens');
    const by = { by: staffOf(UMEA), handover: machine };
    stay.give('2026-03-06 11:00', 'acknowledge-message', { message: machine }, by);
    expect(stay.state.closedAt).toBe(at('2026-03-06 11:00'));
    const asked = { name: 'send-message', payload: message, recordedAt: at('2026-03-06 12:00') };
    expect(stay.ask(asked)).toMatchObject({ kind: 'refused', because: 'state' });
    expect(offered(stay.state, 'send-message')).toEqual([]);
  });

  it.each([
    ['patient-died', 'register-death', 'lapsed'],
    ['case-makulerad', 'makulera-case', 'withdrawn'],
  ])('ends with it: %s, also after a hundred of them', (_what, type, outcome) => {
    const stay = sent();
    for (let count = 0; count < 100; count += 1) {
      send(stay, '2026-03-02 11:30', WARD, [UMEA, MARIEHEM]);
    }
    stay.happen(systemEvent(stay.state, type, at('2026-03-02 12:00')));
    expect(stay.state.duties).toEqual([]);
    const ends = stay.last.closed.filter(({ key }) => key === 'meddelande-kvittens');
    expect(ends).toHaveLength(202);
    expect(new Set(ends.map((each) => each.outcome))).toEqual(new Set([outcome]));
  });

  it('weighs little in its stored state', () => {
    const weight = ({ state }: Stay) => Buffer.byteLength(JSON.stringify(state));
    const one =
      weight(acknowledged(send(told(), '2026-03-02 11:00', WARD, [UMEA]))) - weight(told());
    expect(one).toBeLessThan(400);
    expect(dischargeContext(sent().state).messages).toEqual([
      { message: 3, between: [WARD, UMEA, MARIEHEM] },
    ]);
  });
});
