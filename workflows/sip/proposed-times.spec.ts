import { booked, called, CONSENT, held, inStay, MEETING, plan, reason } from './courses.testing';
import { at, type SipLife } from './life.testing';
import { participantWord } from './index';

const TUESDAY = at('2026-03-10 13:00');
const WEDNESDAY = at('2026-03-11 09:00');
const THURSDAY = at('2026-03-12 15:00');
const PROPOSED = { times: [TUESDAY, WEDNESDAY, THURSDAY], way: 'home' };

/** Umeå (p4-1) can on Tuesday and Wednesday, the home nursing (p4-2) on Wednesday. */
const choosing = () => called(inStay(), { proposed: PROPOSED });
const chosen = () =>
  choosing()
    .give('2026-03-06 09:00', 'answer-call', suits('p4-1', TUESDAY, WEDNESDAY))
    .give('2026-03-06 10:00', 'answer-call', suits('p4-2', WEDNESDAY));
const suits = (participant: string, ...times: readonly string[]) => ({
  ...{ participant, answer: 'attends', suits: times },
});
const side = (life: SipLife, participant: string) => {
  const machine = life.state.machines[participant]!;
  const { proposed, suits: chose, meetingAt } = machine.context;
  return { word: participantWord(machine), proposed, suits: chose, meetingAt };
};
const words = (life: SipLife) => ['p4-1', 'p4-2'].map((each) => side(life, each).word);
const entries = (life: SipLife) =>
  life.last.effects.flatMap((effect) =>
    effect.type === 'disclose' ? [[effect.entry, effect.units]] : [],
  );

describe('a call with times to choose from', () => {
  it('books nothing, asks each unit, and is handed out as a call to a meeting', () => {
    const life = choosing();
    expect([life.word, life.owed]).toEqual([
      'called',
      ['boka-mote', 'svara-kallelse', 'svara-kallelse'],
    ]);
    expect(life.context).toMatchObject({ proposed: PROPOSED });
    expect(life.context.meeting).toBeUndefined();
    expect(side(life, 'p4-1')).toMatchObject({ word: 'called', proposed: PROPOSED.times });
    const duty = life.duty('svara-kallelse', 'p4-1');
    expect([duty.since, duty.due]).toEqual([at('2026-03-05 09:00'), at('2026-03-08 09:00')]);
    expect(entries(life)).toEqual(entries(booked(inStay())));
  });

  it('takes an answer that may be changed', () => {
    const life = chosen();
    expect(life.owed).toEqual(['boka-mote']);
    expect(side(life, 'p4-1')).toMatchObject({ word: 'attends', suits: [TUESDAY, WEDNESDAY] });
    const away = { participant: 'p4-1', answer: 'does-not-attend' };
    life.give('2026-03-06 11:00', 'answer-call', away);
    expect(side(life, 'p4-1')).toMatchObject({ word: 'does-not-attend', suits: undefined });
  });

  it.each([
    ['nothing that suits', { answer: 'attends', suits: [] }],
    ['a time twice', { answer: 'attends', suits: [TUESDAY, TUESDAY] }],
    ['a time, and that it does not attend', { answer: 'does-not-attend', suits: [TUESDAY] }],
    ['a time, and that it needs another', { answer: 'new-time', suits: [TUESDAY] }],
  ])('takes no answer with %s', (_, answer) => {
    const life = choosing();
    const payload = { participant: 'p4-1', ...answer };
    expect(life.ask(at('2026-03-06 09:00'), 'answer-call', payload)).toEqual({
      because: 'payload',
    });
  });

  it.each([
    ['one time', [TUESDAY]],
    ['six times', [1, 2, 3, 4, 5, 6].map((hour) => at(`2026-03-20 0${hour}:00`))],
    ['a time twice', [TUESDAY, TUESDAY]],
  ])('is none with %s', (_, times) => {
    const proposed = { times, way: 'home' };
    expect(() => called(inStay(), { proposed })).toThrow('"because":"payload"');
  });
});

