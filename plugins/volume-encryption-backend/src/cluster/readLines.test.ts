import { Readable } from 'node:stream';
import { readLines } from './readLines';

async function linesOf(chunks: string[], maxBytes = 100): Promise<string[]> {
  const lines: string[] = [];
  const stream = Readable.from(chunks.map(chunk => Buffer.from(chunk)));
  for await (const line of readLines(stream, maxBytes)) lines.push(line);
  return lines;
}

it.each([
  [['a\nb\n'], ['a', 'b']],
  [
    ['a', 'b\nc', '\n'],
    ['ab', 'c'],
  ],
  [['a\n\nb\n'], ['a', '', 'b']],
  [['a\nhalf a line'], ['a']],
  [[], []],
])('of %j are %j', async (chunks, lines) => {
  expect(await linesOf(chunks)).toEqual(lines);
});

it('puts characters together that were cut', async () => {
  const [one, two] = [Buffer.from('é\n').subarray(0, 1), Buffer.from('é\n')];
  const stream = Readable.from([one, two.subarray(1)]);
  const lines: string[] = [];
  for await (const line of readLines(stream, 100)) lines.push(line);
  expect(lines).toEqual(['é']);
});

it('are not longer than allowed', async () => {
  await expect(linesOf(['12345', '67890', '1'], 10)).rejects.toThrow();
});
