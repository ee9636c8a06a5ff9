import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import { LADDER } from '@workflows/agreement';
import type { HandoverContext, UnacknowledgedMessage } from '../context';
import { handoverEnded, hoursAfterTold, unit, type Duty } from './duty';

export const kvittens: Duty = {
  rule: 'avtal kvittens',
  title: {
    sv: 'Kvittera det som avdelningen har skickat',
    en: 'Acknowledge what the ward has sent',
  },
  waitsFor: {
    sv: 'kvitterar det som avdelningen har skickat',
    en: 'acknowledge what the ward has sent',
  },
  weight: 2,
  owner: unit,
  // One duty per unit, counted from the oldest message it has not acknowledged.
  since: ({ unacknowledged, toldAt }) => oldestSent(unacknowledged) ?? toldAt,
  due: ({ unacknowledged }, { kvittensHours }) => {
    const oldest = oldestSent(unacknowledged);
    return oldest === null ? null : plusMs(oldest, kvittensHours * HOUR_MS);
  },
  ladder: LADDER.receiver,
  urgency: 'ordinary',
  outcomes: {
    acknowledge: 'fulfilled',
    // Nobody acknowledges or answers oneself.
    notice: 'waived',
    'ward-changed': 'waived',
    ...handoverEnded,
  },
};

/** When somebody else than the own ward first wanted to know. */
const askedAt = ({ ownWardUntil, toldAt }: HandoverContext) => ownWardUntil ?? toldAt;

export const svar: Duty = {
  rule: 'avtal svar',
  title: { sv: 'Svara om patienten är känd hos er', en: 'Answer whether you know the patient' },
  waitsFor: { sv: 'svarar om patienten är känd', en: 'answer whether it knows the patient' },
  weight: 3,
  owner: unit,
  since: askedAt,
  due: (context, { svarHours }) =>
    hoursAfterTold({ ...context, toldAt: askedAt(context) }, svarHours),
  ladder: LADDER.receiver,
  urgency: 'ordinary',
  outcomes: {
    answer: 'fulfilled',
    // Nobody acknowledges or answers oneself.
    notice: 'waived',
    'ward-changed': 'waived',
    'patient-left': 'lapsed',
    ...handoverEnded,
  },
};

/** Since when something could be seen; null while nothing has gone outside. */
function oldestSent(messages: readonly UnacknowledgedMessage[]): Instant | null {
  return messages.find(({ sentAt }) => sentAt !== null)?.sentAt ?? null;
}
