import { at, socialNeeds } from '../stay.testing';
import { told, NOON, type RefusalRow } from './situations.testing';

/** Written for Luleå, which nobody has told yet. */
const writtenForLulea = () => told(socialNeeds, ['lulea-bistand']);

export const receivingRefusals: readonly RefusalRow[] = [
  [
    'acknowledge',
    'Inget av det som väntar har skickats till mottagaren än.',
    { stay: writtenForLulea, payload: {} },
    { stay: () => writtenForLulea().give('2026-03-02 10:00', 'report-sent'), payload: {} },
  ],
  [
    'acknowledge',
    'Meddelandet är redan kvitterat eller finns inte i ärendet.',
    { stay: told, payload: { messages: ['m2', 'm1'] } },
    { stay: told, payload: { messages: ['m2'] } },
  ],
  [
    'state-can-receive-from',
    'Tidpunkten då ni kan ta emot kan inte ligga före beskedet.',
    { stay: told, payload: { canReceiveFrom: at('2026-03-02 11:59') } },
    { stay: told, payload: { canReceiveFrom: at(NOON) } },
  ],
  [
    'report-ready',
    'Tidpunkten då ni kan ta emot kan inte ligga före beskedet.',
    { stay: told, payload: { canReceiveFrom: at('2026-03-02 11:59') } },
    { stay: told, payload: {} },
  ],
];
