import { deserialize, serialize } from 'node:v8';
import { faultsOf, replay, type CaseState } from '@hemgang/engine';
import { isCitation } from '@hemgang/kernel';
import { settlementAssumed, SILENCE_WORDS, type Silence } from '@workflows/agreement';
import { average, gated, individual, Play, REGION, rows, UMEA } from './play.testing';
import {
  decided,
  dispute,
  disputed,
  inDispute,
  lock,
  PlayOf,
  reason,
  reopening,
  ROW,
} from './situations.testing';
import {
  DISPUTE_WORDS,
  disputesOf,
  outstandingOre,
  settlement,
  SETTLEMENT_WORDS,
  settlementContext,
  sumAt,
} from './index';

const OTHER_ROW = 'p1.2026-02-06';
const AT_LOCK = '2026-03-05T08:00:00.000Z';

const sum = ({ now }: Play, asOf = AT_LOCK) => sumAt(settlementContext(now), asOf);
const word = ({ now }: Play) => settlement.summary(now).word;
const duties = ({ now }: Play) => now.duties.map(({ key, unit }) => `${key} ${unit}`).sort();
const owed = ({ now }: Play) => outstandingOre(settlementContext(now));

describe('the settlement workflow', () => {
  it('has no fault that the start check can find', () => {
    expect(faultsOf(settlement)).toEqual([]);
  });

  it('goes from draft to lock by review and both signatures, and closes when it is invoiced', () => {
    const play = new Play();
    expect(play.open()).toBe('played');
    expect([word(play), duties(play)]).toEqual(['draft', ['granska-underlag umea-betalning']]);
    play.give('review-settlement', { by: UMEA, on: '03-04' });
    expect([word(play), duties(play)]).toEqual([
      'reviewed',
      ['underskrift-region region-betalning'],
    ]);
    play.give('sign-for-region', { by: REGION, on: '03-05' });
    expect([word(play), duties(play)]).toEqual(['signed', ['underskrift-kommun umea-betalning']]);
    play.give('sign-for-municipality', { by: UMEA, on: '03-06' });
    expect([word(play), duties(play)]).toEqual(['locked', ['fakturera region-betalning']]);
    expect(play.now.closedAt).toBeNull();
    play.give('note-invoice', { by: REGION, on: '03-09', payload: { number: 'F1' } });
    expect([duties(play), owed(play), play.now.closedAt]).toEqual([
      [],
      0,
      '2026-03-09T08:00:00.000Z',
    ]);
  });

  it('keeps under each signature what was signed: hash, policy and sums, in its event', () => {
    const play = new Play().locked();
    const signatures = play.log.filter(({ type }) => type.startsWith('sign-'));
    const { inputHash, policy, totals } = individual;
    expect(signatures).toHaveLength(2);
    for (const { given } of signatures) {
      expect(given['attested']).toMatchObject({
        ...{ inputHash, policy, totals },
        undisputed: { totalOre: 3_480_000 },
        disputedDays: 0,
      });
    }
    expect(signatures[0]?.given['attested']).toEqual(signatures[1]?.given['attested']);
  });

  it('holds no row, no name and no words', () => {
    const play = new Play().signed();
    dispute(play);
    inDispute(play, 'write-in-dispute', { text: 'Vi ser på det.' }, REGION);
    expect(JSON.stringify([play.log, play.now])).not.toMatch(/Hemtjänsten|Vi ser/);
    expect(JSON.stringify(play.now).length).toBeLessThan(6_000);
  });

  it('gives the same state when its log is replayed', () => {
    const play = new Play().signed();
    dispute(play);
    inDispute(play, 'answer-dispute', { answer: 'concede', reason }, REGION);
    const migration = (): never => {
      throw new Error('there is one version only');
    };
    const log = deserialize(serialize(play.log)) as typeof play.log;
    expect(replay(log, { version: () => settlement, migration }).at(-1)?.state).toEqual(play.now);
  });

  it('says everything in both languages, and cites rules of the table', () => {
    const commands = [settlement.open, ...settlement.commands];
    const declared = settlement.machines.flatMap((machine) => Object.values(machine.duties));
    const texts = [
      ...commands.flatMap(({ label, consequence, possibleWhen, refuse }) => [
        ...[label, consequence, possibleWhen],
        ...refuse.map(({ why }) => why),
      ]),
      ...declared.flatMap(({ title, waitsFor }) => [title, waitsFor]),
      ...Object.values(SETTLEMENT_WORDS),
      ...Object.values(DISPUTE_WORDS),
      ...Object.values(SILENCE_WORDS),
    ];
    for (const { sv, en } of texts) {
      expect(sv).not.toBe(en);
      expect(sv).not.toMatch(/\b(the|and|of|with|is)\b/i);
      expect(en).not.toMatch(/\b(och|att|som|det)\b|[åäö]/i);
    }
    const cited = [
      ...commands.flatMap(({ rule, refuse }) => [rule, ...refuse.map((each) => each.rule)]),
      ...declared.map(({ rule }) => rule),
    ];
    expect(cited.filter((citation) => !isCitation(citation))).toEqual([]);
  });

  it.each([
    ['a municipality that settles with nobody here', { municipality: '2460' }, 'rule'],
    ['a month that is not over', { month: '2026-03' }, 'rule'],
    ['no month', { month: '2026-13' }, 'payload'],
  ])('is not opened for %s', (_what, change, because) => {
    const play = new Play();
    expect(play.open(change)).toBe(because);
    expect(play.state).toBeNull();
  });
});

