import { socialNeeds } from '../stay.testing';
import {
  admitted,
  FACTS_MISSING,
  judged,
  OPEN_CARE_MISSING,
  told,
  toldBoth,
  toldWithoutAddress,
  umeaReturned,
  type RefusalRow,
} from './situations.testing';

const reason = 'Behövs inte.';

const toldTwo = () => told(socialNeeds, ['umea-bistand', 'vannas-bistand']);

const umeaTookOver = () =>
  toldTwo()
    .give('2026-03-02 10:00', 'mark-utskrivningsklar', judged('2026-03-02 09:30'))
    .give('2026-03-02 11:00', 'discharge')
    .give('2026-03-02 11:30', 'take-over', {}, { handover: 'h2-1' });

export const receiverRefusals: readonly RefusalRow[] = [
  [
    'add-receiver',
    'Skicka inskrivningsmeddelandet först, så att det finns mottagare.',
    { stay: admitted, payload: { unit: 'vannas-bistand' } },
    { stay: told, payload: { unit: 'vannas-bistand' } },
  ],
  [
    'add-receiver',
    'Enheten kan inte ta emot en patient eller har redan fått meddelandet.',
    { stay: told, payload: { unit: 'umea-bistand' } },
    { stay: umeaReturned, payload: { unit: 'umea-bistand' } },
  ],
  [
    'add-receiver',
    FACTS_MISSING,
    { stay: toldWithoutAddress, payload: { unit: 'vannas-bistand' } },
    {
      stay: toldWithoutAddress,
      payload: { unit: 'vannas-bistand', folkbokforingsadress: 'Storgatan 12, Umeå' },
    },
  ],
  [
    'add-receiver',
    OPEN_CARE_MISSING,
    { stay: told, payload: { unit: 'umea-hemsjukvard' } },
    { stay: toldBoth, payload: { unit: 'umea-hemsjukvard' } },
  ],
  [
    'remove-receiver',
    'Det finns ingen mottagare med den beteckningen.',
    { stay: toldBoth, payload: { receiver: 'h2-3', reason } },
    { stay: toldBoth, payload: { receiver: 'h2-1', reason } },
  ],
  [
    'remove-receiver',
    'Mottagaren har redan tagit över och har nu ansvaret.',
    { stay: umeaTookOver, payload: { receiver: 'h2-1', reason } },
    { stay: toldTwo, payload: { receiver: 'h2-1', reason } },
  ],
  [
    'remove-receiver',
    'Minst en mottagare ska vara kvar så länge patienten behöver något efter utskrivningen.',
    { stay: told, payload: { receiver: 'h2-1', reason } },
    { stay: toldTwo, payload: { receiver: 'h2-2', reason } },
  ],
  [
    'remove-receiver',
    OPEN_CARE_MISSING,
    { stay: toldBoth, payload: { receiver: 'h2-2', reason } },
    {
      stay: () => toldBoth().give('2026-03-02 10:00', 'add-receiver', { unit: 'nus-geriatrik' }),
      payload: { receiver: 'h2-2', reason },
    },
  ],
  [
    'forward',
    'Välj en annan enhet hos er egen huvudman, av samma slag som er.',
    { stay: told, payload: { unit: 'vannas-bistand' } },
    { stay: told, payload: { unit: 'umea-bistand-ost' } },
  ],
  [
    'forward',
    'Välj en annan enhet hos er egen huvudman, av samma slag som er.',
    { stay: told, payload: { unit: 'umea-hemsjukvard' } },
    { stay: told, payload: { unit: 'umea-bistand-ost' } },
  ],
];
