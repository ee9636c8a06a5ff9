import type { LineAt, RegisteredWorkflow, ViewAt } from '@hemgang/cases';
import type { z } from 'zod';
import * as avvikelse from './avvikelse-schemas';
import * as discharge from './discharge-schemas';
import { pascal } from './names';
import * as settlement from './settlement-schemas';
import * as sip from './sip-schemas';

/** What the cases of a type look like. */
interface CaseSchemas<Path extends string = string> {
  readonly view: z.ZodObject & z.ZodType<ViewAt<Path>>;
  readonly summary: z.ZodObject & z.ZodType<LineAt<Path>>;
  /** Parts of the view that the document names. */
  readonly parts: Readonly<Record<string, z.ZodType>>;
}

const discharges: CaseSchemas<'discharges'> = {
  view: discharge.dischargeView,
  summary: discharge.dischargeSummary,
  parts: {
    Handover: discharge.handover,
    Move: discharge.move,
    ReadinessItem: discharge.readiness,
    Delay: discharge.delay,
    DelaySlice: discharge.delaySlice,
    DelaySuggestion: discharge.delaySuggestion,
    PreviousStay: discharge.previousStay,
    Contact: discharge.contact,
    MunicipalTransfer: discharge.municipalTransfer,
    Municipality: discharge.municipality,
    MissingFact: discharge.missing,
    JointAnswer: discharge.jointAnswer,
  },
};

const sips: CaseSchemas<'sips'> = {
  view: sip.sipView,
  summary: sip.sipSummary,
  parts: {
    Consent: sip.givenConsent,
    Participant: sip.participant,
    ProposedTimes: sip.proposedTimes,
    Meeting: sip.meeting,
    PlanVersion: sip.planVersion,
    PlanChange: sip.planChange,
    NamedContact: sip.namedContact,
    StayToLink: sip.stayToLink,
    PlanDraft: sip.planDraft,
  },
};

const settlements: CaseSchemas<'settlements'> = {
  view: settlement.settlementView,
  summary: settlement.settlementSummary,
  parts: {
    SettlementFacts: settlement.settlementFacts,
    SettlementRow: settlement.settlementRow,
    SettlementFigures: settlement.figures,
    SettlementDifference: settlement.settlementDifference,
    SettlementDispute: settlement.dispute,
    SettlementEvidence: settlement.evidence,
    SettlementVersion: settlement.settlementVersion,
    RowIdentity: settlement.rowIdentity,
  },
};

const avvikelser: CaseSchemas<'avvikelser'> = {
  view: avvikelse.avvikelseView,
  summary: avvikelse.avvikelseSummary,
  parts: {
    AvvikelseFacts: avvikelse.avvikelseFacts,
    AvvikelsePatterns: avvikelse.avvikelsePatterns,
    AvvikelseLine: avvikelse.avvikelseLine,
  },
};

const ALL: Readonly<Record<string, CaseSchemas>> = { discharges, sips, settlements, avvikelser };

/** What the cases at a path look like. @throws Error for a path that nobody has described */
export function caseSchemasAt(path: string): CaseSchemas {
  const found = ALL[path];
  if (found === undefined) throw new Error(`cases at "${path}" are not described`);
  return found;
}

/** The component for a case of a type: `DischargeView`. */
export function viewName({ definition }: RegisteredWorkflow): string {
  return `${pascal(definition.type)}View`;
}

/** The component for a case of a type in a list: `DischargeSummary`. */
export function summaryName({ definition }: RegisteredWorkflow): string {
  return `${pascal(definition.type)}Summary`;
}