describe('a disputed row', () => {
  it('stays out of the lock in the individual model, and is invoiced by itself when it counts', () => {
    const play = disputed();
    play.give('review-settlement', { by: UMEA, on: '03-04' });
    play.give('sign-for-region', { by: REGION, on: '03-05' });
    expect(sum(play)).toMatchObject({
      withDisputed: { totalOre: 3_480_000, paidDays: 3 },
      undisputed: { totalOre: 2_320_000, paidDays: 2 },
      ...{ disputedDays: 1, disputedOre: 1_160_000 },
    });
    play.give('sign-for-municipality', { by: UMEA, on: '03-06' });
    expect(play.log.at(-1)?.given['attested']).toMatchObject({ undisputed: { paidDays: 2 } });
    play.give('note-invoice', { by: REGION, on: '03-06', payload: { number: 'F1' } });
    expect([owed(play), play.now.closedAt]).toEqual([0, null]);
    inDispute(play, 'answer-dispute', { answer: 'maintain', reason });
    expect(duties(play)).toEqual(['avgor-bestridande region-betalning']);
    inDispute(play, 'decide-dispute', decided('counts'), REGION, '03-20');
    expect([owed(play), duties(play)]).toEqual([1_160_000, ['fakturera region-betalning']]);
    play.give('note-invoice', { by: REGION, on: '03-21', payload: { number: 'F2' } });
    expect(settlementContext(play.now).invoices.map(({ ore }) => ore)).toEqual([
      2_320_000, 1_160_000,
    ]);
    expect(play.now.closedAt).toBe('2026-03-21T08:00:00.000Z');
  });

  it('is reckoned with and without in an average, and the difference is the disputed sum', () => {
    const play = new Play(average);
    play.open();
    dispute(play, 'p2.2026-02-10');
    expect(sum(play)).toEqual({
      withDisputed: {
        ...{ days: 9, paidDays: 3, averageDays: 4.5, excessDays: 3, totalOre: 3_480_000 },
      },
      undisputed: {
        ...{ days: 8, paidDays: 3, averageDays: 4, excessDays: 2, totalOre: 2_320_000 },
      },
      ...{ disputedDays: 1, disputedOre: 1_160_000 },
    });
  });

  it('may take the average of several months under the threshold, and the money with it', () => {
    const play = new Play(gated);
    play.open();
    const months = ['2025-12', '2026-01', '2026-02'];
    dispute(play, 'p2.2026-02-10');
    expect(sum(play)).toMatchObject({
      withDisputed: {
        ...{ excessDays: 3, totalOre: 3_480_000, triggered: true },
        combined: { months, n: 6, sumDays: 19, averageDays: 19 / 6 },
      },
      undisputed: {
        ...{ excessDays: 2, totalOre: 0, triggered: false },
        combined: { months, n: 6, sumDays: 18, averageDays: 3 },
      },
      disputedOre: 3_480_000,
    });
  });

  it('says what the months come to, and no money, where their threshold is not known', () => {
    const play = new Play({ ...gated, threshold: null });
    play.open();
    expect(sum(play).undisputed).toMatchObject({
      ...{ excessDays: null, totalOre: null, triggered: null },
      combined: { averageDays: 19 / 6 },
    });
  });

  it('costs nothing where no money is shown: its day is left out of the count', () => {
    const play = new Play({
      ...individual,
      model: 'analysisOnly',
      totals: { ...individual.totals, paidDays: 0, totalOre: null },
    });
    play.open();
    dispute(play);
    expect(sum(play)).toMatchObject({
      withDisputed: { days: 9, totalOre: null },
      undisputed: { days: 8, totalOre: null },
      disputedOre: null,
    });
    lock(play);
    expect([owed(play), duties(play)]).toEqual([0, ['svara-pa-bestridande region-betalning']]);
  });

  it('makes the region sign anew', () => {
    const play = new Play().signed();
    expect(dispute(play, ROW, '03-06')).toBe('played');
    expect([word(play), duties(play)]).toEqual([
      'reviewed',
      ['svara-pa-bestridande region-betalning', 'underskrift-region region-betalning'],
    ]);
    play.give('sign-for-region', { by: REGION, on: '03-06' });
    inDispute(play, 'answer-dispute', { answer: 'concede', reason }, REGION, '03-06');
    expect(word(play)).toBe('reviewed');
    expect(sum(play)).toMatchObject({
      ...{ undisputed: { totalOre: 2_320_000 }, withDisputed: { totalOre: 2_320_000 } },
      disputedDays: 0,
    });
  });

  it('counts as before when it is taken back', () => {
    const play = disputed();
    inDispute(play, 'withdraw-dispute', {}, UMEA);
    expect(sum(play)).toMatchObject({ undisputed: { totalOre: 3_480_000 }, disputedDays: 0 });
    expect(duties(play)).toEqual(['granska-underlag umea-betalning']);
  });

  it('may be decided in the municipality’s favour after the lock; the figures that were locked stay', () => {
    const play = disputed();
    lock(play);
    const lockedAs = play.log.at(-1)?.given['attested'];
    inDispute(play, 'answer-dispute', { answer: 'maintain', reason }, REGION, '03-07');
    inDispute(play, 'decide-dispute', decided('removed'), REGION, '03-20');
    expect(owed(play)).toBe(2_320_000);
    expect(play.log.find(({ type }) => type === 'sign-for-municipality')?.given['attested']).toBe(
      lockedAs,
    );
  });

  it('is gone when a new computation has it no more, and weighs what the new one says', () => {
    const play = disputed();
    dispute(play, OTHER_ROW);
    const dearer = { paid: true, ore: 1_200_000 };
    play.corrected(
      {
        ...individual,
        totals: { ...individual.totals, days: 8, paidDays: 2, totalOre: 2_360_000 },
      },
      { [OTHER_ROW]: dearer },
    );
    expect(play.give('recompute', { by: REGION, on: '03-05' })).toBe('played');
    expect(disputesOf(play.now).map((each) => each.word)).toEqual(['gone', 'asked']);
    expect(settlementContext(play.now).disputes).toMatchObject([{ row: OTHER_ROW, ...dearer }]);
    expect(sum(play).undisputed.totalOre).toBe(1_160_000);
  });
});

