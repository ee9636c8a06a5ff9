/** A text that begins so would be reckoned with as a formula, or hide one (ASVS 5.0, 1.2.10). */
const FORMULA = /^[=+\-@\t\r\0]/;

/**
 * A text for a cell of a spreadsheet: one that looks like a formula gets an apostrophe before it. Also
 * in an Excel file, where it is stored as a text: whoever edits the cell, or saves it as CSV, would
 * wake the formula.
 */
export function harmlessText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
