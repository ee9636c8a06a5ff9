import { WARD } from '../units.testing';
import { told, toldBoth, type RefusalRow } from './situations.testing';

const promised = (more: object) => ({ text: 'Ringa dottern om nyckeln.', ...more });

export const atagandeRefusals: readonly RefusalRow[] = [
  [
    'take-on',
    'Tiden då det ska vara klart har redan passerat.',
    { stay: told, payload: promised({ dueDate: '2026-03-02', dueTime: '11:59' }) },
    { stay: told, payload: promised({ dueDate: '2026-03-02' }) },
  ],
  [
    'propose-atagande',
    'Tiden då det ska vara klart har redan passerat.',
    { stay: told, payload: promised({ unit: 'umea-bistand', dueDate: '2026-03-01' }) },
    {
      stay: told,
      payload: promised({ unit: 'umea-bistand', dueDate: '2026-03-02', dueTime: '12:00' }),
    },
  ],
  [
    'propose-atagande',
    'Ett förslag går till en annan enhet som är med i ärendet. Det ni gör själva åtar ni er i stället.',
    { stay: told, payload: promised({ unit: 'vannas-bistand', dueDate: '2026-03-05' }) },
    { stay: told, payload: promised({ unit: 'umea-bistand', dueDate: '2026-03-05' }) },
  ],
  [
    'propose-atagande',
    'Ett förslag går till en annan enhet som är med i ärendet. Det ni gör själva åtar ni er i stället.',
    { stay: told, payload: promised({ unit: WARD, dueDate: '2026-03-05' }) },
    { stay: toldBoth, payload: promised({ unit: 'hc-mariehem', dueDate: '2026-03-05' }) },
  ],
];
