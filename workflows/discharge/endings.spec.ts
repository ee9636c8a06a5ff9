import { discharge, dischargeContext } from './index';
import { allNeeds, at, patient, socialNeeds, Stay } from './stay.testing';

const physician = 'Karin Åström';
const information = { way: 'here', text: 'Går med rollator.' };
const judged = { physician, judgedAt: at('2026-03-03 09:00') };

const admitted = () =>
  new Stay().give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician });

const told = () =>
  admitted().give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
    receivers: ['umea-bistand', 'hc-mariehem'],
    expectedDischargeAt: at('2026-03-06 12:00'),
  });

const ready = () => told().give('2026-03-03 10:00', 'mark-utskrivningsklar', judged);

const left = () =>
  ready()
    .give('2026-03-04 13:00', 'discharge')
    .give('2026-03-04 14:00', 'take-over', {}, { handover: 'h2-2' });

/** What was told to whom in the last step. */
const said = ({ last }: Stay) =>
  last.effects.flatMap((effect) =>
    effect.type === 'disclose' ? effect.units.map((unit) => `${effect.entry}: ${unit}`) : [],
  );

const outcomes = ({ last }: Stay) => new Set(last.closed.map(({ outcome }) => outcome));
const words = ({ state }: Stay) => discharge.summary(state).word;
const openKeys = ({ state }: Stay) => state.duties.map(({ key }) => key);

describe('a patient who leaves without anybody having planned it', () => {
  it.each([
    ['left-against-advice', 'lamnat-mot-rad'],
    ['absconded', 'avviken'],
  ])('%s: leaves without a judgement, and the receivers are told which', (ending, entry) => {
    const stay = told().give('2026-03-03 02:00', 'discharge', { ending });
    expect(said(stay)).toEqual([`${entry}: umea-bistand`, `${entry}: hc-mariehem`]);
    expect(dischargeContext(stay.state)).toMatchObject({ ending, leftAt: at('2026-03-03 02:00') });
    expect(stay.state.machines['h2-1']?.context).toMatchObject({
      unacknowledged: [{ entry: 'inskrivningsmeddelande' }, { entry }],
    });
    expect(words(stay)).toBe('left');
  });

  it('leaves information owed the same day, from when she left', () => {
    const stay = told().give('2026-03-03 02:00', 'discharge', { ending: 'absconded' });
    expect(stay.duty('utskrivningsinformation')).toMatchObject({
      since: at('2026-03-03 02:00'),
      due: at('2026-03-04 00:00'),
    });
    stay.give('2026-03-03 09:00', 'send-utskrivningsinformation', information);
    expect(stay.last.closed).toMatchObject([{ outcome: 'fulfilled' }]);
  });

  it('owes it once also when she was judged ready before', () => {
    const stay = ready().give('2026-03-04 13:00', 'discharge', { ending: 'absconded' });
    expect(stay.last.opened.map(({ key }) => key)).toEqual([
      'overtagande',
      'startplanering',
      'boka-kontakt',
    ]);
    expect(stay.duty('utskrivningsinformation').since).toBe(at('2026-03-03 09:00'));
  });

  it('before anybody was told leaves nothing behind', () => {
    const stay = admitted().give('2026-03-02 09:00', 'discharge', { ending: 'absconded' });
    expect(stay.last.closed).toMatchObject([{ key: 'inskrivningsmeddelande', outcome: 'lapsed' }]);
    expect(stay.state).toMatchObject({ duties: [], closedAt: at('2026-03-02 09:00') });
  });

  it('is told about to the right receiver as well, when the first was the wrong one', () => {
    const stay = told()
      .give('2026-03-02 12:00', 'reject', { reason: 'Vännäs.' }, { handover: 'h2-1' })
      .give('2026-03-03 02:00', 'discharge', { ending: 'absconded' })
      .give('2026-03-03 09:00', 'readdress', { replaces: 'h2-1', unit: 'vannas-bistand' });
    expect(said(stay)).toContain('avviken: vannas-bistand');
  });
});

