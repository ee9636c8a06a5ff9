import { allowed, type DiscloseEffect } from '@hemgang/engine';
import type { HandoverContext } from '@workflows/handover';
import { discharge } from './index';
import { allNeeds, at, patient, socialNeeds, Stay } from './stay.testing';
import { staffOf, WARD } from './units.testing';

const physician = 'Karin Åström';
const BISTAND = 'umea-bistand';
const HEMTJANST = 'umea-hemtjanst';
const PRIVATE = 'norrsken-hemtjanst';

const told = (receivers = [BISTAND], more = {}) =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', {
      patient,
      needs: receivers.length > 1 ? allNeeds : socialNeeds,
      physician,
    })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers,
      expectedDischargeAt: at('2026-03-06 12:00'),
      ...more,
    });

const left = (stay: Stay) =>
  stay
    .give('2026-03-04 09:00', 'mark-utskrivningsklar', {
      physician,
      judgedAt: at('2026-03-04 09:00'),
    })
    .give('2026-03-04 13:00', 'discharge');

/** First visit on the evening of the leaving, by Umeå's own home care. */
const planned = () =>
  left(
    told().give('2026-03-03 09:00', 'plan-start', {
      startAt: at('2026-03-04 17:00'),
      executor: HEMTJANST,
    }),
  );

const noStart = (stay: Stay, when: string, outcome: string, more = {}) =>
  stay.give(when, 'report-no-start', { outcome, ...more });

const contextOf = (stay: Stay, machine = 'h2-1') =>
  stay.state.machines[machine]?.context as unknown as HandoverContext;

/** What was handed out in the last step, to whom. */
const toldOf = (stay: Stay) =>
  stay.last.effects
    .filter((effect): effect is DiscloseEffect => effect.type === 'disclose')
    .filter(({ units }) => units.length > 0)
    .map(({ entry, units }) => [entry, [...units].sort()]);

const keysOf = (stay: Stay, machine = 'h2-1') =>
  stay.state.duties.filter((duty) => duty.machine === machine).map(({ key }) => key);

describe('at home the first visit closes a handover', () => {
  it('which must be planned when the patient has left without a plan', () => {
    const stay = left(told());
    expect(keysOf(stay)).toEqual(expect.arrayContaining(['overtagande', 'startplanering']));
    stay.give('2026-03-04 14:00', 'plan-start', { startAt: at('2026-03-04 18:00') });
    expect(stay.last.closed).toMatchObject([{ key: 'startplanering', outcome: 'fulfilled' }]);
    stay.give('2026-03-04 18:10', 'take-over');
    expect(stay.last.closed).toMatchObject([{ key: 'overtagande', outcome: 'fulfilled' }]);
  });

  it('owes no plan when there was one', () => {
    expect(keysOf(planned())).not.toContain('startplanering');
  });

  it('keeps who told it and how it came', () => {
    const own = planned().give('2026-03-04 17:10', 'take-over');
    expect(contextOf(own).report).toMatchObject({ reporter: 'receiving-unit', source: 'app' });
    const executor = planned().give(
      '2026-03-04 17:10',
      'take-over',
      {},
      { by: staffOf(HEMTJANST) },
    );
    expect(contextOf(executor).report).toMatchObject({ reporter: 'executor', source: 'app' });
    const phone = planned().give('2026-03-04 17:10', 'take-over', { byPhoneFrom: 'relative' });
    expect(contextOf(phone).report).toEqual({
      outcome: 'started',
      at: at('2026-03-04 17:10'),
      reporter: 'relative',
      source: 'phone',
    });
    const ward = planned().give('2026-03-04 17:10', 'register-call', {
      calledBy: 'patient',
      outcome: 'started',
    });
    expect(contextOf(ward).report).toMatchObject({ reporter: 'patient', source: 'phone' });
    expect(ward.last.closed).toMatchObject([{ key: 'overtagande', outcome: 'fulfilled' }]);
  });

  it('moves its due time with a new time that was agreed, also more than once', () => {
    const stay = planned();
    for (const hour of [20, 21]) {
      noStart(stay, '2026-03-04 16:00', 'postponed-agreed', {
        startAt: at(`2026-03-04 ${hour}:00`),
      });
      expect(stay.last.moved.map(({ after }) => after.due)).toEqual([
        at(`2026-03-04 ${hour + 2}:00`),
      ]);
    }
    expect(toldOf(stay)).toEqual([['start-framflyttad', [WARD, HEMTJANST].sort()]]);
  });

  it('must be planned anew when nobody was at home', () => {
    const stay = noStart(planned(), '2026-03-04 17:10', 'not-home');
    expect(stay.last.opened).toMatchObject([{ key: 'startplanering', unit: BISTAND }]);
    expect(toldOf(stay)).toEqual([['inte-hemma', [WARD, HEMTJANST].sort()]]);
  });
});

