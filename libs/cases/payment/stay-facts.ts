import { localDate, type Instant } from '@hemgang/kernel';
import type { Needs } from '@workflows/discharge';
import {
  inOrder,
  policyFor,
  type CareType,
  type PaymentFacts,
  type PaymentPolicy,
} from '@workflows/payment';
import { factOf, standingLines, type CaseLog, type StandingLine, type Told } from './log-line';
import { payingMunicipalities, type PayingMunicipality } from './paying';
import { ReceivingUnits } from './receiving-units';
import { sipFacts } from './sip-facts';
import {
  admissionTold,
  endsOf,
  inForce,
  judgements,
  leavesOf,
  noticesOf,
  openCareOf,
  oppositionOf,
  type DraftEvent,
} from './told-facts';

/** What the directory says of the units that a log names. */
export interface Places {
  /** SCB code of the region that the ward belongs to. */
  readonly region: string;
  /** SCB code of the municipality that a unit works for; null: it works for the region. */
  municipalityOf(unit: string): string | null;
  isOpenCare(unit: string): boolean;
  careTypeOf(ward: string): CareType;
}

/** The stay and its SIPs, as their logs tell them. */
export interface StayLogs {
  readonly stay: CaseLog;
  readonly sips: readonly CaseLog[];
}

/** What one municipality's days are reckoned from. */
export interface PayerFacts {
  readonly payer: PayingMunicipality;
  readonly facts: PaymentFacts;
  /** The events of the logs that each event of the facts rests on, by its number. */
  readonly sources: ReadonlyMap<number, readonly string[]>;
}

/** A stay as the ledger needs it, for each municipality that pays some of its days. */
export interface StayFacts {
  readonly admittedAt: Told<Instant>;
  /** When the need was judged, if that was not at the admission. */
  readonly needAssessedAt: Told<Instant> | null;
  readonly sipRequired: Told<boolean>;
  readonly sipDeclined: Told<boolean>;
  /** In the order of their days; mostly one. */
  readonly payers: readonly PayerFacts[];
}

/**
 * What days and money are reckoned from, out of the logs alone: what has been struck has happened to
 * nobody, what was corrected happened as corrected.
 * @param asOf the moment it is looked at
 * @returns null for a stay that was entered in error
 */
export function stayFacts(
  { stay, sips }: StayLogs,
  places: Places,
  asOf: Instant,
): StayFacts | null {
  const lines = standingLines(stay);
  const [opening] = lines;
  if (opening === undefined || lines.some(({ type }) => STRIKES.includes(type))) return null;
  const units = new ReceivingUnits(lines);
  const admittedAt = factOf(opening, 'admittedAt', opening.occurredAt);
  const { needs, needAssessedAt } = needsOf(lines);
  const told = inForce(lines);
  const sip = sipFacts(sips);
  const marked = told.findIndex(({ type }) => type === 'mark-utskrivningsklar');
  const shared = {
    admittedAt: admittedAt.value,
    needAssessedAt: needAssessedAt?.value ?? null,
    careType: careTypeOf(marked < 0 ? lines : linesUntil(lines, told[marked]), places),
    region: places.region,
    sipRequired: needsSip(needs.value),
    sipDeclined: sip.declined.value,
    asOf,
  };
  const everybodys = [
    // A plan from before the stay has been called to before: that was no kallelse of this one.
    ...sip.called.filter(({ at }) => at >= admittedAt.value),
    ...openCareOf(told, units, (unit) => places.isOpenCare(unit)),
    ...leavesOf(lines),
    ...endsOf(lines),
  ];
  const allJudgements = judgements(told, units);
  const allTold = admissionTold(told, units);
  const payers = payingMunicipalities(lines, admittedAt).map((payer): PayerFacts => {
    const isOfPayer = (unit: string): boolean => {
      const municipality = places.municipalityOf(unit);
      return municipality !== null && municipality === (payer.municipality ?? municipality);
    };
    const admissions = allTold
      .filter(({ unit }) => isOfPayer(unit))
      .map(({ value, events, sentBack }): DraftEvent => ({
        ...{ type: 'inskrivningsmeddelande-sent', at: value, events },
        ...(sentBack === true ? { sentBack } : {}),
      }));
    const drafts = [
      ...admissions,
      ...noticesOf(allJudgements, isOfPayer),
      ...everybodys,
      ...oppositionOf(told, units, isOfPayer),
    ];
    return { payer, ...numbered(drafts, { ...shared, ...paidBy(payer) }) };
  });
  return {
    admittedAt,
    needAssessedAt,
    sipRequired: { value: shared.sipRequired, events: needs.events },
    sipDeclined: sip.declined,
    payers,
  };
}

