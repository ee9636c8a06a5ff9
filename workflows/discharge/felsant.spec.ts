import { at, allNeeds, patient, Stay } from './stay.testing';

const physician = 'Karin Åström';
const reason = 'Patienten är folkbokförd i Vännäs.';

/** Told on Monday 10:00; Umeå sends it back on Tuesday 09:00; utskrivningsklar since Monday 11:00. */
const returned = () =>
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
    .give('2026-03-03 09:00', 'reject', { reason }, { handover: 'h2-1' });

const readdressed = () =>
  returned().give('2026-03-03 12:30', 'readdress', { replaces: 'h2-1', unit: 'vannas-bistand' });

describe('a notice to the wrong unit (34)', () => {
  it('ends what the wrong unit owed, as withdrawn, and gives the ward a duty', () => {
    const { last, state } = returned();
    expect(last.closed.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['kvittens', 'withdrawn'],
      ['svar', 'withdrawn'],
      ['planering', 'withdrawn'],
      ['beredskap', 'withdrawn'],
    ]);
    expect(last.opened.map(({ key, unit }) => [key, unit])).toEqual([
      ['ny-mottagare', 'nus-medicin-2'],
    ]);
    expect(state.machines['h2-1']?.value).toBe('rejected');
  });

  it("leaves the sender's duty as it was judged by the first sending", () => {
    const stay = new Stay()
      .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
      .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
        receivers: ['umea-bistand', 'hc-mariehem'],
        expectedDischargeAt: at('2026-03-06 12:00'),
      });
    expect(stay.last.closed).toMatchObject([
      { key: 'inskrivningsmeddelande', outcome: 'fulfilled', closedAt: at('2026-03-02 10:00') },
    ]);
    expect(readdressed().state.duties.map(({ key }) => key)).not.toContain(
      'inskrivningsmeddelande',
    );
  });

  it("starts the right receiver's time at the right sending", () => {
    const stay = readdressed();
    const times = ['kvittens', 'svar', 'planering'].map((key) => stay.duty(key, 'h5-1').due);
    expect(times).toEqual([
      '2026-03-04T11:30:00.000Z',
      '2026-03-04T11:30:00.000Z',
      '2026-03-05T11:30:00.000Z',
    ]);
  });

  it('counts the days of payment for the right receiver from the right sending', () => {
    const stay = readdressed().give('2026-03-03 13:00', 'start-planning', {}, { handover: 'h5-1' });
    // Sent Tuesday after twelve: Saturday. The hälsocentral was told on Monday morning: Thursday.
    expect(stay.duty('beredskap', 'h5-1').due).toBe('2026-03-06T23:00:00.000Z');
    stay.give('2026-03-03 13:00', 'start-planning', {}, { handover: 'h2-2' });
    expect(stay.duty('beredskap', 'h2-2').due).toBe('2026-03-04T23:00:00.000Z');
  });

  it('reaches the right receiver with everything that the others know', () => {
    const { last, state } = readdressed();
    const disclosed = last.effects.map((effect) =>
      effect.type === 'disclose' ? [effect.entry, effect.legalBasis, effect.units] : [],
    );
    expect(disclosed).toEqual([
      ['inskrivningsmeddelande', 'STATUTORY_MIN', ['vannas-bistand']],
      ['utskrivningsklar', 'STATUTORY_NOTICE', ['vannas-bistand']],
    ]);
    expect(state.machines['h5-1']?.context['unacknowledged']).toEqual([
      { id: 'm5', entry: 'inskrivningsmeddelande', sentAt: at('2026-03-03 12:30') },
      { id: 'm5-2', entry: 'utskrivningsklar', sentAt: at('2026-03-03 12:30') },
    ]);
  });

  it('reaches the right receiver also after the patient has left, and it must take over', () => {
    const stay = returned()
      .give('2026-03-03 10:00', 'discharge')
      .give('2026-03-03 11:00', 'readdress', { replaces: 'h2-1', unit: 'vannas-bistand' });
    const unacknowledged = stay.state.machines['h6-1']?.context['unacknowledged'];
    expect(unacknowledged).toMatchObject([
      { id: 'm6', entry: 'inskrivningsmeddelande' },
      { id: 'm6-2', entry: 'utskrivningsklar' },
      { id: 'm6-3', entry: 'utskrivningsmeddelande' },
    ]);
    expect(stay.duty('overtagande', 'h6-1').due).toBe(at('2026-03-04 10:00'));
    expect(stay.last.effects.map((effect) => effect.type === 'disclose' && effect.entry)).toEqual([
      'inskrivningsmeddelande',
      'utskrivningsklar',
      'utskrivningsmeddelande',
    ]);
  });

  it('is over when each notice has gone to somebody, and not before', () => {
    const both = returned().give('2026-03-03 10:00', 'reject', { reason }, { handover: 'h2-2' });
    expect(both.duty('ny-mottagare').id).toBe('discharge.ny-mottagare.4');
    both.give('2026-03-03 10:30', 'readdress', { replaces: 'h2-1', unit: 'vannas-bistand' });
    expect(both.duty('ny-mottagare').since).toBe(at('2026-03-03 10:00'));
    both.give('2026-03-03 10:40', 'readdress', { replaces: 'h2-2', unit: 'hc-vannas' });
    expect(both.last.closed.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['ny-mottagare', 'fulfilled'],
    ]);
  });

  it('needs no right unit any more when the patient has died', () => {
    const { state, last } = returned().give('2026-03-03 10:00', 'register-death');
    expect(last.closed).toContainEqual(
      expect.objectContaining({ key: 'ny-mottagare', outcome: 'lapsed' }),
    );
    expect(state).toMatchObject({ duties: [], closedAt: at('2026-03-03 10:00') });
  });

  it('can go to a unit that sent it back before: that is a handover of its own', () => {
    const stay = returned().give('2026-03-03 10:00', 'readdress', {
      replaces: 'h2-1',
      unit: 'umea-bistand',
    });
    expect(stay.last.joined).toEqual([
      { machine: 'h5-1', unit: 'umea-bistand', kind: 'municipal-social' },
    ]);
    expect(stay.state.machines['h2-1']?.value).toBe('rejected');
  });

  it('is not possible for who has taken over', () => {
    const stay = returned()
      .give('2026-03-03 10:00', 'discharge')
      .give('2026-03-03 11:00', 'take-over', {}, { handover: 'h2-2' });
    const asked = { name: 'reject', payload: { reason }, handover: 'h2-2' };
    expect(stay.ask({ ...asked, recordedAt: at('2026-03-03 12:00') })).toMatchObject({
      because: 'state',
    });
  });
});
