import { allNeeds, at, patient, Stay } from './stay.testing';

const physician = 'Karin Åström';
const reason = 'Behövs inte.';
const information = { way: 'here', text: 'Går med rollator.' };

/** Told on Monday 10:00, utskrivningsklar 11:00, informed 11:30. */
const informed = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand', 'hc-mariehem'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    })
    .give('2026-03-02 11:00', 'mark-utskrivningsklar', {
      physician,
      judgedAt: at('2026-03-02 10:30'),
    })
    .give('2026-03-02 11:30', 'send-utskrivningsinformation', information);

const left = () => informed().give('2026-03-02 13:00', 'discharge');

const add = (stay: Stay, when: string, unit = 'umea-hemsjukvard') =>
  stay.give(when, 'add-receiver', { unit });

const disclosed = ({ last }: Stay) =>
  last.effects.map((effect) =>
    effect.type === 'disclose' ? [effect.entry, effect.units, effect.earlier] : [],
  );

describe('a receiver that is added', () => {
  it('gets everything that is in force, and its time counts from now', () => {
    const stay = add(informed(), '2026-03-03 12:30');
    expect(disclosed(stay)).toEqual([
      ['inskrivningsmeddelande', ['umea-hemsjukvard'], undefined],
      ['utskrivningsklar', ['umea-hemsjukvard'], undefined],
      ['utskrivningsinformation', ['umea-hemsjukvard'], [4]],
    ]);
    expect(stay.last.joined).toEqual([
      { machine: 'h5-1', unit: 'umea-hemsjukvard', kind: 'municipal-health' },
    ]);
    const { unacknowledged, expectedDischargeAt } = stay.state.machines['h5-1']!.context;
    expect(unacknowledged).toMatchObject([
      { id: 'm5', entry: 'inskrivningsmeddelande', sentAt: at('2026-03-03 12:30') },
      { id: 'm5-2', entry: 'utskrivningsklar', sentAt: at('2026-03-03 12:30') },
      { id: 'm5-3', entry: 'utskrivningsinformation', sentAt: at('2026-03-03 12:30') },
    ]);
    expect(expectedDischargeAt).toBe(at('2026-03-06 12:00'));
    expect(stay.duty('kvittens', 'h5-1').due).toBe(at('2026-03-04 12:30'));
  });

  it('gets every utskrivningsinformation that is in force, and none from before a withdrawal', () => {
    const stay = informed()
      .give('2026-03-02 12:00', 'withdraw-utskrivningsklar', { reason: 'Feber.' })
      .give('2026-03-03 09:00', 'mark-utskrivningsklar', {
        physician,
        judgedAt: at('2026-03-03 08:30'),
      })
      .give('2026-03-03 09:30', 'send-utskrivningsinformation', information)
      .give('2026-03-03 10:30', 'send-utskrivningsinformation', information);
    expect(disclosed(add(stay, '2026-03-03 11:00')).at(-1)).toEqual([
      'utskrivningsinformation',
      ['umea-hemsjukvard'],
      [7, 8],
    ]);
  });

  it('gets what there is and no more', () => {
    const stay = new Stay()
      .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
      .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
        receivers: ['hc-mariehem'],
        expectedDischargeAt: at('2026-03-06 12:00'),
      });
    expect(disclosed(add(stay, '2026-03-02 11:00')).map(([entry]) => entry)).toEqual([
      'inskrivningsmeddelande',
    ]);
  });

  it('takes over also when the patient has left before', () => {
    const stay = add(left(), '2026-03-02 14:00');
    expect(stay.duty('overtagande', 'h6-1').due).toBe(at('2026-03-03 13:00'));
    expect(disclosed(stay).map(([entry]) => entry)).toEqual([
      'inskrivningsmeddelande',
      'utskrivningsklar',
      'utskrivningsinformation',
      'utskrivningsmeddelande',
    ]);
  });

  it('is told like the others from then on', () => {
    const stay = add(informed(), '2026-03-03 12:30').give(
      '2026-03-03 13:00',
      'change-expected-discharge',
      { expectedDischargeAt: at('2026-03-07 12:00') },
    );
    expect(disclosed(stay)).toEqual([
      [
        'andrad-beraknad-utskrivning',
        ['umea-bistand', 'hc-mariehem', 'umea-hemsjukvard'],
        undefined,
      ],
    ]);
  });
});

