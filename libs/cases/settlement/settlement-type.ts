import { waitingFor } from '@hemgang/engine';
import { municipalityName, type Text } from '@hemgang/kernel';
import { policyById } from '@workflows/payment';
import {
  outstandingOre,
  SETTLEMENT_WORDS,
  settlementContext,
  sumAt,
  type SettlementContext,
} from '@workflows/settlement';
import { CASE_FIELDS, LINE_FIELDS } from '../case-fields';
import type { CaseType, Told } from '../case-type';
import { unitView } from '../names';
import { sharedLine, sharedView, type OwnWords } from '../shared-view';
import { eventView } from '../timeline';
import { disputeViews } from './dispute-views';
import { evidenceViews } from './evidence-views';
import { differenceView, rowViews } from './row-views';
import type { SettlementFactsView, SettlementSummaryView, SettlementView } from './settlement-view';
import { versionsHeld } from './versions-held';

const NOTHING_OWED: Text = {
  sv: 'Avräkningen är klar: båda har skrivit under och inget återstår att fakturera.',
  en: 'The settlement is done: both have signed and nothing is left to invoice.',
};

const settlementWords: OwnWords = {
  words: SETTLEMENT_WORDS,
  why: (state, now, unit, workflow) => waitingFor(workflow, state, now, unit) ?? NOTHING_OWED,
  mainParty: (state, unit) => (unit === settlementContext(state).region ? 'region' : 'payer'),
};

/** Settlements of a municipality's month. Both sides see all of it; only the region whose rows are. */
export const settlementType: CaseType<SettlementView, SettlementSummaryView> = {
  tellsLog: true,
  fields: { ...CASE_FIELDS, settlement: 'money' },
  lineFields: { ...LINE_FIELDS, municipality: 'frame', month: 'frame' },

  view(told) {
    const shared = sharedView(told, settlementWords);
    // The rows are told below, once; an entry says only that there are some.
    const entries = shared.entries.map((entry) =>
      entry.body['underlag'] === undefined ? entry : { ...entry, body: {} },
    );
    return Promise.resolve({ ...shared, entries, settlement: factsView(told) });
  },

  line(row, reader) {
    const { municipality, month } = settlementContext(row.case.state);
    const shared = sharedLine(row, SETTLEMENT_WORDS, reader.language);
    return { ...shared, municipality: municipalityView(municipality), month };
  },

  events(told, events) {
    return events.map((event) => eventView(told, event));
  },
};

function factsView(told: Told): SettlementFactsView {
  const { rows, reader, directory, now } = told;
  const context = settlementContext(rows.case.state);
  const { basis, disputes, locked } = context;
  const versions = versionsHeld(rows.contents);
  const newest = versions.at(-1);
  const { inputHash, totals } = basis;
  return {
    municipality: municipalityView(context.municipality),
    month: context.month,
    region: unitView(directory, context.region),
    payer: unitView(directory, context.payer),
    policy: policyView(context, reader.language),
    ...{ inputHash, totals },
    ...sumAt(context, now),
    signedAt: context.signed?.at ?? null,
    locked: locked && { at: locked.at, ...locked.sum },
    invoices: context.invoices,
    outstandingOre: outstandingOre(context),
    rows: newest === undefined ? [] : rowViews(newest, disputes, reader.language),
    versions: versions.map(({ event, computedAt, underlag }) => ({
      ...{ event, computedAt },
      rows: underlag.rows.length,
    })),
    difference: differenceView(versions, disputes, reader.language),
    disputes: disputeViews(told),
    evidence: newest === undefined ? [] : evidenceViews(newest, reader.language),
    amounts: newest?.underlag.amounts ?? [],
  };
}

/** The policy by its name; one that this program has no more keeps its id. */
function policyView(
  { basis: { policy, model } }: SettlementContext,
  language: 'sv' | 'en',
): SettlementFactsView['policy'] {
  return { ...policy, model, title: policyById(policy.id)?.title[language] ?? policy.id };
}

function municipalityView(code: string): SettlementSummaryView['municipality'] {
  return { code, name: municipalityName(code) };
}