/** The policy that binds a municipality in this stay, on the day of its first notice. */
export function policyOf({ facts, payer }: PayerFacts): PaymentPolicy {
  const { region, careType, events, asOf } = facts;
  const notice = events.find(({ type }) => NOTICES.includes(type));
  const on = localDate(notice?.at ?? asOf);
  return policyFor({ payer: payer.municipality, region, careType, on });
}

const NOTICES = ['utskrivningsklar-sent', 'opt-decision-notified'];

/** Entered in error: there was no stay. */
const STRIKES = ['makulera-case', 'strike-wrong-person'];

/** 4:1: measures of the region's open care and of the municipality. */
function needsSip(needs: Needs | null): boolean {
  if (needs === null) return false;
  return needs.openCare && (needs.socialServices || needs.municipalHealthCare);
}

function needsOf(lines: readonly StandingLine[]): {
  readonly needs: Told<Needs | null>;
  readonly needAssessedAt: Told<Instant> | null;
} {
  const line = lines.findLast(
    ({ type, payload }) =>
      type === 'judge-need' || type === 'no-need' || (type === 'admit' && 'needs' in payload),
  );
  if (line === undefined) return { needs: { value: null, events: [] }, needAssessedAt: null };
  if (line.type === 'no-need') {
    return { needs: { value: null, events: [line.id] }, needAssessedAt: null };
  }
  const needs = factOf(line, 'needs', line.payload['needs'] as Needs);
  if (line.type === 'admit') return { needs, needAssessedAt: null };
  const { judgedAt } = line.payload as { readonly judgedAt?: Instant };
  return { needs, needAssessedAt: factOf(line, 'needJudgedAt', judgedAt ?? line.occurredAt) };
}

/** By the ward that has the patient, or psychiatric where the law of compulsory care holds. */
function careTypeOf(lines: readonly StandingLine[], places: Places): CareType {
  const ward = lines.findLast(({ type }) => type === 'admit' || type === 'accept-move');
  const law = lines.findLast(({ type }) => type === 'note-compulsory-care')?.payload['law'];
  return law === undefined || law === 'none' ? places.careTypeOf(ward?.unit ?? '') : 'psychiatric';
}

function linesUntil(
  lines: readonly StandingLine[],
  last: StandingLine | undefined,
): readonly StandingLine[] {
  return last === undefined ? lines : lines.filter(({ seq }) => seq <= last.seq);
}

function paidBy({
  municipality,
  rule,
  from,
  until,
}: PayingMunicipality): Pick<PaymentFacts, 'folkbokforing' | 'placedBy' | 'pays'> {
  const isPlaced = rule === '2017:612 5:2 st2';
  return {
    folkbokforing: isPlaced ? null : municipality,
    placedBy: isPlaced ? municipality : null,
    pays: { from, until },
  };
}

function numbered(
  drafts: readonly DraftEvent[],
  facts: Omit<PaymentFacts, 'events'>,
): Pick<PayerFacts, 'facts' | 'sources'> {
  const events = drafts.map(({ events: _, ...event }, index) => ({ ...event, id: index + 1 }));
  const sources = new Map(drafts.map((draft, index) => [index + 1, draft.events]));
  return { facts: { ...facts, events: inOrder(events) }, sources };
}
