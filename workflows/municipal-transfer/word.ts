import type { Text } from '@hemgang/kernel';

/** What has become of a request to move a case to another municipality, in the order of life. */
export const MUNICIPAL_TRANSFER_WORDS = {
  requested: { sv: 'Begärd, väntar på svar', en: 'Requested, waiting for an answer' },
  accepted: { sv: 'Godtagen, kommunen har tagit över', en: 'Accepted, the municipality took over' },
  declined: {
    sv: 'Avböjd, den första kommunen har kvar ansvaret',
    en: 'Declined, the first keeps it',
  },
  decided: { sv: 'Avgjord av IVO', en: 'Decided by IVO' },
  withdrawn: { sv: 'Återtagen', en: 'Taken back' },
  struck: { sv: 'Struken: fel person', en: 'Struck: wrong person' },
  void: { sv: 'Inte längre aktuell', en: 'Of no more concern' },
} as const satisfies Record<string, Text>;

export type MunicipalTransferWord = keyof typeof MUNICIPAL_TRANSFER_WORDS;
