import { allNeeds, at, patient, Stay } from './stay.testing';
import { staffOf } from './units.testing';

const physician = 'Karin Åström';

/** Umeå and Mariehem told on Monday 10:00. */
const told = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand', 'hc-mariehem'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });

const ready = (stay: Stay) =>
  stay
    .give('2026-03-02 11:00', 'mark-utskrivningsklar', {
      physician,
      judgedAt: at('2026-03-02 10:30'),
    })
    .give('2026-03-02 11:30', 'send-utskrivningsinformation', { way: 'here', text: 'Går.' });

const forwarded = (stay: Stay, when: string, unit = 'umea-bistand-ost', handover = 'h2-1') =>
  stay.give(when, 'forward', { unit }, { handover });

const contextOf = ({ state }: Stay, handover = 'h2-1') => state.machines[handover]!.context;

describe('a handover that is forwarded within one huvudman', () => {
  it('goes on under the same name at the other unit, which becomes a party', () => {
    const stay = forwarded(told(), '2026-03-02 12:00');
    expect(contextOf(stay)['unit']).toBe('umea-bistand-ost');
    expect(stay.last.joined).toEqual([
      { machine: 'h2-1', unit: 'umea-bistand-ost', kind: 'municipal-social' },
    ]);
    expect(stay.state.machines['discharge']!.context['receivers']).toMatchObject([
      { handover: 'h2-1', unit: 'umea-bistand-ost' },
      { handover: 'h2-2' },
    ]);
  });

  it('takes its open duties along, with their times and nobody on them', () => {
    const stay = told();
    const { id } = stay.duty('svar', 'h2-1');
    const actor = { person: 'p-2', unit: 'umea-bistand', assignment: 'a-2' };
    const event = {
      seq: 3,
      occurredAt: at('2026-03-02 11:00'),
      recordedAt: at('2026-03-02 11:00'),
    };
    stay.happen({ ...event, type: 'take', actor, payload: { duty: id }, given: {} });
    const before = stay.duty('svar', 'h2-1');
    expect(before.person).toBe('p-2');
    forwarded(stay, '2026-03-02 12:00');
    expect(stay.duty('svar', 'h2-1')).toEqual({
      ...before,
      unit: 'umea-bistand-ost',
      person: undefined,
    });
    expect(stay.last.closed).toEqual([]);
    expect(stay.last.moved.map(({ after }) => after.key).sort()).toEqual(
      expect.arrayContaining(['kvittens', 'planering', 'svar']),
    );
  });

  it('is told to both: the other unit gets what the first had, the ward who goes on', () => {
    const stay = forwarded(ready(told()), '2026-03-02 12:00');
    const disclosed = stay.last.effects.map((effect) =>
      effect.type === 'disclose' ? [effect.entry, effect.units, effect.earlier] : [],
    );
    expect(disclosed).toEqual([
      ['vidarebefordrad', ['nus-medicin-2'], undefined],
      ['inskrivningsmeddelande', ['umea-bistand-ost'], undefined],
      ['utskrivningsklar', ['umea-bistand-ost'], undefined],
      ['utskrivningsinformation', ['umea-bistand-ost'], [4]],
    ]);
  });

  it('owes a kvittens of its own, also when the first unit had acknowledged everything', () => {
    const stay = told().give('2026-03-02 11:00', 'acknowledge', {}, { handover: 'h2-1' });
    forwarded(stay, '2026-03-02 12:00');
    expect(contextOf(stay)['unacknowledged']).toEqual([
      { id: 'm4', entry: 'vidarebefordrad', sentAt: at('2026-03-02 12:00') },
    ]);
    expect(stay.duty('kvittens', 'h2-1')).toMatchObject({
      unit: 'umea-bistand-ost',
      due: at('2026-03-03 12:00'),
    });
  });

  it('hears of what comes next, and the first unit does not', () => {
    const stay = ready(forwarded(told(), '2026-03-02 10:30'));
    const units = stay.last.effects.flatMap((effect) =>
      effect.type === 'disclose' ? effect.units : [],
    );
    expect(units).toEqual(['umea-bistand-ost', 'hc-mariehem']);
  });

  it('leaves the first unit nothing to do', () => {
    const stay = forwarded(told(), '2026-03-02 12:00');
    const asked = { recordedAt: at('2026-03-02 13:00'), by: staffOf('umea-bistand') };
    expect(stay.ask({ ...asked, name: 'acknowledge' })).toMatchObject({ because: 'role' });
  });

  it('cannot be forwarded when it has been taken over', () => {
    const stay = ready(told())
      .give('2026-03-02 12:00', 'discharge')
      .give('2026-03-02 13:00', 'take-over', {}, { handover: 'h2-1' });
    const asked = { name: 'forward', payload: { unit: 'umea-bistand-ost' }, handover: 'h2-1' };
    expect(stay.ask({ ...asked, recordedAt: at('2026-03-02 14:00') })).toMatchObject({
      because: 'state',
    });
  });

  it('keeps the municipality its coordinator: the unit that goes on', () => {
    const stay = told().give(
      '2026-03-02 11:00',
      'name-coordinator',
      { unit: 'umea-bistand' },
      { by: staffOf('umea-bistand') },
    );
    forwarded(stay, '2026-03-02 12:00');
    expect(stay.state.machines['discharge']!.context['coordinators']).toEqual({
      'kommun-2480': 'umea-bistand-ost',
    });
  });
});

describe('a hälsocentral that forwards', () => {
  const contact = { name: 'Maria Öberg', phone: '0980-319 217' };
  const appointed = () =>
    told().give('2026-03-02 11:00', 'appoint-fast-vardkontakt', contact, { handover: 'h2-2' });

  it('takes its named contact back: the other one appoints its own', () => {
    const stay = forwarded(appointed(), '2026-03-02 12:00', 'hc-vannas', 'h2-2');
    expect(contextOf(stay, 'h2-2')['fastVardkontakt']).toBeUndefined();
    expect(stay.duty('fast-vardkontakt', 'h2-2')).toMatchObject({ unit: 'hc-vannas' });
  });

  it('or has one from the start, where the head has appointed somebody for all', () => {
    const stay = forwarded(appointed(), '2026-03-02 12:00', 'hc-teg', 'h2-2');
    expect(contextOf(stay, 'h2-2')['fastVardkontakt']).toEqual({ staff: 'kim-berg' });
    expect(stay.state.duties.map(({ key }) => key)).not.toContain('fast-vardkontakt');
  });
});

describe('who is no receiver any more', () => {
  const cooperating = () =>
    told()
      .give(
        '2026-03-02 11:00',
        'name-coordinator',
        { unit: 'umea-bistand' },
        { by: staffOf('umea-bistand') },
      )
      .give(
        '2026-03-02 11:10',
        'appoint-fast-vardkontakt',
        { name: 'M. Ö.', phone: '1' },
        { handover: 'h2-2' },
      );
  const reason = 'Behövs inte.';

  it('speaks for nobody and calls nobody', () => {
    const stay = cooperating()
      .give('2026-03-02 12:00', 'withdraw-party', { reason }, { handover: 'h2-1' })
      .give('2026-03-02 12:10', 'reject', { reason }, { handover: 'h2-2' });
    expect(stay.state.machines['discharge']!.context).toMatchObject({
      coordinators: {},
      calling: null,
    });
  });
});