describe('when nobody came', () => {
  const alone = () =>
    planned().give('2026-03-04 19:30', 'register-call', {
      calledBy: 'relative',
      outcome: 'nobody-came',
    });

  it('a duty of its own is overdue at once and everybody hears', () => {
    const stay = alone();
    expect(stay.last.opened).toMatchObject([
      { key: 'utebliven-start', unit: BISTAND, due: at('2026-03-04 19:30') },
    ]);
    expect(toldOf(stay)).toEqual([['ingen-kom', [BISTAND, HEMTJANST].sort()]]);
    const reminders = stay.sweep(at('2026-03-04 19:30')).flatMap(({ effects }) => effects);
    expect(reminders).toContainEqual(
      expect.objectContaining({ type: 'remind', step: 'alarm', audience: 'sender' }),
    );
  });

  it('tells the ward when it was the receiver that found out', () => {
    const stay = noStart(planned(), '2026-03-04 19:30', 'nobody-came');
    expect(toldOf(stay)).toEqual([['ingen-kom', [WARD, HEMTJANST].sort()]]);
  });

  it('ends when help has come', () => {
    const stay = alone().give('2026-03-04 20:00', 'take-over');
    expect(stay.last.closed.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['overtagande', 'fulfilled'],
      ['utebliven-start', 'fulfilled'],
    ]);
  });

  it('ends when a time has been agreed, and stays when it is said again', () => {
    const again = noStart(alone(), '2026-03-04 20:00', 'nobody-came');
    expect(keysOf(again)).toContain('utebliven-start');
    noStart(again, '2026-03-04 20:30', 'postponed-agreed', { startAt: at('2026-03-04 21:30') });
    expect(keysOf(again)).not.toContain('utebliven-start');
    expect(again.duty('overtagande').due).toBe(at('2026-03-04 23:30'));
  });
});

describe('an arrival closes a handover', () => {
  it.each(['korttids', 'sabo'])('at %s', (destination) => {
    const stay = left(told([BISTAND], { destination }));
    expect(keysOf(stay)).not.toContain('startplanering');
    stay.give('2026-03-04 15:00', 'take-over');
    expect(stay.state.machines['h2-1']?.value).toMatchObject({
      live: { reception: 'takenOver' },
    });
  });

  it('goes on being waited for when the patient has not come', () => {
    const stay = noStart(
      left(told([BISTAND], { destination: 'sabo' })),
      '2026-03-04 15:00',
      'not-home',
    );
    expect(keysOf(stay)).toContain('overtagande');
    expect(keysOf(stay)).not.toContain('startplanering');
  });

  it('is told to all receivers, who acknowledge it, and a change too', () => {
    const stay = told().give('2026-03-03 09:00', 'plan-destination', { destination: 'korttids' });
    expect(toldOf(stay)).toEqual([['destination', [BISTAND]]]);
    expect(contextOf(stay)).toMatchObject({
      destination: 'korttids',
      unacknowledged: [{ id: 'm2' }, { id: 'm3', entry: 'destination' }],
    });
  });
});

