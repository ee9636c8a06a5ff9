import { noteDateHeader } from '../api/server-time';
import { factLines } from './fact-text';

const UNITS = new Map([['umea-hemtjanst', 'Hemtjänsten Ålidhem']]);

describe('facts as text for one’s own record', () => {
  beforeEach(() => noteDateHeader('Thu, 26 Nov 2026 12:00:00 GMT'));

  it('have names for keys, Swedish times, yes and no', () => {
    expect(
      factLines(
        {
          expectedDischargeAt: '2026-11-28T12:00:00.000Z',
          needs: { socialServices: true, openCare: false },
          receivers: ['umea-hemtjanst', 'okand'],
          address: null,
          own: { registration: 'folkbokford' },
        },
        UNITS,
        'sv',
      ),
    ).toEqual([
      'Beräknad utskrivning: lör 28/11 13:00',
      'Vad patienten kan behöva:',
      '  Socialtjänst: Ja',
      '  Regionens öppna vård: Nej',
      'Mottagare:',
      '  Hemtjänsten Ålidhem',
      '  okand',
      'Folkbokföringsadress: Anges inte',
      'Lämnas inte ut:',
      '  Folkbokföring: Folkbokförd',
    ]);
  });
});
