import type { FactDeclaration } from '@hemgang/engine';

const noticeSent = {
  name: 'notice-sent',
  label: {
    sv: 'Patienten är utskrivningsklar – kallelsen ska skickas inom tre dagar',
    en: 'The patient is ready for discharge – the call is due within three days',
  },
} as const satisfies FactDeclaration;

const noticeWithdrawn = {
  name: 'notice-withdrawn',
  label: {
    sv: 'Patienten är inte längre utskrivningsklar',
    en: 'The patient is no longer ready for discharge',
  },
} as const satisfies FactDeclaration;

const callerNamed = {
  name: 'caller-named',
  label: {
    sv: 'Det är klart vilken enhets fasta vårdkontakt som kallar',
    en: 'It is known which unit has the contact who calls',
  },
} as const satisfies FactDeclaration;

const stayEnded = {
  name: 'stay-ended',
  label: {
    sv: 'Vårdtillfället är avslutat',
    en: 'The stay has ended',
  },
} as const satisfies FactDeclaration;

/** What a stay tells its SIPs. */
export const sipFacts: readonly FactDeclaration[] = [
  noticeSent,
  noticeWithdrawn,
  callerNamed,
  stayEnded,
];

/** What a SIP tells its stay; declared as facts of the discharge. */
export const TOLD_TO_STAY = [
  'sip-started',
  'sip-declined',
  'sip-resumed',
  'sip-struck',
  'kallelse-sent',
  'kallelse-withdrawn',
] as const;

export type ToldToStay = (typeof TOLD_TO_STAY)[number];