describe('a korttids stay', () => {
  const arrived = () =>
    left(told([BISTAND], { destination: 'korttids' })).give('2026-03-04 15:00', 'take-over');

  it('opens a way home of its own, which keeps the case open', () => {
    const stay = arrived();
    expect(stay.last.opened).toMatchObject([{ id: 'hc5.planera-hemgang.5', unit: BISTAND }]);
    expect(stay.state.closedAt).toBeNull();
  });

  it('ends when the help at home has started', () => {
    const stay = arrived()
      .give('2026-03-05 09:00', 'plan-start', {
        startAt: at('2026-03-20 13:00'),
        executor: HEMTJANST,
      })
      .give('2026-03-20 13:20', 'take-over', {}, { by: staffOf(HEMTJANST), handover: 'hc5' });
    expect(stay.last.closed).toMatchObject([{ key: 'overtagande', outcome: 'fulfilled' }]);
    expect(keysOf(stay, 'hc5')).toEqual([]);
  });

  it('ends when the patient lives on in a home', () => {
    const stay = arrived().give('2026-03-20 09:00', 'stay-on');
    expect(stay.last.closed).toMatchObject([{ key: 'planera-hemgang', outcome: 'fulfilled' }]);
    expect(toldOf(stay)).toEqual([['bor-kvar', [WARD]]]);
  });

  it('ends with the patient', () => {
    const stay = noStart(
      arrived().give('2026-03-05 09:00', 'plan-start', { startAt: at('2026-03-20 13:00') }),
      '2026-03-20 14:00',
      'deceased',
    );
    expect(keysOf(stay, 'hc5')).toEqual([]);
    expect(stay.state.machines['hc5']?.value).toBe('ended');
    expect(stay.state.closedAt).toBe(at('2026-03-20 14:00'));
  });

  it('ends when the patient is back in hospital', () => {
    const stay = noStart(
      arrived().give('2026-03-05 09:00', 'plan-start', { startAt: at('2026-03-20 13:00') }),
      '2026-03-10 14:00',
      'readmitted',
    );
    expect(keysOf(stay, 'hc5')).toEqual([]);
  });
});

describe('the agreed contact closes a handover of open care', () => {
  const openCare = (stay: Stay, when: string, name: string, payload = {}) =>
    stay.give(when, name, payload, { handover: 'h2-2' });
  const both = () => told([BISTAND, 'hc-mariehem']);
  const booked = () =>
    openCare(left(both()), '2026-03-04 14:00', 'book-contact', {
      contactAt: at('2026-03-09 10:00'),
    });

  it('which must be booked', () => {
    const stay = left(both());
    expect(keysOf(stay, 'h2-2')).toContain('boka-kontakt');
    expect(keysOf(booked(), 'h2-2')).toContain('avtalad-kontakt');
    expect(booked().last.closed).toMatchObject([{ key: 'boka-kontakt', outcome: 'fulfilled' }]);
  });

  it('and is answered on its day', () => {
    const stay = openCare(booked(), '2026-03-09 11:00', 'take-over');
    expect(stay.last.closed).toMatchObject([{ key: 'avtalad-kontakt', outcome: 'fulfilled' }]);
    expect(keysOf(stay, 'h2-2')).not.toContain('boka-kontakt');
  });

  it('is booked anew when it did not take place, and the ward is told', () => {
    const stay = openCare(booked(), '2026-03-09 11:00', 'report-no-start', { outcome: 'not-home' });
    expect(keysOf(stay, 'h2-2')).toContain('boka-kontakt');
    expect(toldOf(stay)).toEqual([['kontakt-uteblev', [WARD]]]);
  });

  it('is asked for on another day when a new time was agreed', () => {
    const stay = openCare(booked(), '2026-03-09 08:00', 'report-no-start', {
      outcome: 'postponed-agreed',
      startAt: at('2026-03-11 10:00'),
    });
    expect(stay.duty('avtalad-kontakt').due).toBe(at('2026-03-12 00:00'));
  });
});

describe('a death or a readmission that a receiver finds out', () => {
  it('ends every pending start, and the executors are told not to go', () => {
    const both = told([BISTAND, 'umea-hemsjukvard', 'hc-mariehem'])
      .give('2026-03-03 09:00', 'assign-executor', { executor: HEMTJANST }, { handover: 'h2-1' })
      .give('2026-03-03 09:00', 'assign-executor', { executor: PRIVATE }, { handover: 'h2-2' });
    const stay = left(both).give(
      '2026-03-04 15:00',
      'report-no-start',
      { outcome: 'readmitted' },
      { handover: 'h2-2' },
    );
    expect(stay.state.duties.filter(({ machine }) => machine !== 'discharge')).toEqual([]);
    expect(toldOf(stay)).toEqual(
      expect.arrayContaining([
        ['uppdrag-avslutat', [HEMTJANST]],
        ['uppdrag-avslutat', [PRIVATE]],
      ]),
    );
  });

  it('closes the case when the patient has died', () => {
    const stay = noStart(planned(), '2026-03-04 17:10', 'deceased');
    expect(stay.state).toMatchObject({ duties: [], closedAt: at('2026-03-04 17:10') });
  });
});

