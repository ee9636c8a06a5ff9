import { HANDOVER_WORDS, handoverWord, type HandoverWord } from '@workflows/handover';
import { at, patient, socialNeeds, Stay } from './stay.testing';

const physician = 'Karin Åström';

const told = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: socialNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });
const acknowledged = () => told().give('2026-03-02 11:00', 'acknowledge');
const answered = () => acknowledged().give('2026-03-02 12:00', 'answer', { answer: 'not-known' });
const planning = () => answered().give('2026-03-02 13:00', 'start-planning');
const ready = () => planning().give('2026-03-03 13:00', 'report-ready');
const leaving = () =>
  ready()
    .give('2026-03-04 09:00', 'mark-utskrivningsklar', {
      physician,
      judgedAt: at('2026-03-04 08:30'),
    })
    .give('2026-03-04 13:00', 'discharge');

const removed = () =>
  told()
    .give('2026-03-02 11:00', 'add-receiver', { unit: 'vannas-bistand' })
    .give('2026-03-02 12:00', 'remove-receiver', { receiver: 'h2-1', reason: 'Behövs inte.' });

const word = (stay: Stay): HandoverWord => handoverWord(stay.state.machines['h2-1']!);

const words: readonly (readonly [HandoverWord, () => Stay])[] = [
  ['notified', told],
  ['acknowledged', acknowledged],
  ['answered', answered],
  ['planning', planning],
  ['ready', ready],
  ['leaving', leaving],
  ['taken-over', () => leaving().give('2026-03-04 17:00', 'take-over')],
  [
    'nobody-came',
    () =>
      leaving().give('2026-03-04 17:00', 'register-call', {
        calledBy: 'relative',
        outcome: 'nobody-came',
      }),
  ],
  ['nothing-owed', () => acknowledged().give('2026-03-02 12:00', 'answer', { answer: 'declined' })],
  ['rejected', () => told().give('2026-03-02 11:00', 'reject', { reason: 'Bor i Vännäs.' })],
  ['withdrawn', () => told().give('2026-03-02 11:00', 'withdraw-party', { reason: 'Flyttar.' })],
  ['removed', removed],
  ['ended', () => told().give('2026-03-02 11:00', 'register-death')],
];

describe('the word for a handover', () => {
  it.each(words)('is %s', (expected, stay) => {
    expect(word(stay())).toBe(expected);
  });

  it('stays taken over when the patient dies or is readmitted afterwards', () => {
    const over = leaving().give('2026-03-04 17:00', 'take-over').state.machines['h2-1']!;
    expect(handoverWord({ ...over, value: 'ended' })).toBe('taken-over');
  });

  it('tells of the way home from a korttids', () => {
    const there = ready()
      .give('2026-03-03 14:00', 'plan-destination', { destination: 'korttids' })
      .give('2026-03-04 09:00', 'mark-utskrivningsklar', {
        physician,
        judgedAt: at('2026-03-04 08:30'),
      })
      .give('2026-03-04 13:00', 'discharge')
      .give('2026-03-04 14:00', 'take-over');
    const wordOf = () => handoverWord(there.state.machines['hc10']!);
    expect([word(there), wordOf()]).toEqual(['taken-over', 'at-korttids']);
    there.give('2026-03-05 09:00', 'stay-on', {}, { handover: 'hc10' });
    expect(wordOf()).toBe('stays-on');
  });

  it('stays what it was when something new comes that is not acknowledged', () => {
    const news = planning().give('2026-03-03 09:00', 'change-expected-discharge', {
      expectedDischargeAt: at('2026-03-09 12:00'),
    });
    expect(word(news)).toBe('planning');
    expect(news.duty('kvittens').unit).toBe('umea-bistand');
  });

  it('goes back when the patient is worse, since what was ready may no longer be what is needed', () => {
    const worse = ready()
      .give('2026-03-04 09:00', 'mark-utskrivningsklar', {
        physician,
        judgedAt: at('2026-03-04 08:30'),
      })
      .give('2026-03-04 15:00', 'withdraw-utskrivningsklar', { reason: 'Feber.' });
    expect(word(worse)).toBe('planning');
    expect(worse.duty('beredskap').id).toBe('h2-1.beredskap.8');
  });

  it('is ready without planning first: who needs no planning says so', () => {
    expect(word(told().give('2026-03-02 11:00', 'report-ready'))).toBe('ready');
  });

  it('is one of the words that people can read', () => {
    // Two words belong to the going home from a korttids.
    const others = ['at-korttids', 'stays-on', 'struck'];
    const found = [...words.map(([each]) => each), ...others].sort();
    expect(found).toEqual(Object.keys(HANDOVER_WORDS).sort());
  });
});
