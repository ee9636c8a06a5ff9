import { called, inStay, runOut, withdrawn } from './courses.testing';
import type { SipLife } from './life.testing';

interface Asked {
  readonly life: () => SipLife;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly by?: string;
}

/** What a rule refuses, and what it lets through. */
export type RefusalRow = readonly [command: string, why: string, no: Asked, yes: Asked];

export const NO_CONSENT =
  'Det finns inget gällande samtycke. Erbjud SIP:en och anteckna svaret först.';
export const RUN_OUT = 'Samtycket gällde bara en viss tid och har gått ut. Fråga personen på nytt.';
const NO_PARTY =
  'Ett meddelande går till andra enheter som är med i ärendet och har konto. En enhet utan konto når ni på annat sätt.';
const UNKNOWN = 'Ni har inte skickat eller fått något meddelande med den beteckningen.';
const NOT_OF_OURS = 'Välj en annan enhet hos er egen huvudman, som kan ta emot patienter.';

const WARD = 'nus-medicin-2';
const UMEA = 'umea-bistand';

const message = (...to: string[]) => ({
  ...{ to, category: 'transport', priority: 'ordinary', text: 'Taxi är beställd.' },
});
const forwarded = (unit: string) => ({ message: 'm5-1', unit });

const inCall = () => called(inStay());
/** The ward has written to Umeå, and to nobody else. */
const sent = () => inCall().give('2026-03-05 10:00', 'send-message', message(UMEA), WARD);
/** Called as the law asks, before anybody had asked the person. */
const calledByLaw = () => inStay().give('2026-03-05 09:00', 'call', { units: [UMEA] });

export const messageRefusals: readonly RefusalRow[] = [
  [
    'send-message',
    NO_CONSENT,
    { life: calledByLaw, payload: message(UMEA), by: WARD },
    { life: inCall, payload: message(UMEA), by: WARD },
  ],
  [
    'send-message',
    NO_CONSENT,
    { life: () => withdrawn(sent()), payload: { ...message(WARD), re: 'm5' }, by: UMEA },
    { life: sent, payload: { ...message(WARD), re: 'm5' }, by: UMEA },
  ],
  [
    'send-message',
    RUN_OUT,
    { life: () => runOut(inCall()), payload: message(UMEA), by: WARD },
    { life: inCall, payload: message(UMEA), by: WARD },
  ],
  [
    'send-message',
    NO_PARTY,
    { life: inCall, payload: message('vannas-bistand'), by: WARD },
    { life: inCall, payload: message('hc-mariehem'), by: WARD },
  ],
  [
    'send-message',
    UNKNOWN,
    { life: sent, payload: { ...message(WARD), re: 'm5' }, by: 'hc-mariehem' },
    { life: sent, payload: message(WARD), by: 'hc-mariehem' },
  ],
  [
    'forward-message',
    NO_CONSENT,
    { life: () => withdrawn(sent()), payload: forwarded('umea-bistand-ost') },
    { life: sent, payload: forwarded('umea-bistand-ost') },
  ],
  [
    'forward-message',
    RUN_OUT,
    { life: () => runOut(sent()), payload: forwarded('umea-bistand-ost') },
    { life: sent, payload: forwarded('umea-bistand-ost') },
  ],
  [
    'forward-message',
    NOT_OF_OURS,
    { life: sent, payload: forwarded('vannas-bistand') },
    { life: sent, payload: forwarded('umea-bistand-ost') },
  ],
  [
    'forward-message',
    'Enheten har redan meddelandet.',
    {
      life: () => sent().give('2026-03-05 11:00', 'forward-message', forwarded('umea-hemsjukvard')),
      payload: forwarded('umea-hemsjukvard'),
    },
    { life: sent, payload: forwarded('umea-hemsjukvard') },
  ],
];
