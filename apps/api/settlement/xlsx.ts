import type { Row, SheetData } from 'write-excel-file/node';
import { harmlessText } from './harmless-text';
import { stillZip } from './still-zip';
import type { Cell, Table } from './tables';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const WIDTH_MIN = 8;
const WIDTH_MAX = 60;

/**
 * An Excel file with a sheet for each table. Numbers and days are such, no texts. The same tables are
 * the same bytes, whenever.
 */
export async function xlsxOf(tables: readonly Table[]): Promise<Buffer> {
  // Seldom asked for, and large: loaded by the first who does.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = tables.map((table) => ({
    data: sheetOf(table),
    sheet: table.name,
    columns: widthsOf(table),
    stickyRowsCount: 1,
  }));
  return stillZip(await writeExcelFile(sheets).toBuffer());
}

function sheetOf({ head, rows }: Table): SheetData {
  const title: Row = head.map((value) => ({ value, type: String, fontWeight: 'bold' }));
  return [title, ...rows.map((row): Row => row.map(cellOf))];
}

function cellOf(cell: Cell): Row[number] {
  switch (cell.kind) {
    case 'text':
      return { value: harmlessText(cell.text), type: String };
    case 'number':
      return {
        value: cell.value,
        type: Number,
        format: cell.decimals === 0 ? '#,##0' : '#,##0.00',
      };
    case 'date':
      return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
    case 'empty':
      return null;
  }
}

function widthsOf({ head, rows }: Table): { width: number }[] {
  return head.map((title, column) => {
    const lengths = rows.map((row) => {
      const cell = row[column];
      return cell?.kind === 'text' ? cell.text.length : WIDTH_MIN;
    });
    const longest = lengths.reduce((a, b) => Math.max(a, b), title.length);
    return { width: Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, longest) + 2) };
  });
}
