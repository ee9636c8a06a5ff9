import { dischargeContext, inForce, responsible } from './index';
import { allNeeds, at, patient, socialNeeds, Stay } from './stay.testing';
import { staffOf } from './units.testing';

const physician = 'Karin Åström';
const UMEA = 'umea-bistand';
const VANNAS = 'vannas-bistand';
const reason = 'Flyttar till sin dotter i Vännäs.';

const told = (receivers = [UMEA], needs = socialNeeds) =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers,
      expectedDischargeAt: at('2026-03-06 12:00'),
    });

/** Umeå asks Vännäs; the request is `mt3`. */
const requested = (stay = told()) =>
  stay.give(
    '2026-03-02 11:00',
    'request-municipal-transfer',
    { unit: VANNAS, reason },
    { by: staffOf(UMEA) },
  );

const answer = (
  stay: Stay,
  name: string,
  payload: object,
  by = VANNAS,
  when = '2026-03-03 09:00',
) => stay.give(when, name, { ...payload }, { by: staffOf(by) });

const accepted = (stay = requested()) =>
  answer(stay, 'accept-municipal-transfer', { from: '2026-03-05' });

const declined = () => answer(requested(), 'decline-municipal-transfer', { reason: 'Nej.' });

const decides = (stay: Stay, on: string) =>
  inForce(responsible(dischargeContext(stay.state)), 'decides', on)?.municipality;

const ownersOf = (stay: Stay) => stay.state.duties.map(({ key, unit }) => `${key} ${unit}`).sort();

