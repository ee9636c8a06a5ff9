import { allowed } from '@hemgang/engine';
import { discharge } from './index';
import { allNeeds, at, patient, socialNeeds, Stay } from './stay.testing';
import { staffOf, WARD } from './units.testing';

const physician = 'Karin Åström';
const EXPECTED = '2026-03-06 12:00';

const admitted = (needs = socialNeeds) =>
  new Stay().give('2026-03-02 08:00', 'admit', { patient, needs, physician });

/** Written for Luleå on Monday 10:00; nobody has sent it. */
const written = () =>
  admitted().give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
    receivers: ['lulea-bistand'],
    expectedDischargeAt: at(EXPECTED),
  });

/** Somebody rang Luleå at `happened` and says so at `when`. */
const sent = (stay: Stay, when: string, happened = when) =>
  stay.give(when, 'report-sent', {}, { occurredAt: at(happened) });

const reached = () => sent(written(), '2026-03-02 11:30', '2026-03-02 11:00');

const ready = (stay: Stay, when: string) =>
  stay.give(when, 'mark-utskrivningsklar', { physician, judgedAt: at(when) });

const contextOf = ({ state }: Stay, machine = 'h2-1') => state.machines[machine]!.context;

const keysOf = ({ state }: Stay) => state.duties.map(({ machine, key }) => `${machine} ${key}`);

describe('a receiver outside the county', () => {
  it('has a handover like others, and the ward owes to carry everything to it', () => {
    const stay = written();
    expect(keysOf(stay).sort()).toEqual([
      'discharge beraknad-utskrivning',
      'h2-1 kvittens',
      'h2-1 planering',
      'h2-1 svar',
      'x2-1 skicka-externt',
    ]);
    expect(stay.duty('skicka-externt')).toMatchObject({ unit: WARD, due: at('2026-03-02 14:00') });
    expect(stay.duty('svar')).toMatchObject({ unit: 'lulea-bistand' });
  });

  it('is a party once; carrying makes nobody a party', () => {
    expect(written().last.joined).toEqual([
      { machine: 'h2-1', unit: 'lulea-bistand', kind: 'municipal-social' },
    ]);
  });

  it('has no clock until it was reached, and then the same as others', () => {
    expect(['kvittens', 'svar', 'planering'].map((key) => written().duty(key).due)).toEqual([
      null,
      null,
      null,
    ]);
    const stay = reached();
    expect(['kvittens', 'svar', 'planering'].map((key) => stay.duty(key).due)).toEqual([
      at('2026-03-03 11:00'),
      at('2026-03-03 11:00'),
      at('2026-03-04 11:00'),
    ]);
    expect(contextOf(stay)['unacknowledged']).toEqual([
      { id: 'm2', entry: 'inskrivningsmeddelande', sentAt: at('2026-03-02 11:00') },
    ]);
    expect(stay.last.closed).toMatchObject([
      { key: 'skicka-externt', outcome: 'fulfilled', closedAt: at('2026-03-02 11:00') },
    ]);
  });

  it('pays from when it was told that the patient is ready, not from when the ward wrote so', () => {
    const stay = ready(reached(), '2026-03-03 11:30').give('2026-03-03 11:40', 'start-planning');
    expect(stay.duty('beredskap').due).toBe(at(EXPECTED));
    // Told on Tuesday after twelve: Saturday.
    sent(stay, '2026-03-03 13:00', '2026-03-03 12:30');
    expect(stay.duty('beredskap').due).toBe(at('2026-03-07 00:00'));
    expect(contextOf(stay)['utskrivningsklarSentAt']).toBe(at('2026-03-03 12:30'));
  });

  it.each([
    ['withdrawn', 'withdraw-utskrivningsklar', { reason: 'Feber.' }],
    ['struck', 'makulera-event', { event: 4, reason: 'Fel patient.' }],
  ])('is not ready when the judgement was %s before anybody told it', (_words, name, payload) => {
    const stay = ready(reached(), '2026-03-03 11:30').give('2026-03-03 11:50', name, payload);
    sent(stay, '2026-03-03 13:00');
    expect(contextOf(stay)['utskrivningsklarSentAt']).toBeNull();
    expect(keysOf(stay)).not.toContain('h2-1 beredskap');
    ready(stay, '2026-03-04 09:00');
    sent(stay, '2026-03-04 09:30');
    expect(contextOf(stay)['utskrivningsklarSentAt']).toBe(at('2026-03-04 09:30'));
  });

  it('gets all that is waiting by one contact, counted from what has waited longest', () => {
    const stay = ready(written(), '2026-03-02 12:00');
    expect(contextOf(stay, 'x2-1')['unsent']).toEqual([
      { entry: 'inskrivningsmeddelande', since: at('2026-03-02 10:00') },
      { entry: 'utskrivningsklar', since: at('2026-03-02 12:00') },
    ]);
    expect(stay.duty('skicka-externt').due).toBe(at('2026-03-02 14:00'));
    sent(stay, '2026-03-02 13:00');
    expect(contextOf(stay, 'x2-1')['unsent']).toEqual([]);
    expect(keysOf(stay)).not.toContain('x2-1 skicka-externt');
    stay.give('2026-03-02 14:00', 'send-utskrivningsinformation', { way: 'here', text: 'Går.' });
    expect(stay.duty('skicka-externt').id).toBe('x2-1.skicka-externt.5');
  });

  it('cannot have acknowledged what has not been sent', () => {
    const asked = { name: 'acknowledge', recordedAt: at('2026-03-02 12:00') };
    expect(written().ask(asked)).toMatchObject({
      because: 'rule',
      why: { sv: 'Inget av det som väntar har skickats till mottagaren än.' },
    });
    const stay = ready(reached(), '2026-03-02 12:00');
    expect(stay.ask(asked)).toMatchObject({ kind: 'played' });
    // What came after stays until it has been sent and acknowledged.
    expect(contextOf(stay)['unacknowledged']).toMatchObject([{ id: 'm4', sentAt: null }]);
    expect(stay.duty('kvittens').due).toBeNull();
    const early = { ...asked, payload: { messages: ['m4'] } };
    expect(stay.ask(early)).toMatchObject({ because: 'rule' });
  });

  it('is registered for by the ward alone, with every command of a receiver', () => {
    const names = (stay: Stay, unit: string) =>
      allowed(discharge, stay.state, staffOf(unit))
        .allowed.filter(({ machine }) => machine === 'h2-1')
        .map(({ command }) => command.name);
    const stay = reached();
    expect(names(stay, WARD)).toEqual(
      expect.arrayContaining(['acknowledge', 'answer', 'reject', 'start-planning', 'report-ready']),
    );
    expect(names(stay, 'nus-ortopedi-1')).toEqual([]);
    expect(names(stay, 'umea-bistand')).toEqual([]);
  });

  it('lives through the whole course to its taking over, and the case closes', () => {
    const stay = reached()
      .give('2026-03-02 12:00', 'acknowledge', {}, { occurredAt: at('2026-03-02 11:05') })
      .give('2026-03-02 13:00', 'answer', { answer: 'known', currentMeasures: 'Hemtjänst.' })
      .give('2026-03-02 13:05', 'report-ready');
    ready(stay, '2026-03-03 09:00');
    stay
      .give('2026-03-03 09:10', 'send-utskrivningsinformation', { way: 'here', text: 'Går.' })
      .give('2026-03-03 09:20', 'give-patient-summary', { way: 'here', text: 'Du går.' });
    sent(stay, '2026-03-03 09:30');
    stay.give('2026-03-03 10:00', 'discharge');
    sent(stay, '2026-03-03 10:10');
    stay.give('2026-03-03 11:00', 'acknowledge').give('2026-03-03 18:00', 'take-over');
    expect(stay.state).toMatchObject({ duties: [], closedAt: at('2026-03-03 18:00') });
  });

  it('is reminded of at the ward: nobody outside reads it', () => {
    const stay = reached();
    const reminders = stay.sweep(at('2026-03-03 12:00')).flatMap(({ effects }) => effects);
    expect(reminders.length).toBeGreaterThan(0);
    expect(new Set(reminders.map((effect) => 'unit' in effect && effect.unit))).toEqual(
      new Set([WARD]),
    );
  });

  it('follows the patient to another ward, which sends and registers from then on', () => {
    const stay = reached()
      .give('2026-03-02 12:00', 'request-move', { unit: 'nus-ortopedi-1' })
      .give('2026-03-02 13:00', 'accept-move', {}, { handover: 'mv4' });
    expect(stay.duty('skicka-externt')).toMatchObject({ unit: 'nus-ortopedi-1' });
    const by = staffOf(WARD);
    const asked = { name: 'acknowledge', by, recordedAt: at('2026-03-02 14:00') };
    expect(stay.ask(asked)).toMatchObject({ because: 'role' });
    expect(stay.ask({ ...asked, by: staffOf('nus-ortopedi-1') })).toMatchObject({ kind: 'played' });
  });

  it('may be open care, so that municipal health care elsewhere has its hälsocentral', () => {
    const stay = admitted(allNeeds).give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['lulea-bistand', 'hc-norrbotten'],
      expectedDischargeAt: at(EXPECTED),
    });
    expect(stay.duty('fast-vardkontakt', 'h2-2').unit).toBe('hc-norrbotten');
    expect(Object.keys(stay.state.machines)).toEqual(['discharge', 'h2-1', 'x2-1', 'h2-2', 'x2-2']);
  });
});

