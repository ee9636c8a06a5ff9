import { allNeeds, at, patient, Stay } from './stay.testing';

const physician = 'Karin Åström';

/** Umeå is h2-1, Mariehem h2-2. Nobody has begun to plan. */
const told = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand', 'hc-mariehem'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });

const judged = { physician, judgedAt: at('2026-03-03 08:30') };
const ready = (stay = told()) => stay.give('2026-03-03 09:00', 'mark-utskrivningsklar', judged);
const on = { handover: 'h2-1' };
const reason = 'Fel ärende.';

const PREPARATIONS = ['planering', 'beredskap'];
/** What a receiver owes of its preparations. */
const owed = ({ state }: Stay, machine = 'h2-1') =>
  state.duties
    .filter((duty) => duty.machine === machine && PREPARATIONS.includes(duty.key))
    .map(({ id }) => id)
    .sort();
const closed = ({ last }: Stay, machine = 'h2-1') =>
  last.closed
    .filter((duty) => duty.machine === machine && PREPARATIONS.includes(duty.key))
    .map(({ id, outcome }) => [id, outcome])
    .sort();
const strike = (stay: Stay, when: string, type: string) => {
  const { seq } = stay.log.findLast((event) => event.type === type)!;
  return stay.give(when, 'makulera-event', { event: seq, reason });
};

const BOTH = ['h2-1.beredskap.3', 'h2-1.planering.2'];

describe('a municipality that has not begun to plan when the notice comes', () => {
  it('owes its planning and its readiness', () => {
    expect(owed(told())).toEqual(['h2-1.planering.2']);
    expect(owed(ready())).toEqual(BOTH);
    expect(ready().last.closed).toEqual([]);
  });

  it('begins to plan: the same readiness goes on', () => {
    const stay = ready();
    const before = stay.duty('beredskap', 'h2-1');
    stay.give('2026-03-03 10:00', 'start-planning', {}, on);
    expect(closed(stay)).toEqual([['h2-1.planering.2', 'fulfilled']]);
    expect(stay.duty('beredskap', 'h2-1')).toEqual(before);
    expect([stay.last.opened, stay.last.moved]).toEqual([[], []]);
  });

  it('reports that it is ready: both are fulfilled', () => {
    const stay = ready().give('2026-03-03 10:00', 'report-ready', {}, on);
    expect(closed(stay)).toEqual([
      ['h2-1.beredskap.3', 'fulfilled'],
      ['h2-1.planering.2', 'fulfilled'],
    ]);
    strike(stay, '2026-03-03 11:00', 'report-ready');
    expect(owed(stay)).toEqual(['h2-1.beredskap.5']);
  });

  it.each([
    ['the notice is withdrawn', 'withdraw-utskrivningsklar', { reason: 'Feber.' }],
    ['the notice is struck', 'makulera-event', { event: 3, reason }],
  ])('%s: it owes its planning as before', (_words, name, payload) => {
    const before = told().duty('planering', 'h2-1');
    const stay = ready().give('2026-03-03 10:00', name, payload);
    expect(closed(stay)).toEqual([['h2-1.beredskap.3', 'withdrawn']]);
    expect(stay.duty('planering', 'h2-1')).toEqual(before);
    stay.give('2026-03-04 09:00', 'mark-utskrivningsklar', {
      ...judged,
      judgedAt: at('2026-03-04 08:30'),
    });
    expect(owed(stay)).toEqual(['h2-1.beredskap.5', 'h2-1.planering.2']);
  });

  it('the patient leaves: both lapse, and are owed again when she had not', () => {
    const stay = ready().give('2026-03-03 13:00', 'discharge');
    expect(closed(stay)).toEqual([
      ['h2-1.beredskap.3', 'lapsed'],
      ['h2-1.planering.2', 'lapsed'],
    ]);
    strike(stay, '2026-03-03 14:00', 'discharge');
    expect(owed(stay)).toEqual(['h2-1.beredskap.5', 'h2-1.planering.5']);
  });

  it('had begun to plan by mistake: the planning is owed again, the readiness goes on', () => {
    const stay = ready().give('2026-03-03 10:00', 'start-planning', {}, on);
    strike(stay, '2026-03-03 11:00', 'start-planning');
    expect(owed(stay)).toEqual(['h2-1.beredskap.3', 'h2-1.planering.5']);
    const early = told().give('2026-03-02 11:00', 'start-planning', {}, on);
    strike(early, '2026-03-02 12:00', 'start-planning');
    expect(owed(early)).toEqual(['h2-1.planering.4']);
  });

  it('answers that there is nothing to take over, and thinks again', () => {
    const stay = ready().give('2026-03-03 10:00', 'answer', { answer: 'declined' }, on);
    expect(closed(stay)).toEqual([
      ['h2-1.beredskap.3', 'withdrawn'],
      ['h2-1.planering.2', 'withdrawn'],
    ]);
    const struck = strike(stay, '2026-03-03 11:00', 'answer');
    expect(owed(struck)).toEqual(['h2-1.beredskap.5', 'h2-1.planering.5']);
    const again = ready()
      .give('2026-03-03 10:00', 'answer', { answer: 'declined' }, on)
      .give('2026-03-03 11:00', 'answer', { answer: 'not-known' }, on);
    expect(owed(again)).toEqual(['h2-1.beredskap.5', 'h2-1.planering.5']);
  });

  it('hands over to another unit: both are that unit’s', () => {
    const stay = ready().give('2026-03-03 10:00', 'forward', { unit: 'umea-bistand-ost' }, on);
    expect(owed(stay)).toEqual(BOTH);
    expect(stay.duty('beredskap', 'h2-1').unit).toBe('umea-bistand-ost');
  });

  it('comes late into the case: both are owed from then', () => {
    const stay = ready().give('2026-03-04 13:00', 'add-receiver', { unit: 'vannas-bistand' });
    expect(owed(stay, 'h4-1')).toEqual(['h4-1.beredskap.4', 'h4-1.planering.4']);
    expect(stay.duty('beredskap', 'h4-1').due).toBe(at('2026-03-08 00:00'));
  });

  it('is outside: only what has been carried to it makes it owe its readiness', () => {
    const stay = new Stay()
      .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
      .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
        receivers: ['lulea-bistand', 'hc-mariehem'],
        expectedDischargeAt: at('2026-03-06 12:00'),
      });
    stay.give('2026-03-02 11:00', 'report-sent', {}, { handover: 'x2-1' });
    ready(stay);
    expect(owed(stay)).toEqual(['h2-1.planering.2']);
    const rang = { handover: 'x2-1', occurredAt: at('2026-03-03 12:30') };
    stay.give('2026-03-03 13:00', 'report-sent', {}, rang);
    expect(owed(stay)).toEqual(['h2-1.beredskap.5', 'h2-1.planering.2']);
    // Told on Tuesday after twelve: Saturday.
    expect(stay.duty('beredskap', 'h2-1').due).toBe(at('2026-03-07 00:00'));
  });
});

describe("the region's open care that has not begun to plan", () => {
  it('owes its planning alone: the notice costs it nothing', () => {
    const stay = ready();
    expect(owed(stay, 'h2-2')).toEqual(['h2-2.planering.2']);
    stay.give('2026-03-03 10:00', 'start-planning', {}, { handover: 'h2-2' });
    expect(owed(stay, 'h2-2')).toEqual(['h2-2.beredskap.4']);
  });
});