describe('a request to move the case to another municipality', () => {
  it('makes the asked unit a party that owes an answer within the agreed time', () => {
    const stay = requested();
    expect(stay.last.joined).toEqual([
      { unit: VANNAS, kind: 'municipal-transfer', machine: 'mt3' },
    ]);
    expect(stay.duty('overflyttning')).toMatchObject({
      id: 'mt3.overflyttning.3',
      unit: VANNAS,
      since: '2026-03-02T10:00:00.000Z',
      due: '2026-03-05T10:00:00.000Z',
    });
    expect(stay.last.effects).toEqual([
      {
        type: 'disclose',
        entry: 'overflyttning-begard',
        legalBasis: 'CONSENT_OR_EXCEPTION',
        units: [VANNAS],
      },
    ]);
  });

  it('leaves every duty of the first municipality where it was (SoL 29:10)', () => {
    const before = ownersOf(told());
    const stay = requested();
    expect(ownersOf(stay).filter((duty) => !duty.startsWith('overflyttning'))).toEqual(before);
    expect(decides(stay, '2026-12-31')).toBe('2480');
  });

  it('accepted, the other decides from its day and its unit receives with times of its own', () => {
    const stay = accepted();
    expect(decides(stay, '2026-03-04')).toBe('2480');
    expect(decides(stay, '2026-03-05')).toBe('2460');
    expect(dischargeContext(stay.state).receivers).toEqual([
      { handover: 'h4-1', unit: VANNAS, kind: 'municipal-social' },
    ]);
    expect(ownersOf(stay)).toEqual([
      'beraknad-utskrivning nus-medicin-2',
      `kvittens ${VANNAS}`,
      `planering ${VANNAS}`,
      `svar ${VANNAS}`,
    ]);
    expect(stay.duty('svar').since).toBe('2026-03-03T08:00:00.000Z');
    const ended = stay.last.closed.filter(({ unit }) => unit === UMEA);
    expect(new Set(ended.map(({ outcome }) => outcome))).toEqual(new Set(['withdrawn']));
    const told = stay.last.effects.flatMap((effect) =>
      effect.type === 'disclose' ? effect.units.map((unit) => `${effect.entry} ${unit}`) : [],
    );
    expect(told.sort()).toEqual([
      'ansvarig-kommun nus-medicin-2',
      `inskrivningsmeddelande ${VANNAS}`,
      `overflyttning-godtagen ${UMEA}`,
    ]);
  });

  it('does not change who pays: that follows the folkbokföring (2017:612 5:2)', () => {
    const roles = responsible(dischargeContext(accepted().state));
    expect(inForce(roles, 'pays', '2026-12-31')?.municipality).toBe('2480');
  });

  it('accepted when the patient is utskrivningsklar, the new one is notified at once', () => {
    const ready = requested().give('2026-03-02 12:00', 'mark-utskrivningsklar', {
      physician,
      judgedAt: at('2026-03-02 12:00'),
    });
    const stay = accepted(ready);
    const messages = stay.state.machines['h5-1']?.context['unacknowledged'];
    expect(messages).toMatchObject([
      { entry: 'inskrivningsmeddelande' },
      { entry: 'utskrivningsklar' },
    ]);
  });

  it('accepted after the utskrivningsinformation went out, the ward owes it anew', () => {
    const text = { way: 'here', text: 'Går med rollator.' };
    const stay = requested()
      .give('2026-03-02 12:00', 'mark-utskrivningsklar', {
        physician,
        judgedAt: at('2026-03-02 12:00'),
      })
      .give('2026-03-02 13:00', 'send-utskrivningsinformation', text);
    expect(stay.state.duties.map(({ key }) => key)).not.toContain('utskrivningsinformation');
    expect(accepted(stay).duty('utskrivningsinformation').unit).toBe('nus-medicin-2');
  });

  it('declined, the first goes on; IVO may move the case all the same', () => {
    const stay = declined();
    expect(decides(stay, '2026-12-31')).toBe('2480');
    expect(ownersOf(stay)).toEqual(ownersOf(told()));
    const moved = answer(
      stay,
      'record-ivo-decision',
      { outcome: 'transfer', from: '2026-03-20' },
      UMEA,
      '2026-03-05 09:00',
    );
    expect(decides(moved, '2026-03-20')).toBe('2460');
    expect(dischargeContext(moved.state).receivers.map(({ unit }) => unit)).toEqual([VANNAS]);
  });

  it('declined, and IVO says so too: nothing changes', () => {
    const stay = declined();
    const before = ownersOf(stay);
    answer(stay, 'record-ivo-decision', { outcome: 'stay' }, VANNAS, '2026-03-05 09:00');
    expect(ownersOf(stay)).toEqual(before);
    expect(stay.state.machines['mt3']?.value).toBe('decided');
  });

  it('taken back, nobody owes an answer and another may be asked', () => {
    const stay = answer(requested(), 'withdraw-municipal-transfer', {}, UMEA);
    expect(ownersOf(stay)).toEqual(ownersOf(told()));
    expect(stay.last.closed).toMatchObject([{ key: 'overflyttning', outcome: 'withdrawn' }]);
    requested(stay);
    expect(stay.duty('overflyttning').machine).toBe('mt5');
  });

  it.each(['register-death', 'makulera-case', 'no-need', 'transfer-to-region'])(
    'needs no answer after %s',
    (command) => {
      const payloads: Readonly<Record<string, object>> = {
        'makulera-case': { reason: 'Fel.' },
        'no-need': { physician },
        'transfer-to-region': { region: '23', hospital: 'Östersunds sjukhus' },
      };
      const stay = requested().ask({
        name: command,
        payload: { ...payloads[command] },
        recordedAt: at('2026-03-03 09:00'),
      });
      if (stay.kind !== 'played') throw new Error(JSON.stringify(stay));
      expect(stay.result.state.duties.map(({ key }) => key)).not.toContain('overflyttning');
    },
  );

  it('leaves other receivers of the first municipality to themselves', () => {
    const stay = requested(told([UMEA, 'umea-hemsjukvard', 'hc-mariehem'], allNeeds));
    accepted(stay);
    expect(dischargeContext(stay.state).receivers.map(({ unit }) => unit)).toEqual([
      'umea-hemsjukvard',
      'hc-mariehem',
      VANNAS,
    ]);
  });
});
