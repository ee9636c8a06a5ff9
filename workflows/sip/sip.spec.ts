import {
  booked,
  called,
  CONSENT,
  consented,
  drafted,
  established,
  held,
  inStay,
  MEETING,
  offered,
  ORDINARY,
  plan,
  reason,
  UNNOTICED,
  withoutStay,
} from './courses.testing';
import { at, patient, SipLife } from './life.testing';
import { participantWord, sip } from './index';

const wordOf = (life: SipLife, participant: string) =>
  participantWord(life.state.machines[participant]!);
const told = (life: SipLife) =>
  life.last.effects.flatMap((effect) => (effect.type === 'tell-case' ? [effect.fact] : []));
const outcomes = (life: SipLife) => life.last.closed.map(({ key, outcome }) => [key, outcome]);

describe('a SIP from a discharge', () => {
  it('owes the call to the hälsocentral whose contact calls, from the start', () => {
    const life = inStay();
    expect(life.owed).toEqual(['erbjud-sip', 'kallelse']);
    expect(life.duty('kallelse').unit).toBe('hc-mariehem');
    expect(told(life)).toEqual(['sip-started']);
    expect(life.last.joined.map(({ unit }) => unit).sort()).toEqual([
      'hc-mariehem',
      'nus-medicin-2',
    ]);
  });

  it('has each party once, also when the unit that calls has started it', () => {
    const life = new SipLife(ORDINARY).give(
      '2026-03-04 10:00',
      'start-sip',
      { patient, stay: 'stay-1', need: reason },
      'hc-mariehem',
    );
    expect(life.last.joined.map(({ unit }) => unit)).toEqual(['hc-mariehem']);
  });

  it('goes its whole way, and the word says how far', () => {
    const words = [inStay, (l = inStay()) => offered(l), () => consented(inStay())]
      .map((course) => course())
      .map(({ word }) => word);
    expect(words).toEqual(['started', 'offered', 'consented']);
    expect(called(inStay()).word).toBe('called');
    expect(booked(inStay()).word).toBe('booked');
    expect(held(inStay()).word).toBe('held');
    expect(drafted(inStay()).word).toBe('drafted');
    const life = established(inStay());
    expect(life.word).toBe('established');
    life.give('2026-06-01 10:00', 'follow-up', {
      result: 'still-valid',
      followUpOn: '2026-09-01',
    });
    expect(life.word).toBe('followed-up');
    life.give('2026-09-01 10:00', 'follow-up', { result: 'goals-met' });
    expect(life.owed).toEqual(['nasta-uppfoljning']);
    life.give('2026-09-01 10:05', 'close-sip', { because: 'goals-met', reason: 'Går själv.' });
    expect([life.word, life.state.closedAt]).toEqual(['closed', at('2026-09-01 10:05')]);
  });

  it('tells the stay that the call was sent, and that it was taken back', () => {
    const life = called(inStay());
    expect(told(life)).toEqual(['kallelse-sent']);
    expect(outcomes(life)).toEqual([['kallelse', 'fulfilled']]);
    life.give('2026-03-05 10:00', 'withdraw-call', { reason: 'Sämre.' });
    expect(told(life)).toEqual(['kallelse-withdrawn']);
    expect(life.owed).toEqual(['kallelse']);
    expect(wordOf(life, 'p4-1')).toBe('ended');
  });

  it('waits for the notice without a time, then three days, and again without when withdrawn', () => {
    const life = inStay(UNNOTICED);
    expect(life.duty('kallelse')).toMatchObject({ due: null, unit: 'nus-medicin-2' });
    life.told(at('2026-03-05 09:00'), 'caller-named', { caller: 'hc-teg' });
    expect(life.duty('kallelse').unit).toBe('hc-teg');
    const sentAt = at('2026-03-09 09:00');
    life.told(sentAt, 'notice-sent', { sentAt, caller: null });
    expect(life.duty('kallelse')).toMatchObject({ unit: 'hc-teg', due: at('2026-03-13 00:00') });
    life.told(at('2026-03-10 09:00'), 'notice-withdrawn');
    expect(life.duty('kallelse').due).toBeNull();
  });

  it('survives the discharge, but not a death, and not a stay that never was', () => {
    const left = inStay();
    left.told(at('2026-03-06 12:00'), 'stay-ended', { ending: 'left' });
    expect(left.owed).toContain('kallelse');
    const dead = held(inStay());
    dead.told(at('2026-03-10 16:00'), 'stay-ended', { ending: 'deceased' });
    expect([dead.owed, dead.word]).toEqual([[], 'closed']);
    const struck = consented(inStay());
    struck.told(at('2026-03-06 12:00'), 'stay-ended', { ending: 'makulerad' });
    expect(struck.owed).toEqual(['kalla-till-sip']);
    const unasked = inStay();
    unasked.told(at('2026-03-06 12:00'), 'stay-ended', { ending: 'transferred' });
    expect(unasked.owed).toEqual(['erbjud-sip']);
  });

  it('is not closed away while the call is owed', () => {
    const life = consented(inStay());
    const closing = { because: 'moved', reason: 'Flyttar.' };
    expect(life.ask(at('2026-03-05 08:00'), 'close-sip', closing)).toMatchObject({
      because: 'rule',
    });
  });
});

