import { allowed, type Accepted, type CaseState } from '@hemgang/engine';
import { atagandeWord } from '@workflows/atagande';
import { systemEvent } from './history.testing';
import { discharge } from './index';
import { allNeeds, at, patient, Stay } from './stay.testing';
import { staffOf, units, WARD } from './units.testing';

const physician = 'Karin Åström';
const UMEA = 'umea-bistand';
const MARIEHEM = 'hc-mariehem';
const text = 'Vi ringer dottern om nyckeln.';
const promise = { text, dueDate: '2026-03-05' };

const told = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: [UMEA, MARIEHEM],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });

const takenOn = (unit = WARD) =>
  told().give('2026-03-02 11:00', 'take-on', promise, { by: staffOf(unit) });

/** Mariehem asks Umeå. */
const proposed = () =>
  told().give(
    '2026-03-02 11:00',
    'propose-atagande',
    { ...promise, unit: UMEA },
    { by: staffOf(MARIEHEM) },
  );

const accepted = () => give(proposed(), '2026-03-02 12:00', 'accept-atagande', UMEA);

function give(stay: Stay, when: string, name: string, unit: string, more = {}): Stay {
  return stay.give(when, name, { atagande: 'a3', ...more }, { by: staffOf(unit) });
}

const owners = ({ duties }: CaseState) =>
  duties.filter(({ machine }) => machine === 'a3').map(({ key, unit }) => `${key} ${unit}`);

const entries = ({ effects }: Accepted) =>
  effects.map((effect) => effect.type === 'disclose' && [effect.entry, effect.units]);

const word = ({ state }: Stay) => atagandeWord(state.machines['a3']!);

/** Units that are offered a command on the commitment. */
const offered = (state: CaseState, name: string) =>
  Object.keys(units).filter((unit) =>
    allowed(discharge, state, staffOf(unit)).allowed.some(({ command }) => command.name === name),
  );

describe('a commitment', () => {
  it('whose acceptance is struck is a proposal again; what the acceptance opened was never owed', () => {
    const stay = accepted().give('2026-03-02 13:00', 'makulera-event', {
      event: 4,
      reason: 'Fel.',
    });
    expect(owners(stay.state)).toEqual([`foreslaget-atagande ${MARIEHEM}`]);
    expect(stay.last.closed).toMatchObject([{ key: 'atagande', outcome: 'withdrawn' }]);
  });

  it('that is taken on belongs to who took it, and who works with it is told', () => {
    const ward = takenOn();
    expect(owners(ward.state)).toEqual([`atagande ${WARD}`]);
    expect(entries(ward.last)).toEqual([['atagande', [UMEA, MARIEHEM]]]);
    const receiver = takenOn(UMEA);
    expect(owners(receiver.state)).toEqual([`atagande ${UMEA}`]);
    expect(entries(receiver.last)).toEqual([['atagande', [WARD]]]);
  });

  it('that is proposed belongs to the proposer until the other accepts, then to the other', () => {
    const stay = proposed();
    expect(owners(stay.state)).toEqual([`foreslaget-atagande ${MARIEHEM}`]);
    expect(entries(stay.last)).toEqual([['atagande-foreslaget', [UMEA]]]);
    give(stay, '2026-03-02 12:00', 'accept-atagande', UMEA);
    expect(owners(stay.state)).toEqual([`atagande ${UMEA}`]);
    expect(stay.last.closed).toMatchObject([{ key: 'foreslaget-atagande', outcome: 'fulfilled' }]);
    expect(entries(stay.last)).toEqual([['atagande-antaget', [MARIEHEM]]]);
  });

  it('that is declined is nobody’s, and the proposer learns why', () => {
    const stay = give(proposed(), '2026-03-02 12:00', 'decline-atagande', UMEA, { reason: 'Nej.' });
    expect(owners(stay.state)).toEqual([]);
    expect(word(stay)).toBe('declined');
    expect(entries(stay.last)).toEqual([['atagande-avbojt', [MARIEHEM]]]);
    expect(JSON.stringify(stay.log)).not.toContain('Nej.');
  });

  it('that is done is done, and who asked is told', () => {
    const stay = give(accepted(), '2026-03-03 09:00', 'fulfil-atagande', UMEA);
    expect(word(stay)).toBe('fulfilled');
    expect(stay.last.closed).toMatchObject([{ key: 'atagande', outcome: 'fulfilled' }]);
    expect(entries(stay.last)).toEqual([['atagande-klart', [MARIEHEM]]]);
  });

  it('may be withdrawn by who asked and by who said yes, and the other is told', () => {
    const byOwner = give(accepted(), '2026-03-03 09:00', 'withdraw-atagande', UMEA);
    expect(entries(byOwner.last)).toEqual([['atagande-aterkallat', [MARIEHEM]]]);
    const byAsker = give(accepted(), '2026-03-03 09:00', 'withdraw-atagande', MARIEHEM);
    expect(entries(byAsker.last)).toEqual([['atagande-aterkallat', [UMEA]]]);
    expect(byAsker.last.closed).toMatchObject([{ key: 'atagande', outcome: 'withdrawn' }]);
  });

  it('is offered to those whom it concerns and to nobody else', () => {
    const asked = proposed().state;
    expect(offered(asked, 'accept-atagande')).toEqual([UMEA]);
    expect(offered(asked, 'decline-atagande')).toEqual([UMEA]);
    expect(offered(asked, 'withdraw-atagande')).toEqual([MARIEHEM]);
    expect(offered(asked, 'fulfil-atagande')).toEqual([]);
    const agreed = accepted().state;
    expect(offered(agreed, 'accept-atagande')).toEqual([]);
    expect(offered(agreed, 'fulfil-atagande')).toEqual([UMEA]);
    expect(offered(agreed, 'withdraw-atagande').sort()).toEqual([MARIEHEM, UMEA].sort());
    expect(offered(told().state, 'take-on').sort()).toEqual([WARD, UMEA, MARIEHEM].sort());
  });

  it('makes nobody a party a second time', () => {
    expect(proposed().last.joined).toEqual([]);
    expect(accepted().last.joined).toEqual([]);
  });

  it('has no words in the log or in the state', () => {
    const stay = accepted();
    expect(JSON.stringify([stay.log, stay.state])).not.toContain('nyckeln');
  });

  it('lapses with the case: the patient dies', () => {
    const stay = accepted().give('2026-03-03 09:00', 'register-death');
    expect(word(stay)).toBe('lapsed');
    expect(stay.state.closedAt).toBe(at('2026-03-03 09:00'));
  });

  it('lapses with the case: the patient is admitted again', () => {
    const stay = accepted()
      .give('2026-03-05 09:00', 'mark-utskrivningsklar', {
        physician,
        judgedAt: at('2026-03-05 08:30'),
      })
      .give('2026-03-05 13:00', 'discharge');
    stay.happen(systemEvent(stay.state, 'patient-readmitted', at('2026-03-05 20:00')));
    expect(word(stay)).toBe('lapsed');
    expect(stay.state.duties).toEqual([]);
  });

  it('keeps a case open that is otherwise over, and none is made in a closed one', () => {
    const stay = new Stay()
      .give('2026-03-02 08:00', 'admit', { patient })
      .give('2026-03-02 09:00', 'take-on', promise)
      .give('2026-03-02 10:00', 'discharge');
    expect(stay.state.closedAt).toBeNull();
    stay.give('2026-03-02 11:00', 'fulfil-atagande', { atagande: 'a2' });
    expect(stay.state.closedAt).toBe(at('2026-03-02 11:00'));
    const { state } = stay;
    const late = { payload: promise, recordedAt: at('2026-03-02 12:00') };
    for (const name of ['take-on', 'propose-atagande', 'tick-readiness']) {
      expect(stay.ask({ name, ...late })).toMatchObject({ kind: 'refused', because: 'state' });
      expect(offered(state, name)).toEqual([]);
    }
    expect(stay.state).toBe(state);
  });

  it('of the ward goes with the patient to another ward', () => {
    const stay = takenOn()
      .give('2026-03-03 09:00', 'request-move', { unit: 'lycksele-medicin' })
      .give('2026-03-03 14:00', 'accept-move', {}, { handover: 'mv4' });
    expect(owners(stay.state)).toEqual(['atagande lycksele-medicin']);
    expect(offered(stay.state, 'fulfil-atagande')).toEqual(['lycksele-medicin']);
  });

  it('can be many, each with an end of its own', () => {
    const stay = takenOn()
      .give('2026-03-02 11:30', 'take-on', { ...promise, dueTime: '09:00' })
      .give('2026-03-02 12:00', 'fulfil-atagande', { atagande: 'a4' }, { handover: 'a4' });
    expect(owners(stay.state)).toEqual([`atagande ${WARD}`]);
    expect(stay.state.machines['a4']?.value).toBe('fulfilled');
  });
});