describe('a planned discharge', () => {
  it('is the usual one and need not be named', () => {
    const stay = ready().give('2026-03-04 13:00', 'discharge');
    expect(dischargeContext(stay.state).ending).toBe('planned');
    expect(said(stay)).toEqual([
      'utskrivningsmeddelande: umea-bistand',
      'utskrivningsmeddelande: hc-mariehem',
    ]);
  });

  it('that does not happen is told to all at once, with the new time to acknowledge', () => {
    const stay = ready()
      .give('2026-03-06 09:00', 'acknowledge', {}, { handover: 'h2-1' })
      .give('2026-03-06 13:00', 'report-discharge-not-carried-out', {
        reason: 'Transporten kom inte.',
        expectedDischargeAt: at('2026-03-07 12:00'),
      });
    expect(said(stay)).toEqual([
      'utebliven-utskrivning: umea-bistand',
      'utebliven-utskrivning: hc-mariehem',
    ]);
    expect(stay.duty('kvittens', 'h2-1').since).toBe(at('2026-03-06 13:00'));
    expect(stay.duty('beraknad-utskrivning').due).toBe(at('2026-03-07 12:00'));
    // She is still ready: the time of payment liability goes on.
    expect(dischargeContext(stay.state).utskrivningsklar).not.toBeNull();
    expect(words(stay)).toBe('utskrivningsklar');
  });
});

describe('a patient who is transferred to another region', () => {
  const transferred = () =>
    ready().give('2026-03-04 13:00', 'transfer-to-region', {
      region: '25',
      hospital: 'Sunderby sjukhus',
    });

  it('ends the stay, the handovers and every duty, and the receivers are told', () => {
    const stay = transferred();
    expect(outcomes(stay)).toEqual(new Set(['lapsed']));
    expect(stay.state).toMatchObject({ duties: [], closedAt: at('2026-03-04 13:00') });
    expect(stay.state.machines['h2-1']?.value).toBe('ended');
    expect(said(stay)).toEqual([
      'flyttad-till-annan-region: umea-bistand',
      'flyttad-till-annan-region: hc-mariehem',
    ]);
    expect(discharge.summary(stay.state)).toEqual({
      word: 'closed',
      endedAt: at('2026-03-04 13:00'),
    });
  });
});

describe('a need that is not there after all', () => {
  it('ends the handovers as withdrawn while the stay goes on without them', () => {
    const stay = ready().give('2026-03-04 13:00', 'no-need', { physician });
    expect(outcomes(stay)).toEqual(new Set(['withdrawn']));
    expect(said(stay)).toEqual(['behov-bortfallet: umea-bistand', 'behov-bortfallet: hc-mariehem']);
    expect(openKeys(stay)).toEqual([]);
    expect(stay.state.closedAt).toBeNull();
    expect(words(stay)).toBe('admitted');
  });

  it('ends what the ward owed before anybody was told', () => {
    const stay = admitted().give('2026-03-02 09:00', 'no-need', { physician });
    expect(stay.last.closed).toMatchObject([
      { key: 'inskrivningsmeddelande', outcome: 'withdrawn' },
    ]);
  });

  it('ends the search for the right receiver', () => {
    const stay = told()
      .give('2026-03-02 12:00', 'reject', { reason: 'Vännäs.' }, { handover: 'h2-1' })
      .give('2026-03-02 13:00', 'no-need', { physician });
    expect(stay.last.closed).toContainEqual(
      expect.objectContaining({ key: 'ny-mottagare', outcome: 'withdrawn' }),
    );
  });

  it('may be judged again, with a clock and receivers of its own', () => {
    const stay = told()
      .give('2026-03-03 09:00', 'no-need', { physician })
      .give('2026-03-04 09:00', 'judge-need', { needs: socialNeeds, physician });
    expect(stay.duty('inskrivningsmeddelande').due).toBe(at('2026-03-05 09:00'));
    stay.give('2026-03-04 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand'],
      expectedDischargeAt: at('2026-03-09 12:00'),
    });
    expect(Object.keys(stay.state.machines)).toEqual(['discharge', 'h2-1', 'h2-2', 'h5-1']);
    expect(stay.duty('kvittens').machine).toBe('h5-1');
  });

  it('lets the patient go home without a judgement', () => {
    const stay = told()
      .give('2026-03-03 09:00', 'no-need', { physician })
      .give('2026-03-04 09:00', 'discharge');
    expect(stay.state).toMatchObject({ duties: [], closedAt: at('2026-03-04 09:00') });
  });
});