describe('a SIP without a stay', () => {
  it('is called by whoever started it, when the person consents', () => {
    const life = withoutStay();
    expect(life.owed).toEqual(['erbjud-sip']);
    expect(offered(life).ask(at('2026-03-04 11:30'), 'call', { units: ['hc-mariehem'] })).toEqual({
      because: 'state',
    });
    life.give('2026-03-04 12:00', 'record-consent', CONSENT);
    expect(life.owed).toEqual(['kalla-till-sip']);
    expect(life.duty('kalla-till-sip').unit).toBe('umea-bistand');
    life.give('2026-03-05 09:00', 'call', { units: ['hc-mariehem'] });
    expect(told(life)).toEqual([]);
  });

  it('comes into a stay when the person is admitted, and owes the call of that stay', () => {
    const life = established(withoutStay({ stay: { ...UNNOTICED.stay!, caller: 'hc-teg' } }));
    life.give('2026-05-01 09:00', 'link-stay', { stay: 'stay-1' });
    expect(told(life)).toEqual(['sip-started']);
    expect(life.duty('kallelse').unit).toBe('hc-teg');
    expect(life.word).toBe('established');
  });

  it('may end before it begins: an exception with its reason', () => {
    const life = withoutStay().give('2026-03-04 11:00', 'refuse-sip', { reason });
    expect([life.word, life.owed, life.state.closedAt]).toEqual([
      'refused',
      [],
      at('2026-03-04 11:00'),
    ]);
    expect(offered(life).state.closedAt).toBeNull();
  });
});

describe('what the person says', () => {
  it('a no ends everything that waits, also the call, and is told to the stay', () => {
    const life = offered(inStay()).give('2026-03-04 12:00', 'decline-sip');
    expect(told(life)).toEqual(['sip-declined']);
    expect(outcomes(life)).toEqual([
      ['svar-pa-erbjudande', 'fulfilled'],
      ['kallelse', 'waived'],
    ]);
    expect([life.word, life.state.closedAt !== null]).toEqual(['declined', true]);
    life.give('2026-03-05 09:00', 'offer-sip', {}, 'nus-medicin-2');
    expect(told(life)).toEqual(['sip-resumed']);
    expect(life.owed).toEqual(['kallelse', 'svar-pa-erbjudande']);
  });

  it('a withdrawn consent ends what rests on it, and not the call of the law', () => {
    const life = consented(inStay()).give('2026-03-04 13:00', 'withdraw-consent');
    expect(life.owed).toEqual(['kallelse']);
    life.give('2026-03-05 09:00', 'call', { units: ['umea-bistand'] });
    expect(life.disclosed).toEqual([]);
    const planned = drafted(inStay()).give(
      '2026-03-10 16:00',
      'withdraw-consent',
      {},
      'umea-bistand',
    );
    expect([planned.owed, planned.word]).toEqual([[], 'withdrawn']);
    planned.give('2026-03-12 09:00', 'record-consent', CONSENT);
    expect(planned.owed).toEqual(['uppratta-plan']);
  });

  it('an established plan outlives the consent and goes on when it comes back', () => {
    const life = established(inStay()).give('2026-04-01 09:00', 'withdraw-consent');
    expect([life.owed, life.context.established?.version]).toEqual([[], 6]);
    life.give('2026-04-02 09:00', 'record-consent', CONSENT);
    expect([life.owed, life.word]).toEqual([['folj-upp'], 'established']);
  });

  it('can be withdrawn also when the SIP is closed', () => {
    const life = established(inStay())
      .give('2026-04-01 09:00', 'close-sip', { because: 'moved', reason: 'Flyttar.' })
      .give('2026-04-02 09:00', 'withdraw-consent');
    expect([life.context.consent, life.word]).toEqual([null, 'closed']);
  });

  it('an attitude takes the place of a consent that cannot be given', () => {
    const life = offered(withoutStay()).give('2026-03-04 12:00', 'record-attitude', {
      attitude: 'Nickar.',
      representative: 'god-man',
      representativeName: 'Lars Lind',
    });
    expect([life.owed, life.word]).toEqual([['kalla-till-sip'], 'consented']);
  });
});

