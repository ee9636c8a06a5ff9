import type { DutyDeclaration } from '@hemgang/engine';
import { LADDER, type SettlementAgreement } from '@workflows/agreement';
import { otherSide, type SettlementContext } from './context';
import type { DisputeContext } from './dispute';
import { daysAfter } from './updates';

export type SettlementDuty =
  | 'granska-underlag'
  | 'underskrift-region'
  | 'underskrift-kommun'
  | 'fakturera'
  | 'svara-pa-oppning';

export type DisputeDuty = 'svara-pa-bestridande' | 'avgor-bestridande';

type Duty = DutyDeclaration<SettlementContext, SettlementAgreement>;
type OfDispute = DutyDeclaration<DisputeContext, SettlementAgreement>;

const rule = 'avtal avrakning';
const ladder = LADDER.administration;
const urgency = 'ordinary';

/** Nobody lies in hospital for it. */
const weight = 9;

const ofRegion = {
  rule,
  ladder,
  urgency,
  weight,
  owner: ({ region }: SettlementContext) => region,
} as const;
const ofMunicipality = {
  rule,
  ladder,
  urgency,
  weight,
  owner: ({ payer }: SettlementContext) => payer,
} as const;

const granskaUnderlag: Duty = {
  ...ofMunicipality,
  title: { sv: 'Granska månadens underlag', en: 'Review the basis of the month' },
  waitsFor: { sv: 'granskar månadens underlag', en: 'review the basis of the month' },
  since: ({ computed }) => computed.at,
  due: ({ computed }, { granskningDays }) => daysAfter(computed.at, granskningDays),
  outcomes: { 'review-settlement': 'fulfilled' },
};

const reviewedAt = ({ reviewedAt: at, computed }: SettlementContext) => at ?? computed.at;

const underskriftRegion: Duty = {
  ...ofRegion,
  title: { sv: 'Skriv under för regionen', en: 'Sign for the region' },
  waitsFor: { sv: 'skriver under för regionen', en: 'sign for the region' },
  since: reviewedAt,
  due: (context, { underskriftDays }) => daysAfter(reviewedAt(context), underskriftDays),
  // With new figures there is nothing to sign until they have been reviewed.
  outcomes: { 'sign-for-region': 'fulfilled', recompute: 'withdrawn' },
};

const signedAt = ({ signed, computed }: SettlementContext) => signed?.toldAt ?? computed.at;

const underskriftKommun: Duty = {
  ...ofMunicipality,
  title: { sv: 'Skriv under för kommunen', en: 'Sign for the municipality' },
  waitsFor: { sv: 'skriver under för kommunen', en: 'sign for the municipality' },
  since: signedAt,
  due: (context, { underskriftDays }) => daysAfter(signedAt(context), underskriftDays),
  // The region's signature does not hold for other figures.
  outcomes: {
    'sign-for-municipality': 'fulfilled',
    'withdraw-signature': 'withdrawn',
    'dispute-row': 'withdrawn',
    'dispute-settled': 'withdrawn',
  },
};

const owedSince = ({ owedSince: at, computed }: SettlementContext) => at ?? computed.at;

const fakturera: Duty = {
  ...ofRegion,
  title: { sv: 'Fakturera, eller kreditera', en: 'Make out the invoice, or the credit' },
  waitsFor: { sv: 'fakturerar eller krediterar', en: 'make out the invoice or the credit' },
  since: owedSince,
  due: (context, { fakturaDays }) => daysAfter(owedSince(context), fakturaDays),
  outcomes: {
    'note-invoice': 'fulfilled',
    'note-credit': 'fulfilled',
    'dispute-settled': 'lapsed',
    'agree-to-reopen': 'withdrawn',
  },
};

const askedAt = ({ reopening, computed }: SettlementContext) => reopening?.at ?? computed.at;

const svaraPaOppning: Duty = {
  rule,
  ladder,
  urgency,
  weight,
  title: {
    sv: 'Svara om avräkningen ska öppnas',
    en: 'Answer whether the settlement is to be opened',
  },
  waitsFor: {
    sv: 'svarar om avräkningen ska öppnas',
    en: 'answer whether the settlement is to be opened',
  },
  owner: (context) => otherSide(context, context.reopening?.by ?? context.region),
  since: askedAt,
  due: (context, { oppningDays }) => daysAfter(askedAt(context), oppningDays),
  outcomes: { 'agree-to-reopen': 'fulfilled', 'decline-to-reopen': 'fulfilled' },
};

/** What one settlement waits for, beside its disputes. */
export const settlementDuties: Readonly<Record<SettlementDuty, Duty>> = {
  'granska-underlag': granskaUnderlag,
  'underskrift-region': underskriftRegion,
  'underskrift-kommun': underskriftKommun,
  fakturera,
  'svara-pa-oppning': svaraPaOppning,
};

const ofRegionInDispute = {
  rule: 'avtal bestridande',
  ladder,
  urgency,
  weight,
  owner: ({ region }: DisputeContext) => region,
} as const;

const svaraPaBestridande: OfDispute = {
  ...ofRegionInDispute,
  title: { sv: 'Svara på bestridandet', en: 'Answer the dispute' },
  waitsFor: { sv: 'svarar på bestridandet', en: 'answer the dispute' },
  since: ({ openedAt }) => openedAt,
  due: ({ answerBy }) => answerBy,
  outcomes: {
    'answer-dispute': 'fulfilled',
    // Nobody answered: what that means is agreed.
    'note-silence': 'lapsed',
    'withdraw-dispute': 'withdrawn',
    'row-gone': 'withdrawn',
  },
};

const handedOverAt = ({ handedOverAt: at, openedAt }: DisputeContext) => at ?? openedAt;

const avgorBestridande: OfDispute = {
  ...ofRegionInDispute,
  title: {
    sv: 'Ta bestridandet till den gemensamma gruppen',
    en: 'Bring the dispute to the joint group',
  },
  waitsFor: {
    sv: 'får bestridandet avgjort i den gemensamma gruppen',
    en: 'have the dispute decided by the joint group',
  },
  since: handedOverAt,
  due: (context, { gruppDays }) => daysAfter(handedOverAt(context), gruppDays),
  outcomes: {
    'decide-dispute': 'fulfilled',
    'withdraw-dispute': 'withdrawn',
    'row-gone': 'withdrawn',
  },
};

/** What one dispute waits for. */
export const disputeDuties: Readonly<Record<DisputeDuty, OfDispute>> = {
  'svara-pa-bestridande': svaraPaBestridande,
  'avgor-bestridande': avgorBestridande,
};
