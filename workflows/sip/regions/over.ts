/** What ends every region of a SIP, whatever it waits for. */
export const sipOver = {
  'close-sip': '.past',
  'register-death': '.past',
  'makulera-sip': '.past',
  'stay-ended': { guard: 'isDeceased', target: '.past' },
} as const;
