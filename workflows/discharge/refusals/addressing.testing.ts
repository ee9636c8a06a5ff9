import { openCareReturned, type RefusalRow } from './situations.testing';

export const addressingRefusals: readonly RefusalRow[] = [
  [
    'readdress',
    'Det finns inget felsänt meddelande med den beteckningen.',
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
    'När kommunal hälso- och sjukvård behövs ska också en hälsocentral eller annan öppenvård få meddelandet.',
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'vannas-bistand' } },
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'nus-geriatrik' } },
  ],
];
