import { staffOf, WARD } from '../units.testing';
import { admitted, told, toldBoth, type RefusalRow } from './situations.testing';

const UMEA = 'umea-bistand';
const MARIEHEM = 'hc-mariehem';
const NO_PARTY =
  'Ett meddelande går till andra enheter som är med i ärendet och har konto. En enhet utan konto når ni på annat sätt.';
const NOT_OF_OURS = 'Välj en annan enhet hos er egen huvudman, som kan ta emot patienter.';
const UNKNOWN = 'Ni har inte skickat eller fått något meddelande med den beteckningen.';

const message = (...to: string[]) => ({
  to,
  category: 'transport',
  priority: 'ordinary',
  text: 'Taxi är beställd.',
});

/** The ward has written to Umeå, and nobody else. */
const sent = () => toldBoth().give('2026-03-02 10:00', 'send-message', message(UMEA));

const forwarded = (unit: string) => ({ message: 'm3-1', unit });

export const messageRefusals: readonly RefusalRow[] = [
  [
    'send-message',
    'Skicka inskrivningsmeddelandet först, så att det finns mottagare.',
    { stay: admitted, payload: message(UMEA) },
    { stay: told, payload: message(UMEA) },
  ],
  [
    'send-message',
    NO_PARTY,
    { stay: told, payload: message(UMEA, 'vannas-bistand') },
    { stay: told, payload: message(UMEA) },
  ],
  [
    'send-message',
    NO_PARTY,
    { stay: toldBoth, payload: message(WARD) },
    { stay: toldBoth, payload: message(UMEA, MARIEHEM) },
  ],
  [
    'send-message',
    NO_PARTY,
    { stay: () => told(undefined, [UMEA, 'lulea-bistand']), payload: message('lulea-bistand') },
    { stay: () => told(undefined, [UMEA, 'lulea-bistand']), payload: message(UMEA) },
  ],
  [
    'send-message',
    UNKNOWN,
    { stay: sent, payload: { ...message(WARD), re: 'm2' }, by: staffOf(UMEA) },
    { stay: sent, payload: { ...message(WARD), re: 'm3' }, by: staffOf(UMEA) },
  ],
  [
    'send-message',
    UNKNOWN,
    { stay: sent, payload: { ...message(WARD), re: 'm3' }, by: staffOf(MARIEHEM) },
    { stay: sent, payload: { ...message(MARIEHEM), re: 'm3' } },
  ],
  [
    'forward-message',
    NOT_OF_OURS,
    { stay: sent, payload: forwarded('vannas-bistand') },
    { stay: sent, payload: forwarded('umea-bistand-ost') },
  ],
  [
    'forward-message',
    NOT_OF_OURS,
    { stay: sent, payload: forwarded('umea-hemtjanst') },
    { stay: sent, payload: forwarded('umea-hemsjukvard') },
  ],
  [
    'forward-message',
    'Enheten har redan meddelandet.',
    { stay: sent, payload: forwarded(UMEA) },
    { stay: sent, payload: forwarded('umea-bistand-ost') },
  ],
];
