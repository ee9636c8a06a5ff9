import { admitted, told, judged, NOON, type RefusalRow } from './situations.testing';

export const judgementRefusals: readonly RefusalRow[] = [
  [
    'mark-utskrivningsklar',
    'Skicka inskrivningsmeddelandet först, så att det finns mottagare.',
    { stay: admitted, payload: judged('2026-03-02 11:00') },
    { stay: told, payload: judged('2026-03-02 11:00') },
  ],
  [
    'mark-utskrivningsklar',
    'Bedömningen kan inte vara gjord före inskrivningen eller i framtiden.',
    { stay: told, payload: judged('2026-03-02 12:01') },
    { stay: told, payload: judged(NOON) },
  ],
  [
    'send-utskrivningsinformation',
    'Skicka inskrivningsmeddelandet först, så att det finns mottagare.',
    { stay: admitted, payload: { way: 'here', text: 'Går med rollator.' } },
    { stay: told, payload: { way: 'here', text: 'Går med rollator.' } },
  ],
];