describe('silence', () => {
  const meanings: readonly (readonly [Silence, string, number, number])[] = [
    ['row-falls', 'removed', 2_320_000, 2_320_000],
    ['row-stands', 'counts', 3_480_000, 3_480_000],
    ['joint-group', 'joint-group', 2_320_000, 3_480_000],
  ];

  it.each(meanings)(
    '"%s" is read from the deadline, and noted when somebody says so',
    (bestridandeSilence, becomes, undisputed, withDisputed) => {
      const play = new Play(individual, { ...settlementAssumed, bestridandeSilence });
      play.open();
      dispute(play);
      const before = '2026-03-17T22:00:00.000Z';
      const after = '2026-03-18T08:00:00.000Z';
      expect(sum(play, before)).toMatchObject({ undisputed: { totalOre: 2_320_000 } });
      expect(sum(play, before).withDisputed.totalOre).toBe(3_480_000);
      expect(sum(play, after)).toMatchObject({
        ...{ undisputed: { totalOre: undisputed }, withDisputed: { totalOre: withDisputed } },
      });
      // Nothing has moved: no timer changes a state.
      expect(disputesOf(play.now)[0]?.word).toBe('asked');
      const late = { answer: 'concede', reason };
      const answered = inDispute(new PlayOf(play), 'answer-dispute', late, REGION, '03-18');
      expect(answered).toBe(bestridandeSilence === 'joint-group' ? 'played' : 'rule');
      expect(inDispute(play, 'note-silence', {}, UMEA, '03-18')).toBe('played');
      expect(disputesOf(play.now)[0]?.word).toBe(becomes);
      expect(sum(play, after).undisputed.totalOre).toBe(undisputed);
    },
  );
});

