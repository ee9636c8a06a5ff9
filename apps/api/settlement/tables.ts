import type { SettlementFactsView, SettlementView } from '@hemgang/cases';
import { localDate, localTime, type Instant, type LocalDate } from '@hemgang/kernel';

/** What stands in one place of a table. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly decimals: 0 | 2 }
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'empty' };

export interface Table {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A settlement as a basis for an invoice, in Swedish: what it says, its rows, both sides' duties. */
export interface SettlementTables {
  readonly title: string;
  /** Without its ending. */
  readonly fileName: string;
  readonly facts: Table;
  readonly rows: Table;
  readonly duties: Table;
}

const EMPTY: Cell = { kind: 'empty' };

export const text = (value: string | null): Cell =>
  value === null || value === '' ? EMPTY : { kind: 'text', text: value };
export const count = (value: number | null): Cell =>
  value === null ? EMPTY : { kind: 'number', value, decimals: 0 };
export const decimal = (value: number | null): Cell =>
  value === null ? EMPTY : { kind: 'number', value, decimals: 2 };
const kronor = (ore: number | null): Cell => decimal(ore === null ? null : ore / 100);
export const date = (day: LocalDate): Cell => ({ kind: 'date', date: day });
/** As Swedes write a time in a table. */
const time = (at: Instant | null): Cell =>
  at === null ? EMPTY : text(`${localDate(at)} ${localTime(at)}`);

/** The tables of a settlement, from what its reader may see. */
export function settlementTables(view: SettlementView): SettlementTables {
  const { settlement } = view;
  const { municipality, month } = settlement;
  return {
    title: `Avräkning ${municipality.name} ${month}`,
    fileName: `avrakning-${municipality.code}-${month}`,
    facts: factsTable(view),
    rows: rowsTable(settlement),
    duties: dutiesTable(settlement),
  };
}

function factsTable({ stateText, settlement }: SettlementView): Table {
  const { policy, totals, locked, municipality } = settlement;
  const { withDisputed, undisputed, disputedDays, disputedOre } = locked ?? settlement;
  const rows: readonly (readonly [string, Cell])[] = [
    ['Kommun', text(`${municipality.name} (${municipality.code})`)],
    ['Månad', text(settlement.month)],
    ['Läge', text(stateText)],
    ['Regionens enhet', text(settlement.region.name)],
    ['Kommunens enhet', text(settlement.payer.name)],
    ['Policy', text(`${policy.id}, version ${policy.version}: ${policy.title}`)],
    ['Vårdtillfällen', count(totals.stays)],
    ['Dagar efter underrättelse', count(totals.days)],
    ['Genomsnitt, alla vårdtillfällen', decimal(totals.averageDays)],
    ['Genomsnitt, minst en dag (SKR)', decimal(totals.skrAverageDays)],
    ...togetherRows(withDisputed),
    ['Överens: dagar', count(undisputed.days)],
    ['Överens: dagar som betalas', count(undisputed.excessDays)],
    ['Överens: kronor', kronor(undisputed.totalOre)],
    ['Bestridda dagar', count(disputedDays)],
    ['Bestritt: kronor', kronor(disputedOre)],
    ['Med bestridda rader: kronor', kronor(withDisputed.totalOre)],
    ['Simulering enligt lagen: kronor', kronor(totals.simulatedOre)],
    ['Regionen skrev under', time(settlement.signedAt)],
    ['Låst', time(locked?.at ?? null)],
    ...settlement.invoices.map(({ number, ore }): [string, Cell] => [
      ore < 0 ? `Kreditering ${number}: kronor` : `Faktura ${number}: kronor`,
      kronor(ore),
    ]),
    ['Återstår: kronor', kronor(settlement.outstandingOre)],
    ...settlement.amounts.map(({ from, to, orePerDay, source, enteredOn }): [string, Cell] => [
      `Belopp ${from} – ${to}: ${source}${enteredOn === null ? '' : `, infört ${enteredOn}`}`,
      kronor(orePerDay),
    ]),
    ['Underlagets kontrollsumma (SHA-256)', text(settlement.inputHash)],
  ];
  return {
    name: 'Avräkning',
    head: ['Uppgift', 'Värde'],
    rows: rows.map(([label, value]) => [text(label), value]),
  };
}

/** What several months together say, where the policy looks at them. */
function togetherRows({
  combined,
  triggered,
}: SettlementFactsView['withDisputed']): (readonly [string, Cell])[] {
  const verdict = triggered === null ? 'inte känd' : triggered === true ? 'ja' : 'nej';
  return [
    ...(combined === undefined
      ? []
      : [[`Genomsnitt ${combined.months.join(', ')}`, decimal(combined.averageDays)] as const]),
    ...(triggered === undefined ? [] : [['Tröskeln överskriden', text(verdict)] as const]),
  ];
}

function rowsTable({ rows, disputes }: SettlementFactsView): Table {
  const stateOf = (id: string | null) => disputes.find((each) => each.id === id)?.stateText ?? null;
  return {
    name: 'Rader',
    head: ['Rad', 'Patient', 'Dag', 'Betalas', 'Skäl', 'Regel', 'Händelser', 'Kronor', 'Bestridd'],
    rows: rows.map((row) => [
      text(row.id),
      text(row.pseudonym),
      date(row.date),
      text(row.chargeable ? 'ja' : 'nej'),
      text(row.reasonText),
      text(row.rule),
      text(row.events.map(({ name }) => name).join(', ')),
      kronor(row.amountOre),
      text(stateOf(row.dispute)),
    ]),
  };
}

function dutiesTable({ evidence }: SettlementFactsView): Table {
  return {
    name: 'Uppgifter',
    head: ['Patient', 'Sida', 'Uppgift', 'Regel', 'Från', 'Senast', 'Gjord', 'I tid'],
    rows: evidence.map((duty) => [
      text(duty.pseudonym),
      text(duty.sideText),
      text(duty.title),
      text(duty.rule),
      time(duty.since),
      time(duty.dueAt),
      time(duty.closedAt),
      text(duty.late ? 'sent' : duty.closedAt === null ? 'inte gjord' : 'ja'),
    ]),
  };
}
