import { blockingDuty } from '@hemgang/engine';
import { situations } from './situations.testing';
import { at, patient, socialNeeds, Stay } from './stay.testing';
import { units } from './units.testing';
import { why } from './why';
import { discharge } from './workflow';

const physician = 'Karin Åström';
const unit = (id: string) => units[id] ?? { name: '?', phone: '?' };

const told = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: socialNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });

/** All sentences stand in README.md, where a changed one shows; here is what they have in common. */
describe('why the patient is still here', () => {
  const told40 = situations.map(({ words, stay, asked }) => {
    const { state } = stay();
    const now = at(asked);
    return {
      words,
      sentence: why(state, now, unit),
      duty: blockingDuty(discharge, state, now),
      state,
    };
  });

  it('is told for forty situations', () => {
    expect(situations.length).toBeGreaterThanOrEqual(40);
    expect(new Set(situations.map(({ words }) => words)).size).toBe(situations.length);
  });

  it.each(told40)('$words: names who must do something, and how to reach them', (told) => {
    const { duty, sentence, state } = told;
    if (duty === undefined) {
      expect(state.duties).toEqual([]);
      expect(sentence.sv).toMatch(/^(Patienten (vårdas|har|skulle)|Ärendet är makulerat:) .*\.$/);
      return;
    }
    const { name, phone } = unit(duty.unit);
    expect(sentence.sv).toContain(`Väntar på att ${name} (tfn ${phone}) `);
    expect(sentence.en).toContain(`Waiting for ${name} (phone ${phone}) to `);
  });

  it('says nothing of the patient', () => {
    for (const { sentence } of told40) {
      expect(sentence.sv + sentence.en).not.toMatch(/Elsa|Sjöström|19460529|Storgatan|Åström/);
    }
  });

  it('speaks of both languages with the same numbers', () => {
    for (const { sentence } of told40) {
      expect(sentence.en.match(/\d+/g)).toEqual(sentence.sv.match(/\d+/g));
    }
  });
});

describe('of several open duties the one is told', () => {
  it('that blocks most', () => {
    const { state } = told();
    expect(blockingDuty(discharge, state, at('2026-03-02 11:00'))?.key).toBe('kvittens');
  });

  it('that is overdue, whatever it blocks', () => {
    const { state } = told().give('2026-03-02 11:00', 'acknowledge');
    expect(blockingDuty(discharge, state, at('2026-03-02 12:00'))?.key).toBe('svar');
    const answered = told()
      .give('2026-03-02 11:00', 'acknowledge')
      .give('2026-03-02 11:30', 'answer', { answer: 'not-known' })
      .give('2026-03-02 12:00', 'state-can-receive-from', {
        canReceiveFrom: at('2026-03-05 08:00'),
      })
      .give('2026-03-02 13:00', 'change-expected-discharge', {
        expectedDischargeAt: at('2026-03-02 14:00'),
      });
    expect(blockingDuty(discharge, answered.state, at('2026-03-02 13:30'))?.key).toBe('kvittens');
    expect(blockingDuty(discharge, answered.state, at('2026-03-02 14:30'))?.key).toBe(
      'beraknad-utskrivning',
    );
  });

  it('that is due first, of two that weigh the same', () => {
    const { state } = new Stay()
      .give('2026-03-02 08:00', 'admit', { patient, needs: socialNeeds, physician })
      .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
        receivers: ['umea-bistand', 'vannas-bistand'],
        expectedDischargeAt: at('2026-03-06 12:00'),
      })
      .give('2026-03-02 10:30', 'acknowledge', {}, { handover: 'h2-1' })
      .give('2026-03-02 10:40', 'change-expected-discharge', {
        expectedDischargeAt: at('2026-03-07 12:00'),
      });
    expect(blockingDuty(discharge, state, at('2026-03-02 11:00'))?.id).toBe('h2-2.kvittens.2');
  });

  it('and the same each time', () => {
    const { state } = told();
    const now = at('2026-03-02 11:00');
    const turned = { ...state, duties: [...state.duties].reverse() };
    expect(blockingDuty(discharge, turned, now)).toEqual(blockingDuty(discharge, state, now));
  });
});

describe('a due time at midnight', () => {
  it('is told as the end of the day before', () => {
    const { state } = told()
      .give('2026-03-02 11:00', 'acknowledge')
      .give('2026-03-02 11:05', 'answer', { answer: 'not-known' })
      .give('2026-03-02 11:10', 'start-planning')
      .give('2026-03-02 11:30', 'mark-utskrivningsklar', {
        physician,
        judgedAt: at('2026-03-02 11:20'),
      })
      .give('2026-03-02 11:40', 'acknowledge');
    expect(why(state, at('2026-03-02 11:50'), unit).sv).toMatch(/klart senast ons 4\/3 24:00\.$/);
  });
});