describe('a death after the patient has left', () => {
  it('closes every pending start and tells everybody', () => {
    const stay = left().give('2026-03-05 07:00', 'register-death');
    expect(outcomes(stay)).toEqual(new Set(['lapsed']));
    expect(stay.last.closed.map(({ key }) => key)).toContain('overtagande');
    expect(said(stay)).toEqual(['avliden: umea-bistand', 'avliden: hc-mariehem']);
    expect(stay.state).toMatchObject({ duties: [], closedAt: at('2026-03-05 07:00') });
  });

  it('changes neither how nor when the stay ended', () => {
    const stay = left().give('2026-03-05 07:00', 'register-death');
    expect(dischargeContext(stay.state)).toMatchObject({
      ending: 'planned',
      leftAt: at('2026-03-04 13:00'),
      diedAt: at('2026-03-05 07:00'),
    });
    expect(discharge.summary(stay.state).endedAt).toBe(at('2026-03-04 13:00'));
  });

  it('is told also when everybody had taken over', () => {
    const stay = left()
      .give('2026-03-04 15:00', 'acknowledge', {}, { handover: 'h2-1' })
      .give('2026-03-04 15:00', 'acknowledge', {}, { handover: 'h2-2' })
      .give('2026-03-04 15:00', 'take-over', {}, { handover: 'h2-1' })
      .give('2026-03-04 15:10', 'send-utskrivningsinformation', information)
      .give('2026-03-04 15:20', 'give-patient-summary', information)
      .give('2026-03-05 07:00', 'register-death');
    expect(said(stay)).toContain('avliden: umea-bistand');
  });
});

describe('a case that was entered in error', () => {
  const reason = 'Inskriven av misstag.';

  it('withdraws every duty, of every machine', () => {
    const stay = ready().give('2026-03-04 13:00', 'makulera-case', { reason });
    expect(outcomes(stay)).toEqual(new Set(['withdrawn']));
    expect(stay.state).toMatchObject({ duties: [], closedAt: at('2026-03-04 13:00') });
    expect(words(stay)).toBe('makulerad');
  });

  it('is told to everybody who was ever told anything', () => {
    const stay = told()
      .give('2026-03-02 12:00', 'reject', { reason: 'Vännäs.' }, { handover: 'h2-1' })
      .give('2026-03-02 13:00', 'readdress', { replaces: 'h2-1', unit: 'vannas-bistand' })
      .give('2026-03-02 14:00', 'makulera-case', { reason });
    expect(said(stay).sort()).toEqual([
      'makulerad: hc-mariehem',
      'makulerad: umea-bistand',
      'makulerad: vannas-bistand',
    ]);
    // What the wrong receiver answered is not rewritten.
    expect(stay.state.machines['h2-1']?.value).toBe('rejected');
  });

  it('frees the patient for a new admission', () => {
    const stay = admitted().give('2026-03-02 09:00', 'makulera-case', { reason });
    expect(discharge.summary(stay.state).endedAt).toBe(at('2026-03-02 09:00'));
  });

  it('can be found out about after the patient has left or died', () => {
    const gone = left().give('2026-03-05 09:00', 'makulera-case', { reason });
    expect(discharge.summary(gone.state)).toEqual({
      word: 'makulerad',
      endedAt: at('2026-03-04 13:00'),
    });
    const dead = told()
      .give('2026-03-03 05:00', 'register-death')
      .give('2026-03-03 09:00', 'makulera-case', { reason });
    expect(said(dead)).toEqual(['makulerad: umea-bistand', 'makulerad: hc-mariehem']);
    expect(dead.state.closedAt).toBe(at('2026-03-03 05:00'));
  });
});
