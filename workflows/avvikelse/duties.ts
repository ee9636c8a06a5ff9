import type { DutyDeclaration } from '@hemgang/engine';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { LADDER, type AvvikelseAgreement } from '@workflows/agreement';
import type { AvvikelseContext } from './context';

export type AvvikelseDuty = 'ta-emot-avvikelse' | 'besvara-avvikelse' | 'avsluta-avvikelse';

type Duty = DutyDeclaration<AvvikelseContext, AvvikelseAgreement>;

/** Days, not hours; and nobody lies in hospital for it. */
const shared = {
  rule: 'avtal avvikelse',
  ladder: LADDER.administration,
  urgency: 'ordinary',
  weight: 9,
} as const;

const taEmot: Duty = {
  ...shared,
  title: { sv: 'Ta emot avvikelsen', en: 'Receive the deviation' },
  waitsFor: { sv: 'tar emot avvikelsen', en: 'receive the deviation' },
  owner: ({ concerned }) => concerned,
  since: ({ reportedAt }) => reportedAt,
  due: ({ reportedAt }, { mottagandeHours }) => plusMs(reportedAt, mottagandeHours * HOUR_MS),
  outcomes: { 'receive-avvikelse': 'fulfilled', 'withdraw-avvikelse': 'withdrawn' },
};

/** What the time to answer runs from: a late receipt makes it no longer. */
const askedAt = ({ sentBackAt, reportedAt }: AvvikelseContext) => sentBackAt ?? reportedAt;

const besvara: Duty = {
  ...shared,
  title: { sv: 'Svara på avvikelsen', en: 'Answer the deviation' },
  waitsFor: { sv: 'svarar på avvikelsen', en: 'answer the deviation' },
  owner: ({ concerned }) => concerned,
  since: ({ sentBackAt, receivedAt, reportedAt }) => sentBackAt ?? receivedAt ?? reportedAt,
  due: (context, { svarHours }) => plusMs(askedAt(context), svarHours * HOUR_MS),
  outcomes: { 'answer-avvikelse': 'fulfilled' },
};

const answerSince = ({ answerSince: at, reportedAt }: AvvikelseContext) => at ?? reportedAt;

const avsluta: Duty = {
  ...shared,
  title: { sv: 'Läs svaret och avsluta avvikelsen', en: 'Read the answer and close the deviation' },
  waitsFor: { sv: 'läser svaret och avslutar', en: 'read the answer and close it' },
  owner: ({ reporter }) => reporter,
  since: answerSince,
  due: (context, { avslutHours }) => plusMs(answerSince(context), avslutHours * HOUR_MS),
  outcomes: { 'close-avvikelse': 'fulfilled', 'send-back-answer': 'fulfilled' },
};

/** What an avvikelse waits for. */
export const avvikelseDuties: Readonly<Record<AvvikelseDuty, Duty>> = {
  'ta-emot-avvikelse': taEmot,
  'besvara-avvikelse': besvara,
  'avsluta-avvikelse': avsluta,
};
