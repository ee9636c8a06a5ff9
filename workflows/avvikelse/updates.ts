import type { AvvikelseContext } from './context';
import type { AvvikelseEvent } from './events';

/** What an update sees. */
export interface Situation {
  readonly context: AvvikelseContext;
  readonly event: AvvikelseEvent;
}

type Update = (situation: Situation) => Partial<AvvikelseContext>;

const noteReceived: Update = ({ event }) => ({ receivedAt: event.toldAt });

const noteAnswer: Update = ({ context, event }) => ({
  answeredAt: context.answeredAt ?? event.toldAt,
  answerSince: event.toldAt,
});

const noteSentBack: Update = ({ event }) => ({ sentBackAt: event.toldAt, answerSince: null });

const noteEnded: Update = ({ event }) => ({ endedAt: event.occurredAt });

export const updates = {
  noteReceived,
  noteAnswer,
  noteSentBack,
  noteEnded,
} as const satisfies Readonly<Record<string, Update>>;
