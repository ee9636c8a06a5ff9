import { sample } from '@hemgang/engine';
import type { Basis, SettlementInput } from './context';
import type { BasisGiven } from './given';

const AT = '2026-03-02T08:00:00.000Z';

const basis: Basis = {
  inputHash: 'a'.repeat(64),
  policy: { id: 'lag-2017-612', version: 1 },
  model: 'individual',
  threshold: null,
  orePerDay: null,
  totals: {
    stays: 2,
    days: 9,
    paidDays: 3,
    averageDays: 4.5,
    skrAverageDays: 4.5,
    totalOre: 3_480_000,
    simulatedOre: null,
  },
  rows: 9,
};

export const settlementInputSample: SettlementInput = {
  region: 'region-betalning',
  payer: 'umea-betalning',
  municipality: '2480',
  month: '2026-02',
  terms: { answerDays: 14, silence: 'joint-group' },
  basis,
  computed: { event: 1, at: AT },
};

const given: { readonly basis: BasisGiven } = {
  basis: { ...basis, payer: 'umea-betalning', disputed: {} },
};

const region = { person: 'a', unit: 'region-betalning', assignment: 'a' };
const municipality = { person: 'b', unit: 'umea-betalning', assignment: 'b' };

/** One of every event that a settlement handles. */
export const settlementSamples = [
  sample('open-settlement', { municipality: '2480', month: '2026-02' }, { seq: 1, given }),
  sample('recompute', {}, { given, actor: region }),
  sample('review-settlement', {}, { actor: municipality }),
  sample(
    'dispute-row',
    { row: 'p1.2026-02-05' },
    { seq: 4, actor: municipality, given: { row: { paid: true, ore: 1_160_000 } } },
  ),
  sample('sign-for-region', {}, { actor: region }),
  sample('withdraw-signature', {}, { actor: region }),
  sample('sign-for-municipality', {}, { actor: municipality }),
  sample('note-invoice', { number: 'F2026-1042' }, { actor: region }),
  sample('note-credit', { number: 'K2026-0007' }, { actor: region }),
  sample('ask-to-reopen', {}, { actor: municipality }),
  sample('agree-to-reopen', {}, { actor: region }),
  sample('decline-to-reopen', {}, { actor: region }),
  sample('dispute-answered', {}, { from: 'd4' }),
  sample('dispute-settled', { as: 'removed' }, { from: 'd4' }),
];

export const disputeInputSample = {
  region: 'region-betalning',
  payer: 'umea-betalning',
  row: 'p1.2026-02-05',
  openedAt: AT,
  answerBy: '2026-03-16T23:00:00.000Z',
  silence: 'joint-group' as const,
};

/** One of every event that a dispute handles. */
export const disputeSamples = [
  sample('write-in-dispute', { dispute: 'd4' }, { actor: municipality }),
  sample('answer-dispute', { dispute: 'd4', answer: 'concede' }, { actor: region }),
  sample('answer-dispute', { dispute: 'd4', answer: 'maintain' }, { actor: region }),
  sample('decide-dispute', { dispute: 'd4', outcome: 'counts' }, { actor: region }),
  sample('decide-dispute', { dispute: 'd4', outcome: 'removed' }, { actor: region }),
  sample('note-silence', { dispute: 'd4' }, { actor: municipality }),
  sample('withdraw-dispute', { dispute: 'd4' }, { actor: municipality }),
  sample('row-gone'),
];
