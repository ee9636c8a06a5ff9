import { undisputed, type Disputed } from '@hemgang/engine';
import { eventOf, type HandoverContext } from './context';

/** Times that a receiver reckons from, when it did not get an event at the time registered afterwards. */
export function disputedHandover(
  { unacknowledged, toldAt, utskrivningsklarSentAt, concernedSince }: HandoverContext,
  disputed: Disputed,
): Partial<HandoverContext> {
  const isIts = ({ id }: { readonly id: string }) => eventOf(id) === disputed.event;
  const entries = unacknowledged.filter(isIts).map(({ entry }) => entry);
  return {
    unacknowledged: unacknowledged.map((message) =>
      isIts(message) ? { ...message, sentAt: undisputed(message.sentAt, disputed) } : message,
    ),
    ...(entries.includes('inskrivningsmeddelande') ? { toldAt: undisputed(toldAt, disputed) } : {}),
    ...(entries.includes('utskrivningsklar')
      ? { utskrivningsklarSentAt: undisputed(utskrivningsklarSentAt, disputed) }
      : {}),
    ...(disputed.type === 'answer' ? { concernedSince: undisputed(concernedSince, disputed) } : {}),
  };
}
