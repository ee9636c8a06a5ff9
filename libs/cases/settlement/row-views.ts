import type { Language } from '@hemgang/kernel';
import { DAY_WORDS } from '@workflows/payment';
import type { SettlementContext } from '@workflows/settlement';
import type { RowEventView, SettlementDifferenceView, SettlementRowView } from './settlement-view';
import { difference, type UnderlagRow } from './underlag';
import type { HeldVersion } from './versions-held';

type Disputes = SettlementContext['disputes'];

/** The rows of a computation, in the order of patient and day. */
export function rowViews(
  { underlag, cases }: HeldVersion,
  disputes: Disputes,
  language: Language,
): SettlementRowView[] {
  return underlag.rows.map((row) => rowView(row, cases, disputes, language));
}

/** What the newest computation says otherwise; null when there is but one. */
export function differenceView(
  versions: readonly HeldVersion[],
  disputes: Disputes,
  language: Language,
): SettlementDifferenceView | null {
  const [before, after] = versions.slice(-2);
  if (before === undefined || after === undefined) return null;
  const { added, removed, changed } = difference(before.underlag, after.underlag);
  const was = (row: UnderlagRow) => rowView(row, before.cases, disputes, language);
  const is = (row: UnderlagRow) => rowView(row, after.cases, disputes, language);
  return {
    since: before.event,
    added: added.map(is),
    removed: removed.map(was),
    changed: changed.map((row) => ({ before: was(row.before), after: is(row.after) })),
  };
}

function rowView(
  row: UnderlagRow,
  cases: HeldVersion['cases'],
  disputes: Disputes,
  language: Language,
): SettlementRowView {
  return {
    ...row,
    events: row.events.map((name) => eventView(name, row.pseudonym, cases)),
    reasonText: DAY_WORDS[row.reason][language],
    case: cases?.[row.pseudonym] ?? null,
    dispute: disputes.find((each) => each.row === row.id)?.dispute ?? null,
  };
}

/** @param name `3`, or `<pseudonym>.2` of another case than the row's */
function eventView(name: string, stay: string, cases: HeldVersion['cases']): RowEventView {
  const at = name.lastIndexOf('.');
  const pseudonym = at === -1 ? stay : name.slice(0, at);
  return { name, seq: Number(name.slice(at + 1)), case: cases?.[pseudonym] ?? null };
}
