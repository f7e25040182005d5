/** What a spreadsheet takes for a formula, whole-width forms of it included. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** What cannot stand in a cell without quotes (RFC 4180). */
const QUOTED = /[",\r\n]|^\s|\s$/;

/** A column of a CSV file: its title, and what a row says in it. @public */
export interface CsvColumn<T> {
  title: string;
  textOf: (row: T) => string | number | undefined;
}

/** The first line, with its end. @public */
export function csvHead<T>(columns: readonly CsvColumn<T>[]): string {
  return csvLine(columns.map(({ title }) => title));
}

/** The line of a row, with its end. @public */
export function csvRow<T>(columns: readonly CsvColumn<T>[], row: T): string {
  return csvLine(columns.map(({ textOf }) => `${textOf(row) ?? ''}`));
}

/** A line that is no row. @public */
export function csvRemark(text: string): string {
  return csvLine([`# ${text.replace(/\s+/g, ' ')}`]);
}

function csvLine(cells: string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * A cell that no spreadsheet runs: what begins like a formula gets an apostrophe
 * (OWASP, CSV injection).
 */
function csvCell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