describe('the called units', () => {
  it('answer, and answer anew when the time changes', () => {
    const life = booked(inStay());
    expect(life.duty('svara-kallelse', 'p4-1').due).toBe(at('2026-03-08 09:00'));
    life.give('2026-03-06 09:00', 'answer-call', { participant: 'p4-1', answer: 'attends' });
    life.give('2026-03-06 10:00', 'answer-call', {
      participant: 'p4-2',
      answer: 'new-time',
      proposedAt: at('2026-03-12 13:00'),
    });
    expect([wordOf(life, 'p4-1'), wordOf(life, 'p4-2')]).toEqual(['attends', 'new-time']);
    expect(life.owed).toEqual(['hall-mote']);
    life.give('2026-03-06 11:00', 'move-meeting', { ...MEETING, at: at('2026-03-12 13:00') });
    expect(life.owed).toEqual(['hall-mote', 'svara-kallelse', 'svara-kallelse']);
    life.give('2026-03-06 12:00', 'cancel-meeting', { reason: 'Feber.' });
    expect(life.owed).toEqual(['boka-mote']);
  });

  it('are told and asked anew when a call of others brings another time, and only then', () => {
    const life = booked(inStay());
    for (const participant of ['p4-1', 'p4-2']) {
      life.give('2026-03-06 09:00', 'answer-call', { participant, answer: 'attends' });
    }
    const disclosed = () =>
      life.last.effects.flatMap((effect) =>
        effect.type === 'disclose' ? [[effect.entry, effect.units]] : [],
      );
    life.give('2026-03-06 10:00', 'call', { units: ['hc-teg'], meeting: MEETING });
    expect(disclosed().map(([entry]) => entry)).toEqual(['sip-kallelse', 'sip-samtycke']);
    expect(life.owed).toEqual(['hall-mote', 'svara-kallelse']);
    const meeting = { ...MEETING, at: at('2026-03-12 13:00') };
    life.give('2026-03-06 11:00', 'call', { units: ['vannas-bistand'], meeting });
    const before = ['umea-bistand', 'umea-hemsjukvard', 'hc-teg'];
    expect(disclosed()).toContainEqual(['sip-kallelse', ['vannas-bistand']]);
    expect(disclosed()).toContainEqual(['sip-mote', expect.arrayContaining(before)]);
    expect(
      disclosed()
        .filter(([entry]) => entry === 'sip-mote')
        .flat(2),
    ).not.toContain('vannas-bistand');
    for (const participant of ['p4-1', 'p4-2', 'p7-1', 'p8-1']) {
      const { since, due } = life.duty('svara-kallelse', participant);
      expect([since, due]).toEqual([at('2026-03-06 11:00'), at('2026-03-09 11:00')]);
    }
  });

  it('must all approve the samordnad vårdplan before it is established', () => {
    const life = drafted(inStay(), { form: 'samordnad-vardplan' });
    const establish = { version: 6, followUpOn: '2026-06-01' };
    const ask = () => life.ask(at('2026-03-11 12:00'), 'establish-plan', establish);
    expect(life.owed).toEqual(['justera-plan', 'justera-plan', 'uppratta-plan']);
    life.give('2026-03-11 09:00', 'approve-plan', { participant: 'p4-1', version: 6 });
    expect(ask()).toMatchObject({ because: 'rule' });
    life.give('2026-03-11 10:00', 'approve-plan', {
      participant: 'p4-2',
      version: 6,
      reserved: true,
      reservation: 'Vi saknar personal i juli.',
    });
    expect(wordOf(life, 'p4-2')).toBe('reserved');
    expect(ask()).toBeNull();
  });

  it('may approve a SIP, which need not wait for them', () => {
    const life = drafted(inStay());
    expect(life.owed).toEqual(['uppratta-plan']);
    life.give('2026-03-11 09:00', 'approve-plan', { participant: 'p4-1', version: 6 });
    expect(life.context.plan?.approved).toEqual(['umea-bistand']);
  });
});