describe('an executor', () => {
  it('becomes a party, gets the assignment and owns the confirmation', () => {
    const stay = told().give('2026-03-03 09:00', 'assign-executor', { executor: PRIVATE });
    expect(stay.last.joined).toEqual([{ machine: 'h2-1', unit: PRIVATE, kind: 'executor' }]);
    expect(toldOf(stay)).toEqual([
      ['uppdrag', [PRIVATE]],
      ['utforare', [WARD]],
    ]);
    expect(left(stay).duty('overtagande').unit).toBe(PRIVATE);
    expect(stay.duty('startplanering').unit).toBe(BISTAND);
  });

  it('may report the start and the days of rehabilitation, and nothing else', () => {
    const stay = left(told().give('2026-03-03 09:00', 'assign-executor', { executor: PRIVATE }));
    const offered = allowed(discharge, stay.state, staffOf(PRIVATE)).allowed;
    expect(offered.map(({ command }) => command.name)).toEqual([
      'take-over',
      'report-no-start',
      'register-rehab',
    ]);
  });

  it('that is replaced leaves the case and is told', () => {
    const stay = told()
      .give('2026-03-03 09:00', 'assign-executor', { executor: PRIVATE })
      .give('2026-03-03 10:00', 'assign-executor', { executor: HEMTJANST });
    expect(stay.last).toMatchObject({
      joined: [{ unit: HEMTJANST }],
      left: [{ unit: PRIVATE, machine: 'h2-1' }],
    });
    expect(toldOf(stay)).toContainEqual(['uppdrag-avslutat', [PRIVATE]]);
  });
});

describe('an answer', () => {
  it.each(['no-measures', 'not-applied', 'declined'])(
    '"%s" leaves nothing to take over, but the kvittens',
    (answer) => {
      const stay = told().give('2026-03-02 11:00', 'answer', { answer });
      expect(stay.last.closed.map(({ key, outcome }) => [key, outcome])).toEqual([
        ['svar', 'fulfilled'],
        ['planering', 'withdrawn'],
      ]);
      expect(keysOf(left(stay))).toEqual(['kvittens']);
    },
  );

  it.each(['not-known', 'partly'])('"%s" leaves it to be planned and taken over', (answer) => {
    const stay = told().give('2026-03-02 11:00', 'answer', { answer });
    expect(keysOf(stay)).toContain('planering');
    expect(keysOf(left(stay))).toContain('overtagande');
  });

  it('that is changed brings the duties back', () => {
    const stay = told()
      .give('2026-03-02 11:00', 'answer', { answer: 'declined' })
      .give('2026-03-03 11:00', 'answer', { answer: 'partly' });
    expect(stay.last.opened).toMatchObject([{ id: 'h2-1.planering.4' }]);
  });

  it('that is changed after the leaving brings back what is owed then, also in a closed case', () => {
    const stay = left(told().give('2026-03-02 11:00', 'answer', { answer: 'declined' }))
      .give('2026-03-04 13:10', 'send-utskrivningsinformation', { way: 'here', text: 'Klar.' })
      .give('2026-03-04 13:20', 'give-patient-summary', { way: 'here', text: 'Klar.' })
      .give('2026-03-04 14:00', 'acknowledge');
    expect(stay.state.closedAt).toBe(at('2026-03-04 14:00'));
    stay.give('2026-03-06 09:00', 'answer', { answer: 'known', currentMeasures: 'Trygghetslarm.' });
    expect(keysOf(stay)).toEqual(['overtagande', 'startplanering']);
    expect(stay.state.closedAt).toBeNull();
  });

  it('that there is nothing to take over calls the executor off', () => {
    const stay = told()
      .give('2026-03-03 09:00', 'assign-executor', { executor: PRIVATE })
      .give('2026-03-03 10:00', 'answer', { answer: 'declined' });
    expect(toldOf(stay)).toContainEqual(['uppdrag-avslutat', [PRIVATE]]);
    expect(stay.last.left).toMatchObject([{ unit: PRIVATE }]);
  });
});