describe('a receiver in the place of one that sent its notice back', () => {
  it('gets the utskrivningsinformation that was sent before', () => {
    const stay = informed()
      .give('2026-03-03 09:00', 'reject', { reason }, { handover: 'h2-1' })
      .give('2026-03-03 10:00', 'readdress', { replaces: 'h2-1', unit: 'vannas-bistand' });
    expect(disclosed(stay).at(-1)).toEqual(['utskrivningsinformation', ['vannas-bistand'], [4]]);
    expect(stay.state.machines['h6-1']!.context['unacknowledged']).toMatchObject([
      { entry: 'inskrivningsmeddelande' },
      { entry: 'utskrivningsklar' },
      { entry: 'utskrivningsinformation' },
    ]);
  });

  it('is not needed when the ward says so: the duty is waived', () => {
    const stay = informed()
      .give('2026-03-03 09:00', 'reject', { reason }, { handover: 'h2-1' })
      .give('2026-03-03 10:00', 'drop-returned', { returned: 'h2-1', reason });
    expect(stay.last.closed.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['ny-mottagare', 'waived'],
    ]);
    expect(stay.last.effects).toEqual([]);
  });

  it('is looked for still when only one of two is dropped', () => {
    const stay = informed()
      .give('2026-03-03 09:00', 'reject', { reason }, { handover: 'h2-1' })
      .give('2026-03-03 09:30', 'reject', { reason }, { handover: 'h2-2' })
      .give('2026-03-03 10:00', 'drop-returned', { returned: 'h2-1', reason });
    expect(stay.duty('ny-mottagare').since).toBe(at('2026-03-03 09:30'));
  });
});

describe('a receiver that withdraws', () => {
  const withdrawn = (stay: Stay) =>
    stay.give('2026-03-02 14:00', 'withdraw-party', { reason }, { handover: 'h2-1' });

  it('owes nothing more, and the ward must decide who comes instead', () => {
    const stay = withdrawn(informed());
    expect(stay.last.closed.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['kvittens', 'withdrawn'],
      ['svar', 'withdrawn'],
      ['planering', 'withdrawn'],
      ['beredskap', 'withdrawn'],
    ]);
    expect(stay.duty('ny-mottagare')).toMatchObject({
      unit: 'nus-medicin-2',
      due: at('2026-03-02 18:00'),
    });
    expect(disclosed(stay)).toEqual([['part-lamnar', ['nus-medicin-2'], undefined]]);
  });

  it('is replaced or not, as the ward decides', () => {
    const replaced = withdrawn(informed()).give('2026-03-02 15:00', 'readdress', {
      replaces: 'h2-1',
      unit: 'vannas-bistand',
    });
    expect(replaced.last.closed).toMatchObject([{ key: 'ny-mottagare', outcome: 'fulfilled' }]);
    const let_go = withdrawn(informed()).give('2026-03-02 15:00', 'drop-returned', {
      returned: 'h2-1',
      reason,
    });
    expect(let_go.last.closed).toMatchObject([{ key: 'ny-mottagare', outcome: 'waived' }]);
  });

  it('may do so after the patient has left, but not when it has taken over', () => {
    expect(withdrawn(left()).last.closed).toContainEqual(
      expect.objectContaining({ key: 'overtagande', outcome: 'withdrawn' }),
    );
    const took = left().give('2026-03-02 14:00', 'take-over', {}, { handover: 'h2-1' });
    const asked = { name: 'withdraw-party', payload: { reason }, handover: 'h2-1' };
    expect(took.ask({ ...asked, recordedAt: at('2026-03-02 15:00') })).toMatchObject({
      because: 'state',
    });
  });
});

describe('a receiver that is no longer needed', () => {
  it('is told, and its duties are withdrawn', () => {
    const stay = informed().give('2026-03-02 14:00', 'remove-receiver', {
      receiver: 'h2-1',
      reason,
    });
    expect(disclosed(stay)).toEqual([['mottagare-borttagen', ['umea-bistand'], undefined]]);
    expect(stay.last.closed.map(({ machine, key, outcome }) => [machine, key, outcome])).toEqual([
      ['h2-1', 'kvittens', 'withdrawn'],
      ['h2-1', 'svar', 'withdrawn'],
      ['h2-1', 'planering', 'withdrawn'],
      ['h2-1', 'beredskap', 'withdrawn'],
    ]);
    expect(stay.state.machines['h2-1']!.value).toBe('removed');
    stay.give('2026-03-02 15:00', 'discharge');
    expect(disclosed(stay)).toEqual([['utskrivningsmeddelande', ['hc-mariehem'], undefined]]);
  });

  it('may come back: that is a handover of its own', () => {
    const stay = informed().give('2026-03-02 14:00', 'remove-receiver', {
      receiver: 'h2-1',
      reason,
    });
    add(stay, '2026-03-02 15:00', 'umea-bistand');
    expect(Object.keys(stay.state.machines)).toEqual(['discharge', 'h2-1', 'h2-2', 'h6-1']);
  });

  it('does not hold up the case, which closes when the rest have taken over', () => {
    const stay = left()
      .give('2026-03-02 14:00', 'remove-receiver', { receiver: 'h2-1', reason })
      .give('2026-03-02 14:10', 'give-patient-summary', information)
      .give('2026-03-02 14:20', 'acknowledge', {}, { handover: 'h2-2' })
      .give(
        '2026-03-02 14:30',
        'appoint-fast-vardkontakt',
        { name: 'M. Ö.', phone: '1' },
        {
          handover: 'h2-2',
        },
      )
      .give('2026-03-02 14:40', 'take-over', {}, { handover: 'h2-2' });
    expect(stay.state.closedAt).toBe(at('2026-03-02 14:40'));
  });
});
