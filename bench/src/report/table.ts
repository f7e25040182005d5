/** A figure, or whatever is to be read in its place. */
export type Cell = string | number;

/** One table of the report. */
export interface Table {
  title: string;
  columns: string[];
  rows: Cell[][];
  /** Said below the table. */
  notes?: string[];
}

/** What is wanted of a figure, for the table that has it. */
export interface Goal {
  text: string;
  isMet: boolean;
}

/** A column's text for a goal and whether it is met. */
export function goalText({ text, isMet }: Goal): string {
  return `${text}: ${isMet ? 'met' : '**missed**'}`;
}

/** The table in Markdown. */
export function markdown({ title, columns, rows, notes = [] }: Table): string {
  const all = [columns, ...rows.map(row => row.map(textOf))];
  const widths = columns.map((_, index) =>
    Math.max(3, ...all.map(row => row[index].length)),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, index) => cell.padEnd(widths[index])).join(' | ')} |`;
  const rule = line(widths.map(width => '-'.repeat(width)));
  const [head, ...body] = all.map(line);
  const below = notes.length
    ? `\n${notes.map(it => `- ${it}`).join('\n')}\n`
    : '';
  return `### ${title}\n\n${[head, rule, ...body].join('\n')}\n${below}`;
}

/** Three digits are more than such figures are worth. */
function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (!Number.isFinite(cell)) return '–';
  if (Number.isInteger(cell)) return cell.toLocaleString('en-US');
  return Number(cell.toPrecision(3)).toLocaleString('en-US', {
    maximumFractionDigits: 3,
  });
}
