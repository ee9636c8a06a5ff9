import { harmlessText } from './harmless-text';
import type { Cell, Table } from './tables';

/** By it a Swedish spreadsheet knows that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table as Swedish spreadsheets read it: semicolons, decimal commas, CRLF, UTF-8 with its mark. */
export function csvOf({ head, rows }: Table): string {
  const lines = [head.map(field), ...rows.map((row) => row.map(written))];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.join(';')}\r\n`).join('');
}

function written(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return field(cell.text);
    case 'number':
      return cell.value.toFixed(cell.decimals).replace('.', ',');
    case 'date':
      return cell.date;
    case 'empty':
      return '';
  }
}

function field(text: string): string {
  const harmless = harmlessText(text);
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
