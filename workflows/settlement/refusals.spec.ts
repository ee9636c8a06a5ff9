import type { Asker } from '@hemgang/engine';
import { Play, REGION, UMEA } from './play.testing';
import {
  decided,
  disputed,
  inDispute,
  opened,
  reason,
  reopening,
  reviewed,
  ROW,
} from './situations.testing';

type Payload = Readonly<Record<string, unknown>>;
type Wrong = readonly [what: string, at: () => Play, name: string, by: Asker, payload?: Payload];

/** Who may not do what, when; nothing of the state changes. */
describe('a command in the wrong place', () => {
  const cases: readonly Wrong[] = [
    ['sign before the review', opened, 'sign-for-region', REGION],
    ['sign first', opened, 'sign-for-municipality', UMEA],
    ['sign for the other', reviewed, 'sign-for-region', UMEA],
    ['review for the other', opened, 'review-settlement', REGION],
    ['compute under a signature', () => new Play().signed(), 'recompute', REGION],
    ['compute when locked', () => new Play().locked(), 'recompute', REGION],
    ['take back a lock', () => new Play().locked(), 'withdraw-signature', REGION],
    ['dispute when locked', () => new Play().locked(), 'dispute-row', UMEA, { row: ROW, reason }],
    ['invoice a draft', opened, 'note-invoice', REGION, { number: 'F1' }],
    ['credit what is right', () => new Play().locked(), 'note-credit', REGION, { number: 'K1' }],
    ['open a draft', opened, 'ask-to-reopen', UMEA, { reason }],
    ['agree unasked', () => new Play().locked(), 'agree-to-reopen', REGION],
    ['agree with oneself', reopening, 'agree-to-reopen', UMEA],
    ['decline for oneself', reopening, 'decline-to-reopen', UMEA, { reason }],
    ['dispute for the other', opened, 'dispute-row', REGION, { row: ROW, reason }],
    ['dispute what is not there', opened, 'dispute-row', UMEA, { row: 'p9.2026-02-01', reason }],
    ['dispute twice', disputed, 'dispute-row', UMEA, { row: ROW, reason }],
    ['dispute without a reason', opened, 'dispute-row', UMEA, { row: ROW }],
  ];

  it.each(cases.map((wrong) => ({ what: wrong[0], wrong })))('$what is refused', ({ wrong }) => {
    const [, at, name, by, payload = {}] = wrong;
    const play = at();
    const { state } = play;
    expect(play.give(name, { by, on: '03-07', payload })).not.toBe('played');
    expect(play.state).toBe(state);
  });

  it.each([
    ['answer for the other', 'answer-dispute', UMEA, { answer: 'concede', reason }],
    ['decide what the region has not answered', 'decide-dispute', REGION, decided('counts')],
    ['note silence in time', 'note-silence', UMEA, {}],
    ['take back for the other', 'withdraw-dispute', REGION, {}],
  ])('in a dispute: %s is refused', (_what, name, by, more) => {
    const play = disputed();
    const { state } = play;
    expect(inDispute(play, name, more, by)).not.toBe('played');
    expect(play.state).toBe(state);
  });
});
