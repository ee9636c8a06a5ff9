import type { Text } from '@hemgang/kernel';

/** What became of a duty that is no longer open. */
export const OUTCOMES: Readonly<Record<string, Text>> = {
  fulfilled: { sv: 'gjort', en: 'done' },
  withdrawn: { sv: 'återtaget', en: 'withdrawn' },
  waived: { sv: 'eftergivet', en: 'waived' },
  lapsed: { sv: 'bortfallet', en: 'lapsed' },
  hindered: { sv: 'hindrat av sekretess', en: 'hindered by secrecy' },
};
