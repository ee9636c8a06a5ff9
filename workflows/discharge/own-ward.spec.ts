import { allNeeds, at, patient, Stay } from './stay.testing';
import { staffOf } from './units.testing';

const physician = 'Karin Åström';
const SJUKSTUGA = 'storuman-sjukstuga';
const OPEN_CARE = 'hc-storuman';

const admitted = (ward: string) => {
  const stay = new Stay();
  const payload = { patient, needs: allNeeds, physician };
  stay.ask({ name: 'admit', payload, by: staffOf(ward), recordedAt: at('2026-03-02 08:00') });
  return stay;
};

/** The sjukstuga's own open care is h2-2. */
const told = (ward: string) =>
  admitted(ward).give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
    receivers: ['umea-bistand', OPEN_CARE],
    expectedDischargeAt: at('2026-03-06 12:00'),
  });

const move = (stay: Stay, unit: string) =>
  stay.give('2026-03-03 09:00', 'request-move', { unit }).give('2026-03-03 14:00', 'accept-move');

const owed = ({ state }: Stay, machine = 'h2-2') =>
  state.duties.filter((duty) => duty.machine === machine).map(({ key }) => key);

describe('the open care of a sjukstuga whose ward has the patient', () => {
  it('owes neither kvittens nor answer, but contact and measures all the same', () => {
    const stay = told(SJUKSTUGA);
    expect(owed(stay).sort()).toEqual(['fast-vardkontakt', 'oppenvard-klarlagd', 'planering']);
    expect(owed(stay, 'h2-1')).toEqual(expect.arrayContaining(['kvittens', 'svar']));
    expect(stay.last.closed.map(({ key }) => key)).toEqual(['inskrivningsmeddelande']);
  });

  it('acknowledges nothing later either, and learns everything', () => {
    const stay = told(SJUKSTUGA)
      .give('2026-03-03 09:00', 'change-expected-discharge', {
        expectedDischargeAt: at('2026-03-09 12:00'),
      })
      .give('2026-03-04 09:00', 'mark-utskrivningsklar', {
        physician,
        judgedAt: at('2026-03-04 08:30'),
      })
      .give('2026-03-05 09:00', 'discharge');
    expect(owed(stay)).not.toContain('kvittens');
    expect(stay.state.machines['h2-2']?.context).toMatchObject({
      unacknowledged: [],
      expectedDischargeAt: at('2026-03-09 12:00'),
      utskrivningsklarSentAt: at('2026-03-04 09:00'),
      leftAt: at('2026-03-05 09:00'),
    });
  });

  it('may tell the ward what it knows, unasked', () => {
    const stay = told(SJUKSTUGA).give(
      '2026-03-02 11:00',
      'answer',
      { answer: 'known', currentMeasures: 'Distriktssköterska.' },
      { handover: 'h2-2' },
    );
    expect(stay.last.effects).toMatchObject([{ entry: 'svar', units: [SJUKSTUGA] }]);
  });
});

describe('a patient who is moved to the sjukstuga', () => {
  it('frees its open care from what it owed the other ward', () => {
    const stay = move(told('nus-medicin-2'), SJUKSTUGA);
    expect(
      stay.last.closed
        .filter(({ machine }) => machine === 'h2-2')
        .map(({ key, outcome }) => [key, outcome]),
    ).toEqual([
      ['kvittens', 'waived'],
      ['svar', 'waived'],
    ]);
    expect(owed(stay).sort()).toEqual(['fast-vardkontakt', 'oppenvard-klarlagd', 'planering']);
    expect(stay.state.machines['h2-2']?.context).toMatchObject({ unacknowledged: [] });
    stay.give('2026-03-04 09:00', 'change-expected-discharge', {
      expectedDischargeAt: at('2026-03-09 12:00'),
    });
    expect(owed(stay)).not.toContain('kvittens');
    expect(owed(stay, 'h2-1')).toContain('kvittens');
  });

  it('leaves an answer that was given as it is', () => {
    const stay = told('nus-medicin-2').give(
      '2026-03-02 11:00',
      'answer',
      { answer: 'not-known' },
      { handover: 'h2-2' },
    );
    move(stay, SJUKSTUGA);
    expect(owed(stay)).not.toContain('svar');
    stay.give('2026-03-04 09:00', 'request-move', { unit: 'nus-medicin-2' });
    stay.give('2026-03-04 14:00', 'accept-move');
    expect(owed(stay)).not.toContain('svar');
  });
});

describe('a patient who is moved away from the sjukstuga', () => {
  it('makes its open care answer the new ward, from then on', () => {
    const stay = move(told(SJUKSTUGA), 'nus-medicin-2');
    expect(stay.duty('svar', 'h2-2')).toMatchObject({
      since: at('2026-03-03 14:00'),
      due: at('2026-03-04 14:00'),
    });
    stay.give('2026-03-04 09:00', 'change-expected-discharge', {
      expectedDischargeAt: at('2026-03-09 12:00'),
    });
    expect(owed(stay)).toContain('kvittens');
  });

  it('leaves other receivers’ times as they were', () => {
    const stay = told(SJUKSTUGA);
    const before = stay.duty('svar', 'h2-1');
    expect(move(stay, 'nus-medicin-2').duty('svar', 'h2-1')).toEqual(before);
  });
});

describe('a notice that is forwarded', () => {
  it('to the ward’s own open care frees it, and from there to another unit does not', () => {
    const stay = admitted(SJUKSTUGA).give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand', 'hc-vannas'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });
    stay.give('2026-03-02 11:00', 'forward', { unit: OPEN_CARE }, { handover: 'h2-2' });
    expect(owed(stay)).not.toContain('svar');
    expect(owed(stay)).not.toContain('kvittens');
    stay.give('2026-03-02 12:00', 'forward', { unit: 'hc-mariehem' }, { handover: 'h2-2' });
    expect(owed(stay)).toEqual(expect.arrayContaining(['kvittens', 'svar']));
  });
});
