import { inForce, responsible, type MunicipalityRole } from './municipalities';
import { dischargeContext } from './index';
import { patient, socialNeeds, Stay, unknown } from './stay.testing';

const physician = 'Karin Åström';
const VANNAS = '2460';
const UMEA = '2480';
const SKELLEFTEA = '2482';

const admitted = (more: object = {}, who: object = patient) =>
  new Stay().give('2026-03-02 08:00', 'admit', {
    patient: who,
    needs: socialNeeds,
    physician,
    ...more,
  });

const moved = (stay: Stay, more: object = { municipality: VANNAS }) =>
  stay.give('2026-03-03 09:00', 'change-folkbokforing', { from: '2026-03-05', ...more });

/** Who has the role on a day, and by which rule. */
const who = (stay: Stay, role: MunicipalityRole, on: string) => {
  const found = inForce(responsible(dischargeContext(stay.state)), role, on);
  return found === undefined ? null : [found.municipality, found.basis];
};

describe('the responsible municipality', () => {
  it('is at first the one of folkbokföring, in every role (SoL 29:1, HSL 12:1, 5:2)', () => {
    const stay = admitted();
    expect(who(stay, 'decides', '2026-03-02')).toEqual([UMEA, 'SoL 29:1']);
    expect(who(stay, 'health-care', '2026-03-02')).toEqual([UMEA, 'HSL 12:1']);
    expect(who(stay, 'pays', '2026-03-02')).toEqual([UMEA, '2017:612 5:2']);
    expect(who(stay, 'executes', '2026-03-02')).toBeNull();
    expect(who(stay, 'pays', '2026-03-01')).toBeNull();
  });

  it('is the placing one for decisions and payment, whatever the folkbokföring (5:2 st2; 22)', () => {
    const stay = admitted({ placedBy: UMEA }, { ...patient, municipality: VANNAS });
    expect(who(stay, 'decides', '2026-03-02')).toEqual([UMEA, 'SoL 29:1']);
    expect(who(stay, 'pays', '2026-03-02')).toEqual([UMEA, '2017:612 5:2 st2']);
    expect(who(stay, 'health-care', '2026-03-02')).toEqual([VANNAS, 'HSL 12:1']);
  });

  it('is nobody while no municipality is known', () => {
    const stay = admitted({}, unknown);
    expect(responsible(dischargeContext(stay.state))).toEqual([]);
  });

  it('is known from the admission on when the patient is identified', () => {
    const stay = admitted({}, unknown).give('2026-03-03 09:00', 'identify-patient', { patient });
    expect(who(stay, 'pays', '2026-03-02')).toEqual([UMEA, '2017:612 5:2']);
    stay.give('2026-03-03 10:00', 'split-patient', { patient: unknown, reason: 'Fel person.' });
    expect(responsible(dischargeContext(stay.state))).toEqual([]);
  });
});

describe('a changed folkbokföring', () => {
  it('moves payment and health care from its day; who decides stays until a transfer', () => {
    const stay = moved(admitted());
    expect(who(stay, 'pays', '2026-03-04')).toEqual([UMEA, '2017:612 5:2']);
    expect(who(stay, 'pays', '2026-03-05')).toEqual([VANNAS, '2017:612 5:2']);
    expect(who(stay, 'health-care', '2026-03-05')).toEqual([VANNAS, 'HSL 12:1']);
    expect(who(stay, 'decides', '2026-03-09')).toEqual([UMEA, 'SoL 29:1']);
  });

  it('does not take the payment from a municipality that has placed the patient', () => {
    const stay = moved(admitted({ placedBy: SKELLEFTEA }));
    expect(who(stay, 'pays', '2026-03-09')).toEqual([SKELLEFTEA, '2017:612 5:2 st2']);
  });

  it('makes the new one decide where nobody did', () => {
    const stay = moved(admitted({}, unknown));
    expect(who(stay, 'decides', '2026-03-05')).toEqual([VANNAS, 'SoL 29:1']);
  });

  it('to none leaves nobody to pay from that day', () => {
    const stay = moved(admitted(), { registration: 'none' });
    expect(who(stay, 'pays', '2026-03-05')).toEqual([null, '2017:612 5:2']);
  });

  it('is told to the receivers, who must acknowledge it', () => {
    const stay = admitted().give('2026-03-02 09:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand'],
      expectedDischargeAt: '2026-03-06T11:00:00.000Z',
    });
    moved(stay);
    expect(stay.last.effects).toEqual([
      {
        type: 'disclose',
        entry: 'folkbokforing',
        legalBasis: 'STATUTORY_MIN',
        units: ['umea-bistand'],
      },
    ]);
    stay.give('2026-03-03 10:00', 'acknowledge', { messages: ['m3'] });
  });

  it.each([
    [
      'a municipality of one who is registered nowhere',
      { municipality: VANNAS, registration: 'eu' },
    ],
    ['nothing at all', {}],
    ['a day that is none', { municipality: VANNAS, from: '2026-02-30' }],
  ])('is refused with %s', (_, more) => {
    const stay = admitted();
    const answer = stay.ask({
      name: 'change-folkbokforing',
      payload: { from: '2026-03-05', ...more },
      recordedAt: '2026-03-03T08:00:00.000Z',
    });
    expect(answer).toMatchObject({ kind: 'refused', because: 'payload' });
    expect(stay.log).toHaveLength(1);
  });
});

describe('several municipalities in one case', () => {
  it('have each their role, told by the ward or by a municipality that receives', () => {
    const stay = admitted().give('2026-03-02 09:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand'],
      expectedDischargeAt: '2026-03-06T11:00:00.000Z',
    });
    const executes = { role: 'executes', from: '2026-03-06', basis: 'SoL 29:5' };
    const umea = { unit: 'umea-bistand', roles: ['municipal-coordinator'] };
    stay.give(
      '2026-03-03 09:00',
      'assign-municipality',
      { ...executes, municipality: VANNAS },
      { by: umea },
    );
    expect(stay.last.effects).toEqual([
      {
        type: 'disclose',
        entry: 'ansvarig-kommun',
        legalBasis: 'PROCESS',
        units: ['nus-medicin-2'],
      },
    ]);
    expect(who(stay, 'executes', '2026-03-06')).toEqual([VANNAS, 'SoL 29:5']);
    stay.give('2026-03-03 10:00', 'assign-municipality', {
      ...executes,
      municipality: SKELLEFTEA,
    });
    expect(who(stay, 'executes', '2026-03-06')).toEqual([SKELLEFTEA, 'SoL 29:5']);
    expect(responsible(dischargeContext(stay.state))).toHaveLength(4);
  });

  it('are not told by a municipality that is no party', () => {
    const answer = admitted().ask({
      name: 'assign-municipality',
      payload: { role: 'pays', municipality: VANNAS, from: '2026-03-06', basis: '2017:612 5:2' },
      by: { unit: 'vannas-bistand', roles: ['municipal-coordinator'] },
      recordedAt: '2026-03-03T08:00:00.000Z',
    });
    expect(answer).toMatchObject({ kind: 'refused', because: 'role' });
  });
});
