import {
  FACTS_MISSING,
  OPEN_CARE_MISSING,
  openCareReturned,
  toldWithoutAddress,
  umeaReturned,
  type RefusalRow,
} from './situations.testing';

const umeaReturnedWithoutAddress = () =>
  toldWithoutAddress().give('2026-03-02 10:00', 'reject', { reason: 'Bor i Vännäs.' });

export const addressingRefusals: readonly RefusalRow[] = [
  [
    'readdress',
    'Det finns ingen mottagare att ersätta med den beteckningen.',
    { stay: openCareReturned, payload: { replaces: 'h2-1', unit: 'hc-vannas' } },
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'hc-vannas' } },
  ],
  [
    'readdress',
    'Enheten kan inte ta emot en patient eller har redan fått meddelandet.',
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'nus-ortopedi-1' } },
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'hc-mariehem' } },
  ],
  [
    'readdress',
    'Enheten kan inte ta emot en patient eller har redan fått meddelandet.',
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'umea-bistand' } },
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'nus-geriatrik' } },
  ],
  [
    'readdress',
    OPEN_CARE_MISSING,
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'vannas-bistand' } },
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'nus-geriatrik' } },
  ],
  [
    'readdress',
    FACTS_MISSING,
    { stay: umeaReturnedWithoutAddress, payload: { replaces: 'h2-1', unit: 'vannas-bistand' } },
    {
      stay: umeaReturnedWithoutAddress,
      payload: { replaces: 'h2-1', unit: 'vannas-bistand', folkbokforingsadress: 'Vännäs' },
    },
  ],
  [
    'drop-returned',
    'Det finns ingen mottagare att släppa med den beteckningen.',
    { stay: umeaReturned, payload: { returned: 'h2-2', reason: 'Behövs inte.' } },
    { stay: umeaReturned, payload: { returned: 'h2-1', reason: 'Behövs inte.' } },
  ],
  [
    'drop-returned',
    OPEN_CARE_MISSING,
    { stay: openCareReturned, payload: { returned: 'h2-2', reason: 'Behövs inte.' } },
    {
      stay: () =>
        openCareReturned().give('2026-03-02 11:00', 'add-receiver', { unit: 'hc-vannas' }),
      payload: { returned: 'h2-2', reason: 'Behövs inte.' },
    },
  ],
];