describe('a commitment is due', () => {
  const asked = (by: object) =>
    told().give('2026-03-02 11:00', 'propose-atagande', { text, unit: UMEA, ...by });
  const accepts = (stay: Stay) => give(stay, '2026-03-03 09:00', 'accept-atagande', UMEA);

  it.each([
    ['at the time given', asked({ dueDate: '2026-03-05', dueTime: '15:00' }), '2026-03-05 15:00'],
    [
      'at the same time when the other has accepted',
      accepts(asked({ dueDate: '2026-03-05', dueTime: '15:00' })),
      '2026-03-05 15:00',
    ],
    ['at the end of the day given', asked({ dueDate: '2026-03-05' }), '2026-03-06 00:00'],
    ['at the end of a day of 23 hours', asked({ dueDate: '2026-03-29' }), '2026-03-30 00:00'],
  ])('%s', (_what, { state }, due) => {
    expect(state.duties.find(({ machine }) => machine === 'a3')?.due).toBe(at(due));
  });
});

describe('the list before going home', () => {
  const tick = (stay: Stay, when: string, unit: string, item: string, status: string) =>
    stay.give(when, 'tick-readiness', { item, status }, { by: staffOf(unit) });

  it('is filled by whoever did it, and says who and when', () => {
    const stay = told();
    tick(stay, '2026-03-02 11:00', WARD, 'medicines', 'done');
    tick(stay, '2026-03-02 12:00', UMEA, 'key', 'not-needed');
    tick(stay, '2026-03-02 13:00', MARIEHEM, 'medicines', 'undone');
    expect(stay.state.machines['discharge']?.context['readiness']).toEqual({
      medicines: { status: 'undone', unit: MARIEHEM, at: at('2026-03-02 13:00') },
      key: { status: 'not-needed', unit: UMEA, at: at('2026-03-02 12:00') },
    });
  });

  it('opens no duty and tells nobody', () => {
    const stay = tick(told(), '2026-03-02 11:00', WARD, 'medicines', 'done');
    expect(stay.last).toMatchObject({ opened: [], closed: [], moved: [], effects: [] });
  });

  it('is not for those who are not in the case', () => {
    const stay = told();
    const asked = { payload: { item: 'key', status: 'done' }, recordedAt: at('2026-03-02 11:00') };
    const answer = stay.ask({ name: 'tick-readiness', by: staffOf('vannas-bistand'), ...asked });
    expect(answer).toMatchObject({ kind: 'refused', because: 'role' });
  });
});