describe('an end', () => {
  const removed = (stay: Stay) =>
    stay
      .give('2026-03-02 13:00', 'add-receiver', { unit: 'umea-bistand' })
      .give('2026-03-02 14:00', 'remove-receiver', { receiver: 'h2-1', reason: 'Behövs inte.' });

  it.each<[string, () => Stay, string]>([
    ['removal', () => removed(reached()), 'mottagare-borttagen'],
    ['death', () => reached().give('2026-03-02 14:00', 'register-death'), 'avliden'],
    [
      'striking',
      () => reached().give('2026-03-02 14:00', 'makulera-case', { reason: 'Fel.' }),
      'makulerad',
    ],
  ])('by %s is told to who was reached before', (_what, ended, entry) => {
    const stay = ended();
    expect(contextOf(stay, 'x2-1')['unsent']).toEqual([{ entry, since: at('2026-03-02 14:00') }]);
    sent(stay, '2026-03-02 14:30');
    expect(keysOf(stay)).not.toContain('x2-1 skicka-externt');
  });

  it('need not be told to who never heard of the patient', () => {
    const stay = removed(written());
    expect(stay.last.closed).toContainEqual(
      expect.objectContaining({ key: 'skicka-externt', outcome: 'withdrawn' }),
    );
    expect(contextOf(stay, 'x2-1')['unsent']).toEqual([]);
  });

  it('that the receiver says itself leaves nothing to carry', () => {
    const stay = ready(reached(), '2026-03-02 12:00').give('2026-03-02 13:00', 'reject', {
      reason: 'Bor i Piteå.',
    });
    expect(stay.last.closed).toContainEqual(
      expect.objectContaining({ key: 'skicka-externt', outcome: 'withdrawn' }),
    );
    expect(stay.duty('ny-mottagare').unit).toBe(WARD);
  });
});
