import { allowed, type CaseState } from '@hemgang/engine';
import { discharge, dischargeContext } from './index';
import { allNeeds, at, patient, socialNeeds, Stay } from './stay.testing';
import { staffOf, WARD } from './units.testing';

const physician = 'Karin Åström';
const LYCKSELE = 'lycksele-medicin';

const told = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand', 'hc-mariehem'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });

/** Asked on Tuesday at nine; the move is `mv3`. */
const requested = (stay = told(), more = {}) =>
  stay.give('2026-03-03 09:00', 'request-move', { unit: LYCKSELE, comment: 'Nära hem.', ...more });

const moved = (stay = requested()) =>
  stay.give('2026-03-03 14:00', 'accept-move', {}, { occurredAt: at('2026-03-03 13:20') });

const said = ({ last }: Stay) =>
  last.effects.flatMap((effect) =>
    effect.type === 'disclose' ? effect.units.map((unit) => `${effect.entry}: ${unit}`) : [],
  );

const offered = ({ state }: Stay, unit: string) =>
  allowed(discharge, state, staffOf(unit)).allowed.map(({ command }) => command.name);

const ownersOf = ({ duties }: CaseState, machine: string) =>
  new Set(duties.filter((duty) => duty.machine === machine).map(({ unit }) => unit));

const moveOf = ({ machines }: CaseState, id = 'mv3') => machines[id];

describe('a move within the region that is asked for', () => {
  it('makes the other ward a party that must answer, and nobody else is told', () => {
    const stay = requested();
    expect(stay.last.joined).toEqual([{ unit: LYCKSELE, kind: 'move', machine: 'mv3' }]);
    expect(stay.last.opened).toMatchObject([{ id: 'mv3.omflyttning.3', unit: LYCKSELE }]);
    expect(said(stay)).toEqual([`omflyttning-begard: ${LYCKSELE}`]);
    expect(offered(stay, LYCKSELE)).toEqual(['accept-move', 'decline-move']);
  });

  it('leaves every duty of the ward with the ward that has the patient', () => {
    const stay = requested();
    expect(ownersOf(stay.state, 'discharge')).toEqual(new Set([WARD]));
    expect(offered(stay, WARD)).toEqual(
      expect.arrayContaining(['mark-utskrivningsklar', 'mark-ready-for-transfer', 'cancel-move']),
    );
    expect(offered(stay, WARD)).not.toContain('request-move');
  });

  it('may be marked as ready, which makes nobody utskrivningsklar and starts no time', () => {
    const stay = requested().give('2026-03-03 11:00', 'mark-ready-for-transfer');
    expect(moveOf(stay.state)?.context).toMatchObject({ readyAt: at('2026-03-03 11:00') });
    expect(dischargeContext(stay.state).utskrivningsklar).toBeNull();
    expect(said(stay)).toEqual([`omflyttning-klar: ${LYCKSELE}`]);
    expect(discharge.summary(stay.state).word).toBe('planning');
    expect(stay.state.machines['h2-1']?.context).toMatchObject({ utskrivningsklarSentAt: null });
  });
});