describe('what is locked', () => {
  it('is opened only by both; what was invoiced is set off, and too much is credited', () => {
    const play = new Play().locked();
    play.give('note-invoice', { by: REGION, on: '03-09', payload: { number: 'F1' } });
    play.give('ask-to-reopen', { by: UMEA, on: '03-10', payload: { reason } });
    expect([word(play), duties(play)]).toEqual([
      'reopening',
      ['svara-pa-oppning region-betalning'],
    ]);
    play.give('agree-to-reopen', { by: REGION, on: '03-11' });
    expect(word(play)).toBe('draft');
    play.corrected(
      { ...individual, totals: { ...individual.totals, paidDays: 2, totalOre: 2_320_000 } },
      rows,
    );
    play.give('recompute', { by: REGION, on: '03-11' });
    lock(play, '03-12');
    expect([owed(play), duties(play)]).toEqual([-1_160_000, ['fakturera region-betalning']]);
    expect(play.give('note-invoice', { by: REGION, on: '03-13', payload: { number: 'F2' } })).toBe(
      'rule',
    );
    play.give('note-credit', { by: REGION, on: '03-13', payload: { number: 'K1' } });
    expect(settlementContext(play.now).invoices.map(({ ore }) => ore)).toEqual([
      3_480_000, -1_160_000,
    ]);
    expect(play.now.closedAt).not.toBeNull();
  });

  it('stays locked when the other side says no', () => {
    const play = reopening();
    const before: CaseState = play.now;
    play.give('decline-to-reopen', { by: REGION, on: '03-11', payload: { reason } });
    expect(word(play)).toBe('locked');
    expect(sumAt(settlementContext(play.now), AT_LOCK)).toEqual(
      sumAt(settlementContext(before), AT_LOCK),
    );
  });
});

describe('the due times', () => {
  it('are the ends of local days that the agreement names', () => {
    const play = disputed();
    const due = ({ now }: Play) =>
      Object.fromEntries(now.duties.map((duty) => [duty.key, duty.due]));
    // The clock changes on 29 March: the end of that day lies an hour earlier in UTC.
    expect(due(play)).toEqual({
      'granska-underlag': '2026-03-12T23:00:00.000Z',
      'svara-pa-bestridande': '2026-03-17T23:00:00.000Z',
    });
    play.give('review-settlement', { by: UMEA, on: '03-20' });
    expect(due(play)['underskrift-region']).toBe('2026-03-30T22:00:00.000Z');
    play.give('sign-for-region', { by: REGION, on: '03-21' });
    expect(due(play)['underskrift-kommun']).toBe('2026-03-31T22:00:00.000Z');
    play.give('sign-for-municipality', { by: UMEA, on: '03-22' });
    expect(due(play)['fakturera']).toBe('2026-04-21T22:00:00.000Z');
    inDispute(play, 'answer-dispute', { answer: 'maintain', reason }, REGION, '03-22');
    expect(due(play)['avgor-bestridande']).toBe('2026-04-21T22:00:00.000Z');
    play.give('ask-to-reopen', { by: REGION, on: '03-23', payload: { reason } });
    expect(due(play)['svara-pa-oppning']).toBe('2026-04-06T22:00:00.000Z');
  });
});