describe('the plan', () => {
  it('has versions; whoever has the overall responsibility answers for it from then on', () => {
    const life = established(inStay());
    expect(life.context.unit).toBe('hc-mariehem');
    expect(life.duty('folj-upp')).toMatchObject({
      unit: 'hc-mariehem',
      due: at('2026-06-02 00:00'),
    });
    life.give('2026-05-01 09:00', 'draft-plan', plan({ responsible: 'umea-bistand' }));
    expect(life.owed).toEqual(['folj-upp', 'uppratta-plan']);
    life.give('2026-05-02 09:00', 'establish-plan', { version: 8, followUpOn: '2026-07-01' });
    expect(life.duty('folj-upp')).toMatchObject({
      unit: 'umea-bistand',
      due: at('2026-07-02 00:00'),
    });
  });

  it('keeps its words out of the log and out of the state', () => {
    const life = established(inStay());
    const written = JSON.stringify([life.log, life.state]);
    for (const word of ['brevlådan', 'morgonen', 'Rehabilitering', 'hemgången', 'Elsa', 'Stroke']) {
      expect(written).not.toContain(word);
    }
    expect(Buffer.byteLength(JSON.stringify(life.state))).toBeLessThan(4 * 1024);
  });

  it('every follow-up is a duty of its own', () => {
    const life = established(inStay());
    const first = life.duty('folj-upp').id;
    life.give('2026-06-01 10:00', 'follow-up', { result: 'still-valid', followUpOn: '2026-09-01' });
    expect(outcomes(life)).toContainEqual(['folj-upp', 'fulfilled']);
    expect(life.duty('folj-upp').id).not.toBe(first);
    life.give('2026-07-01 10:00', 'plan-follow-up', { followUpOn: '2026-08-01' });
    expect(life.duty('folj-upp').due).toBe(at('2026-08-02 00:00'));
  });
});

describe('what was wrong', () => {
  it('the last step is taken back, and those who were told learn it', () => {
    const life = held(inStay());
    const before = booked(inStay()).owed;
    life.give('2026-03-10 15:00', 'makulera-event', { event: 5, reason: 'Fel SIP.' });
    expect(life.owed).toEqual(before);
    expect(life.last.effects).toMatchObject([{ type: 'disclose', entry: 'makulering' }]);
  });

  it('a contact named by mistake gives way to the one before', () => {
    const named = { kind: 'vardkontakt', name: 'Maria Öberg', from: '2026-03-04' };
    const life = inStay()
      .give('2026-03-04 11:00', 'name-contact', named)
      .give('2026-03-04 12:00', 'name-contact', { ...named, name: 'Fel Person' });
    expect(life.context.contacts.vardkontakt?.event).toBe(3);
    life.give('2026-03-04 13:00', 'makulera-event', { event: 3, reason: 'Fel.' });
    expect(life.context.contacts.vardkontakt?.event).toBe(2);
    life.give('2026-03-05 09:00', 'end-contact', { kind: 'vardkontakt', on: '2026-03-05' });
    expect(life.context.contacts).toEqual({});
    life.give('2026-03-05 10:00', 'makulera-event', { event: 5, reason: 'Fel.' });
    expect(life.context.contacts.vardkontakt?.event).toBe(2);
  });

  it('a whole SIP is struck: nothing waits, and the stay forgets it', () => {
    const life = booked(inStay()).give('2026-03-06 09:00', 'makulera-sip', { reason });
    expect(told(life)).toEqual(['sip-struck']);
    expect([life.word, life.owed]).toEqual(['makulerad', []]);
    expect(sip.words).toContain(life.word);
  });
});