describe('a move that the other ward has accepted', () => {
  it('gives it every open duty of the ward, each the same duty with the same time', () => {
    const before = requested().state.duties.filter(({ machine }) => machine === 'discharge');
    const stay = moved();
    const now = stay.state.duties.filter(({ machine }) => machine === 'discharge');
    expect(now).toEqual(before.map((duty) => ({ ...duty, unit: LYCKSELE })));
    expect(stay.last.moved.map(({ after }) => after.key)).toEqual(['beraknad-utskrivning']);
  });

  it('happened when the patient came', () => {
    expect(moved().last.closed).toMatchObject([
      { key: 'omflyttning', outcome: 'fulfilled', closedAt: at('2026-03-03 13:20') },
    ]);
  });

  it('tells the receivers and the former ward who the ward is now', () => {
    const stay = moved();
    expect(said(stay).sort()).toEqual([
      'omflyttning: hc-mariehem',
      `omflyttning: ${WARD}`,
      'omflyttning: umea-bistand',
    ]);
    expect(stay.last.joined).toEqual([{ unit: LYCKSELE, kind: 'discharge', machine: 'discharge' }]);
    stay.give('2026-03-03 15:00', 'answer', { answer: 'not-known' }, { handover: 'h2-1' });
    expect(said(stay)).toEqual([`svar: ${LYCKSELE}`]);
  });

  it('gives the ward’s commands to the new ward and takes them from the old', () => {
    const stay = moved();
    expect(offered(stay, WARD)).toEqual([]);
    const judged = { physician, judgedAt: at('2026-03-04 08:00') };
    const ask = {
      name: 'mark-utskrivningsklar',
      payload: judged,
      recordedAt: at('2026-03-04 09:00'),
    };
    expect(stay.ask({ ...ask, by: staffOf(WARD) })).toMatchObject({ because: 'role' });
    expect(stay.ask({ ...ask, by: staffOf(LYCKSELE) })).toMatchObject({ kind: 'played' });
  });

  it('leaves the 24 hours and the days of payment as they were', () => {
    const owed = new Stay().give('2026-03-02 08:00', 'admit', {
      patient,
      needs: socialNeeds,
      physician,
    });
    const due = owed.duty('inskrivningsmeddelande').due;
    owed.give('2026-03-02 09:00', 'request-move', { unit: LYCKSELE });
    owed.give('2026-03-02 12:00', 'accept-move');
    expect(owed.duty('inskrivningsmeddelande')).toMatchObject({ due, unit: LYCKSELE });

    const ready = told()
      .give('2026-03-02 11:00', 'mark-utskrivningsklar', {
        physician,
        judgedAt: at('2026-03-02 10:30'),
      })
      .give('2026-03-02 11:10', 'start-planning', {}, { handover: 'h2-1' });
    const liable = ready.duty('beredskap').due;
    ready.give('2026-03-03 09:00', 'request-move', { unit: LYCKSELE });
    ready.give('2026-03-04 14:00', 'accept-move');
    expect(ready.duty('beredskap').due).toBe(liable);
    expect(dischargeContext(ready.state).utskrivningsklar?.sentAt).toBe(at('2026-03-02 11:00'));
  });

  it('takes a person off the duties that the other ward now has', () => {
    const stay = requested();
    const { id } = stay.duty('beraknad-utskrivning');
    stay.happen({
      type: 'take',
      seq: stay.state.seq + 1,
      occurredAt: at('2026-03-03 10:00'),
      recordedAt: at('2026-03-03 10:00'),
      actor: { person: 'p-7', unit: WARD, assignment: 'a-7' },
      payload: { duty: id },
      given: {},
    });
    expect(stay.duty('beraknad-utskrivning').person).toBe('p-7');
    expect(moved(stay).duty('beraknad-utskrivning').person).toBeUndefined();
  });

  it('can be followed by another, also back again', () => {
    const stay = moved()
      .give('2026-03-05 09:00', 'request-move', { unit: WARD })
      .give('2026-03-05 12:00', 'accept-move');
    expect(dischargeContext(stay.state).unit).toBe(WARD);
    expect(dischargeContext(stay.state)).not.toHaveProperty('move');
    expect(stay.last.closed[0]?.id).toBe('mv5.omflyttning.5');
  });
});

describe('a move that does not happen', () => {
  it('declined: the ward keeps the patient, learns at once and may ask another', () => {
    const stay = requested().give('2026-03-03 10:00', 'decline-move', { reason: 'Fullt.' });
    expect(said(stay)).toEqual([`omflyttning-avbojd: ${WARD}`]);
    expect(stay.last.closed).toMatchObject([{ key: 'omflyttning', outcome: 'fulfilled' }]);
    expect(dischargeContext(stay.state).unit).toBe(WARD);
    stay.give('2026-03-03 11:00', 'request-move', { unit: 'nus-ortopedi-1' });
    expect(stay.duty('omflyttning').unit).toBe('nus-ortopedi-1');
  });

  it('taken back: the other ward is told and owes nothing', () => {
    const stay = requested().give('2026-03-03 10:00', 'cancel-move');
    expect(said(stay)).toEqual([`omflyttning-aterkallad: ${LYCKSELE}`]);
    expect(stay.last.closed).toMatchObject([{ key: 'omflyttning', outcome: 'withdrawn' }]);
    expect(offered(stay, LYCKSELE)).toEqual([]);
  });

  it.each([
    ['discharge', { ending: 'absconded' }],
    ['register-death', {}],
    ['transfer-to-region', { region: '25', hospital: 'Sunderby sjukhus' }],
  ])('%s ends it and the other ward is told', (name, payload) => {
    const stay = requested().give('2026-03-03 10:00', name, payload);
    expect(moveOf(stay.state)?.value).toBe('ended');
    expect(said(stay)).toContain(`omflyttning-avslutad: ${LYCKSELE}`);
    expect(stay.last.closed).toContainEqual(
      expect.objectContaining({ key: 'omflyttning', outcome: 'lapsed' }),
    );
  });

  it('is withdrawn with the whole case, and every ward that ever knew is told', () => {
    const stay = requested(moved(), { unit: 'nus-ortopedi-1' }).give(
      '2026-03-05 10:00',
      'makulera-case',
      { reason: 'Fel patient.' },
    );
    expect(said(stay).sort()).toEqual([
      'makulerad: hc-mariehem',
      `makulerad: ${WARD}`,
      'makulerad: nus-ortopedi-1',
      'makulerad: umea-bistand',
    ]);
    expect(stay.state.duties).toEqual([]);
  });

  it('no need after all leaves the move as it is', () => {
    const stay = requested().give('2026-03-03 10:00', 'no-need', { physician });
    expect(stay.state.duties.map(({ key }) => key)).toEqual(['omflyttning']);
  });
});
