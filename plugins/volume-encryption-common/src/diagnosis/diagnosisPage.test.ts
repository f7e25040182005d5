import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DiagnosisRule, isAbout } from './diagnosisRule';
import { readCorpus } from './__testUtils__/readCorpus';
import { statusRules, textRules } from './rules';

const page = readFileSync(
  join(__dirname, '../../../../docs/diagnosis.md'),
  'utf8',
);
const texts = readCorpus().flatMap(file => file.texts);

/** The cells of each row of the page's tables, without padding. */
const rows = page
  .split('\n')
  .filter(line => line.startsWith('| `'))
  .map(line => line.split(/(?<!\\)\|/).map(cell => cell.trim()));

/** What the rule goes by in the first text of the corpus that is its own. */
function wordsOf({ pattern, ...rule }: DiagnosisRule): string {
  const text = texts.find(it => isAbout({ pattern, ...rule }, it.text))?.text;
  const [found] = pattern.exec(text ?? '') ?? [''];
  const line = found
    .replace(/^[\s\S]*(?=rpc error: code)/, '')
    .replace(/\s+/g, ' ')
    .replace(/[`|]/g, "'")
    .trim();
  return line.length > 90 ? `${line.slice(0, 60)} … ${line.slice(-25)}` : line;
}

/** `$<name>` as a reader would write it. */
function plain(words: string): string {
  return words
    .replace(/\$<(\w+)>/g, '_$1_')
    .replace(/\|/g, '\\|')
    .trim();
}

it.each([...textRules, ...statusRules].map(rule => [rule.code, rule] as const))(
  'docs/diagnosis.md says of %s what its rule says',
  (code, rule) => {
    const wanted = [
      `\`${code}\``,
      `\`${wordsOf(rule)}\``,
      plain(rule.cause),
      rule.owner,
      plain(rule.nextStep),
      `[more](${rule.link})`,
    ];
    const found = rows.filter(cells => cells[1] === wanted[0]);
    expect(found.map(cells => cells.slice(1, -1))).toContainEqual(wanted);
  },
);

it('docs/diagnosis.md has no row for a rule that is gone, and counts the texts', () => {
  expect(page).toContain(`${texts.length} texts with their sources`);
  expect(rows).toHaveLength(textRules.length + statusRules.length);
});
