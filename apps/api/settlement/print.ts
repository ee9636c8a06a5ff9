import { LINE_LETTERS, pdfOf, type PrintedLine } from './pdf';
import type { Cell, SettlementTables, Table } from './tables';

/** Between two columns. */
const GAP = '  ';

/** A settlement as a PDF: what it says, its rows, and both sides' duties as evidence. */
export function printed({ title, facts, rows, duties }: SettlementTables): Buffer {
  const blank: PrintedLine = { text: '' };
  return pdfOf(title, [
    { text: title, isBold: true },
    blank,
    ...tableLines(facts),
    blank,
    { text: 'Rader', isBold: true },
    ...tableLines(rows),
    blank,
    { text: 'Båda sidors uppgifter i vårdtillfällena', isBold: true },
    ...tableLines(duties),
  ]);
}

/** Columns as wide as their widest cell; where they do not fit, the widest of them gives way. */
function tableLines({ head, rows }: Table): PrintedLine[] {
  const cells = rows.map((row) => row.map(printedCell));
  const widths = fitted(
    head.map((title, column) =>
      cells.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), title.length),
    ),
  );
  const line = (texts: readonly string[], isNumber: (column: number) => boolean) =>
    texts
      .map((text, column) => {
        const width = widths[column] ?? 0;
        const shown = text.length > width ? `${text.slice(0, width - 1)}…` : text;
        return isNumber(column) ? shown.padStart(width) : shown.padEnd(width);
      })
      .join(GAP)
      .trimEnd();
  return [
    { text: line(head, () => false), isBold: true },
    ...cells.map((row, index) => ({
      text: line(row, (column) => rows[index]?.[column]?.kind === 'number'),
    })),
  ];
}

function fitted(widths: readonly number[]): number[] {
  const left = LINE_LETTERS - GAP.length * (widths.length - 1);
  const fit = [...widths];
  const sum = () => fit.reduce((a, b) => a + b, 0);
  while (sum() > left) {
    const widest = fit.indexOf(Math.max(...fit));
    fit[widest] = (fit[widest] ?? 1) - 1;
  }
  return fit;
}

/** `1 160 000,00`, with spaces that a line may be broken at nowhere. */
function printedCell(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text.replaceAll(/\s+/g, ' ');
    case 'number': {
      const [whole = '', fraction] = cell.value.toFixed(cell.decimals).split('.');
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
      return fraction === undefined ? grouped : `${grouped},${fraction}`;
    }
    case 'date':
      return cell.date;
    case 'empty':
      return '';
  }
}
