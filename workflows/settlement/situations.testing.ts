import { disputesOf } from './index';
import { Play, REGION, UMEA, type Outcome } from './play.testing';

export const ROW = 'p1.2026-02-05';
export const reason = 'Hemtjänsten var på plats.';

/** Umeå disputes a row. */
export function dispute(play: Play, row = ROW, on = '03-03'): Outcome {
  return play.give('dispute-row', { by: UMEA, on, payload: { row, reason } });
}

/** A command about the dispute that was opened last. */
export function inDispute(
  play: Play,
  name: string,
  more: object,
  by = REGION,
  on = '03-05',
): Outcome {
  const latest = disputesOf(play.now).at(-1)?.id;
  return play.give(name, { by, on, payload: { dispute: latest, ...more } });
}

export function opened(): Play {
  const play = new Play();
  play.open();
  return play;
}

export function reviewed(): Play {
  const play = opened();
  play.give('review-settlement', { by: UMEA, on: '03-04' });
  return play;
}

export function disputed(): Play {
  const play = opened();
  dispute(play);
  return play;
}

export function reopening(): Play {
  const play = new Play().locked();
  play.give('ask-to-reopen', { by: UMEA, on: '03-07', payload: { reason } });
  return play;
}

export function lock(play: Play, on = '03-06'): void {
  play.give('review-settlement', { by: UMEA, on });
  play.give('sign-for-region', { by: REGION, on });
  play.give('sign-for-municipality', { by: UMEA, on });
}

export function decided(outcome: 'counts' | 'removed') {
  return { outcome, decidedBy: 'Partssammansatta gruppen', reason };
}

/** The same settlement, to try something that is not to happen. */
export class PlayOf extends Play {
  constructor({ now }: Play) {
    super();
    this.state = now;
  }
}