describe('a meeting that is booked', () => {
  it('at a time that suits is no new question to whom it suits, and one to the others', () => {
    const life = chosen().give('2026-03-07 09:00', 'book-meeting', { at: TUESDAY, way: 'home' });
    expect([words(life), life.owed]).toEqual([
      ['attends', 'called'],
      ['hall-mote', 'svara-kallelse'],
    ]);
    expect(life.duty('svara-kallelse').since).toBe(at('2026-03-07 09:00'));
    expect(life.context.proposed).toBeUndefined();
    for (const participant of ['p4-1', 'p4-2']) {
      expect(side(life, participant)).toMatchObject({
        ...{ meetingAt: TUESDAY, proposed: undefined, suits: undefined },
      });
    }
    expect(entries(life)).toEqual([['sip-mote', expect.arrayContaining(['umea-bistand'])]]);
    // Her answer is to the meeting from now on.
    const attends = { participant: 'p4-2', answer: 'attends' };
    expect(life.ask(at('2026-03-07 10:00'), 'answer-call', attends)).toBeNull();
  });

  it.each([
    ['at another time', { at: at('2026-03-11 10:00'), way: 'home' }],
    ['in another way than was proposed', { at: WEDNESDAY, way: 'video' }],
  ])('%s is a new question to all', (_, meeting) => {
    const life = chosen().give('2026-03-07 09:00', 'book-meeting', meeting);
    expect([words(life), life.context.proposed]).toEqual([['called', 'called'], undefined]);
  });

  it('by a call of others settles it as a booking does', () => {
    const meeting = { at: WEDNESDAY, way: 'home' };
    const life = chosen().give('2026-03-07 09:00', 'call', { units: ['hc-teg'], meeting });
    expect([life.word, words(life), life.owed]).toEqual([
      'booked',
      ['attends', 'attends'],
      ['hall-mote', 'svara-kallelse'],
    ]);
    expect(side(life, 'p7-1')).toMatchObject({ meetingAt: WEDNESDAY, proposed: undefined });
  });

  it('and moved or cancelled asks and ends as any other; the times stay gone', () => {
    const settled = () =>
      chosen().give('2026-03-07 09:00', 'book-meeting', { at: WEDNESDAY, way: 'home' });
    const moved = settled().give('2026-03-07 10:00', 'move-meeting', { at: TUESDAY, way: 'home' });
    expect([words(moved), moved.context.proposed]).toEqual([['called', 'called'], undefined]);
    const off = settled().give('2026-03-07 10:00', 'cancel-meeting', { reason });
    expect([words(off), off.owed, off.context.proposed]).toEqual([
      ['attends', 'attends'],
      ['boka-mote'],
      undefined,
    ]);
  });

  it('by mistake gives the times and the answers back when it is struck', () => {
    const before = chosen();
    const life = chosen()
      .give('2026-03-07 09:00', 'book-meeting', { at: TUESDAY, way: 'home' })
      .give('2026-03-07 09:05', 'makulera-event', { event: 7, reason: 'Fel dag.' });
    expect([life.context.proposed, words(life), life.owed]).toEqual([
      PROPOSED,
      words(before),
      before.owed,
    ]);
    expect(side(life, 'p4-1').suits).toEqual([TUESDAY, WEDNESDAY]);
  });
});

describe('the times that were proposed', () => {
  it('are those of a later call that names others, and then everybody chooses anew', () => {
    const later = { times: [WEDNESDAY, THURSDAY], way: 'video' };
    const life = chosen().give('2026-03-07 09:00', 'call', { units: ['hc-teg'], proposed: later });
    expect([life.word, life.context.proposed]).toEqual(['called', later]);
    for (const participant of ['p4-1', 'p4-2', 'p7-1']) {
      expect(side(life, participant)).toMatchObject({ word: 'called', proposed: later.times });
      expect(life.duty('svara-kallelse', participant).since).toBe(at('2026-03-07 09:00'));
    }
    expect(entries(life)).toContainEqual(['sip-mote', expect.arrayContaining(['umea-bistand'])]);
  });

  it('stand when more units are called to them, and nobody else is asked anew', () => {
    for (const more of [{}, { proposed: PROPOSED }]) {
      const life = chosen().give('2026-03-07 09:00', 'call', { units: ['hc-teg'], ...more });
      expect(words(life)).toEqual(['attends', 'attends']);
      expect(side(life, 'p7-1')).toMatchObject({ word: 'called', proposed: PROPOSED.times });
      expect(entries(life).map(([entry]) => entry)).not.toContain('sip-mote');
    }
  });

  it.each([
    [
      'the meeting is held without being booked',
      'hold-meeting',
      { way: 'home', attended: 'Alla.' },
    ],
    ['the call is taken back', 'withdraw-call', { reason }],
    ['the consent is withdrawn', 'withdraw-consent', {}],
    ['the SIP is struck', 'makulera-sip', { reason }],
    ['the SIP is closed', 'close-sip', { because: 'moved', reason }],
    ['the person dies', 'register-death', {}],
  ])('end when %s', (_, command, payload) => {
    const half = () =>
      choosing().give('2026-03-06 09:00', 'answer-call', suits('p4-1', TUESDAY, WEDNESDAY));
    const life = half().give('2026-03-07 09:00', command, payload);
    expect(life.context.proposed).toBeUndefined();
    expect(life.owed).not.toContain('svara-kallelse');
    // Nobody is asked to choose among them any more.
    const chooses = life.ask(at('2026-03-07 10:00'), 'answer-call', suits('p4-1', TUESDAY));
    expect(chooses).toMatchObject({ because: expect.stringMatching(/^(rule|state)$/) });
  });

  it('may be those of the next meeting, and are forgotten with the consent then, too', () => {
    const proposed = { times: [at('2026-04-01 09:00'), at('2026-04-02 09:00')], way: 'video' };
    const life = held(inStay()).give('2026-03-10 15:00', 'call', { units: ['hc-teg'], proposed });
    expect([life.word, life.context.proposed]).toEqual(['held', proposed]);
    const [first = ''] = proposed.times;
    // The meeting that is over says nothing of when to answer.
    expect(life.duty('svara-kallelse', 'p4-1').due).toBe(at('2026-03-13 15:00'));
    life.give('2026-03-11 09:00', 'answer-call', suits('p4-1', first));
    life.give('2026-03-11 10:00', 'withdraw-consent');
    expect([life.context.proposed, side(life, 'p4-1').proposed]).toEqual([undefined, undefined]);
    life.give('2026-03-11 11:00', 'record-consent', CONSENT);
    life.give('2026-03-11 12:00', 'draft-plan', plan());
    expect(life.word).toBe('drafted');
  });

  it('are nothing to a SIP that is called to a meeting', () => {
    const life = called(inStay(), { meeting: MEETING });
    expect(Object.keys(life.context)).not.toContain('proposed');
    expect(side(life, 'p4-1')).toMatchObject({ proposed: undefined, meetingAt: MEETING.at });
  });
});
