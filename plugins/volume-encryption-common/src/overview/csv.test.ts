import { csvHead, csvRemark, csvRow } from './csv';
import { volumeCsvColumns } from './csvColumns';
import { testFinding, testPlatformVolume } from './testVolume';

const one = [{ title: 'text', textOf: (text: string) => text }];

it.each([
  ['plain', 'plain'],
  ['', ''],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  // What a spreadsheet would run (OWASP, CSV injection).
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  [' =1+1', "' =1+1"],
  ['＝1+1', "'＝1+1"],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
])('the cell %j is written as %s', (text, cell) => {
  expect(csvRow(one, text)).toBe(`${cell}\r\n`);
});

it('a cell that begins with the end of a line is guarded', () => {
  expect(csvRow(one, '\r=1')).toBe('"\'\r=1"\r\n');
});

it('remarks are one line and one cell', () => {
  expect(csvRemark('cluster a:\nno, "never"')).toBe(
    '"# cluster a: no, ""never"""\r\n',
  );
});

it('a volume has as many cells as there are titles', () => {
  const volume = testPlatformVolume({ findings: [testFinding()] });
  const cells = (line: string) => line.trimEnd().split(',').length;
  const row = csvRow(volumeCsvColumns, { ...volume, keyObservedAt: 'now' });
  expect(cells(row)).toBe(cells(csvHead(volumeCsvColumns)));
  expect(row).toContain('kms-sealed');
  expect(row).toContain('group:default/payments');
});
