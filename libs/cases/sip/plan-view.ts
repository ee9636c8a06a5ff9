import type { Directory } from '@hemgang/directory';
import type { Told } from '../case-type';
import type { UnitView } from '../case-view';
import { unitView } from '../names';
import { planDifference } from './plan-difference';
import { said, textIn, textsIn, type Said } from './said';
import type {
  MeasureReportView,
  MeasureView,
  PlanApprovalView,
  PlanContactView,
  PlanContentView,
  PlanVersionView,
} from './sip-view';

/** Every version of the plan with what differs from the one before. */
export function planViews(told: Told): PlanVersionView[] {
  const { directory } = told;
  const established = said(told, 'establish-plan');
  const contents = new Map<number, PlanContentView | null>();
  const drafts = said(told, 'draft-plan');
  drafts.forEach((draft) => contents.set(draft.seq, contentOf(draft, directory)));
  return drafts.map(({ seq, at, unit, facts }, index) => {
    const content = contents.get(seq) ?? null;
    const before = drafts[index - 1];
    return {
      version: seq,
      at,
      by: unitOf(unit, directory),
      form: textIn(facts, 'form') ?? 'sip',
      responsible: unitView(directory, textIn(facts, 'responsible') ?? ''),
      establishedAt: established.find((each) => each.facts['version'] === seq)?.at ?? null,
      approvals: approvalsOf(told, seq),
      content,
      changes: planDifference(
        before === undefined ? null : (contents.get(before.seq) ?? null),
        content,
      ),
    };
  });
}

/** What was told of measures between the versions. */
export function reportViews(told: Told): MeasureReportView[] {
  return said(told, 'report-measure').map(({ seq, at, unit, words }) => ({
    event: seq,
    at,
    unit: unitOf(unit, told.directory),
    measure: textIn(words, 'measure'),
    status: textIn(words, 'status'),
    comment: textIn(words, 'comment'),
  }));
}

export function unitOf(unit: string | null, directory: Directory): UnitView | null {
  return unit === null ? null : unitView(directory, unit);
}

function approvalsOf(told: Told, version: number): PlanApprovalView[] {
  return said(told, 'approve-plan')
    .filter(({ facts }) => facts['version'] === version)
    .map(({ at, unit, facts, words }) => ({
      unit: unitView(told.directory, unit ?? ''),
      at,
      reserved: facts['reserved'] === true,
      reservation: textIn(words, 'reservation'),
    }));
}

/** The words of a version; null when the reader's controller has no copy. */
function contentOf({ words }: Said, directory: Directory): PlanContentView | null {
  const matters = textIn(words, 'matters');
  if (matters === null) return null;
  return {
    matters,
    goals: textsIn(words, 'goals'),
    needs: textsIn(words, 'needs'),
    measures: itemsIn(words, 'measures').map((measure) => measureOf(measure, directory)),
    ownActions: textsIn(words, 'ownActions'),
    measuresByOthers: textsIn(words, 'measuresByOthers'),
    crisisPlan: textIn(words, 'crisisPlan'),
    contacts: itemsIn(words, 'contacts').map(contactOf),
    followUpOn: textIn(words, 'followUpOn'),
    nextMeeting: textIn(words, 'nextMeeting'),
  };
}

type Fields = Said['words'];

function itemsIn(words: Fields, name: string): readonly Fields[] {
  const items = words[name];
  return Array.isArray(items) ? (items as readonly Fields[]) : [];
}

function measureOf(measure: Fields, directory: Directory): MeasureView {
  const huvudman = textIn(measure, 'huvudman') ?? '';
  const { goal } = measure;
  return {
    id: textIn(measure, 'id') ?? '',
    what: textIn(measure, 'what') ?? '',
    goal: typeof goal === 'number' ? goal : null,
    huvudman: { id: huvudman, name: directory.huvudman(huvudman)?.name ?? huvudman },
    unit: unitView(directory, textIn(measure, 'unit') ?? ''),
    person: textIn(measure, 'person'),
    by: textIn(measure, 'by'),
    status: textIn(measure, 'status') ?? '',
  };
}

function contactOf(contact: Fields): PlanContactView {
  return {
    name: textIn(contact, 'name') ?? '',
    role: textIn(contact, 'role') ?? '',
    phone: textIn(contact, 'phone'),
  };
}
