import { SILENCE_WORDS } from '@workflows/agreement';
import { DISPUTE_WORDS, disputesOf, standingAt, type DisputeWord } from '@workflows/settlement';
import type { Told } from '../case-type';
import { unitView } from '../names';
import type { DisputeEntryView, DisputeView } from './settlement-view';

const STANDS = {
  'joint-group': 'joint-group',
  counts: 'counts',
  removed: 'removed',
  withdrawn: 'counts',
  gone: 'removed',
} as const satisfies Record<Exclude<DisputeWord, 'asked'>, string>;

/** The disputes with what both sides have written, and what silence means by now. */
export function disputeViews(told: Told): DisputeView[] {
  const { now, reader } = told;
  return disputesOf(told.rows.case.state).map(({ id, word, context }) => {
    const { row, openedAt, answerBy, silence } = context;
    const isAsked = word === 'asked';
    const stands = isAsked ? standingAt({ stands: 'asked', answerBy }, silence, now) : STANDS[word];
    return {
      ...{ id, row, openedAt, answerBy, stands },
      state: word,
      stateText: DISPUTE_WORDS[word][reader.language],
      silenceText: SILENCE_WORDS[silence][reader.language],
      silent: isAsked && now > answerBy,
      thread: threadOf(told, id),
    };
  });
}

/** The reason that opened it, and everything that was written since, as the reader's side holds it. */
function threadOf({ rows, directory }: Told, dispute: string): DisputeEntryView[] {
  const opening = Number(dispute.slice(1));
  return rows.contents
    .filter(({ seq, machine }) => machine === dispute || seq === opening)
    .flatMap(({ seq, recordedAt, body }) => {
      const text = body['text'] ?? body['reason'];
      if (typeof text !== 'string') return [];
      const unit = rows.log.find((event) => event.seq === seq)?.actor['unit'];
      return {
        ...{ seq, text, at: recordedAt },
        unit: typeof unit === 'string' ? unitView(directory, unit) : null,
        decidedBy: typeof body['decidedBy'] === 'string' ? body['decidedBy'] : null,
      };
    });
}
