import type { Instant, LocalDate, Refusal } from '@hemgang/kernel';
import { sipContext, sipWord, type SipWord } from '@workflows/sip';
import type { Told } from '../case-type';
import type { UnitView } from '../case-view';
import { unitView } from '../names';
import { nameOnPaper } from '../patient-view';
import { contactViews, nextFollowUp } from './after-view';
import { meetingViews } from './calling-view';
import { planViews, reportViews } from './plan-view';
import type {
  MeasureReportView,
  NamedContactView,
  PlanContentView,
  PlanVersionView,
  SipMeetingView,
} from './sip-view';

/** A SIP as the person has it on paper. Facts alone; the page has the words. */
export interface SipSheet {
  /** Null: nobody has told the reader, or her identity is protected: nothing of her stands on paper. */
  readonly name: string | null;
  readonly isProtected: boolean;
  /** `sip`, or `samordnad-vardplan` of open compulsory care. */
  readonly form: string;
  /** Whether there is a plan, and whether the one that is printed holds. */
  readonly written: 'none' | 'draft' | 'holds';
  /** The plan's words with what was told of its measures since; null: none, or not the reader's. */
  readonly plan: PlanContentView | null;
  /** Who answers for the plan, and before there is one for the SIP. */
  readonly responsible: UnitView;
  readonly meeting: Pick<SipMeetingView, 'at' | 'way' | 'place'> | null;
  readonly followUpOn: LocalDate | null;
  /** Those named that hold. */
  readonly contacts: readonly NamedContactView[];
  /** `spoken-for`: she cannot say yes or no herself; `withdrawn`: she has taken her yes back. */
  readonly consent: 'open' | 'given' | 'spoken-for' | 'withdrawn' | 'declined';
  readonly printedAt: Instant;
}

const NO_SHEET: Refusal = {
  code: 'NOT_FOUND',
  detail: {
    sv: 'Det finns ingen plan att skriva ut: den är avslutad eller makulerad.',
    en: 'There is no plan to print: it has been closed or struck.',
  },
};

const OVER: readonly SipWord[] = ['closed', 'makulerad'];

const CONSENTS: Readonly<Record<string, SipSheet['consent']>> = {
  consented: 'given',
  clarified: 'spoken-for',
  withdrawn: 'withdrawn',
  declined: 'declined',
  refused: 'declined',
};

/** The plan that holds, or its latest draft, as of now. Pure. */
export function sipSheet(told: Told): SipSheet | Refusal {
  const { rows, directory, now } = told;
  const { state } = rows.case;
  if (OVER.includes(sipWord(state))) return NO_SHEET;
  const { unit, established } = sipContext(state);
  const isProtected = told.shield !== null;
  const versions = planViews(told);
  const holding = versions.find(({ version }) => version === established?.version);
  const shown: PlanVersionView | undefined = holding ?? versions.at(-1);
  const booked = meetingViews(told).findLast(({ word }) => word === 'booked');
  const { consent } = state.machines['sip']?.value as { readonly consent: string };
  return {
    name: nameOnPaper(told),
    isProtected,
    form: shown?.form ?? 'sip',
    written: shown === undefined ? 'none' : holding === undefined ? 'draft' : 'holds',
    plan: isProtected ? null : withReports(shown?.content ?? null, reportViews(told)),
    responsible: shown?.responsible ?? unitView(directory, unit),
    meeting: booked === undefined ? null : { ...booked, place: isProtected ? null : booked.place },
    followUpOn: nextFollowUp(told),
    contacts: isProtected ? [] : contactViews(told).filter(({ until }) => until === null),
    consent: CONSENTS[consent] ?? 'open',
    printedAt: now,
  };
}

/** Where each measure stands by the last that was told of it. */
function withReports(
  plan: PlanContentView | null,
  reports: readonly MeasureReportView[],
): PlanContentView | null {
  if (plan === null) return null;
  const measures = plan.measures.map((measure) => ({
    ...measure,
    status: reports.findLast((each) => each.measure === measure.id)?.status ?? measure.status,
  }));
  return { ...plan, measures };
}
