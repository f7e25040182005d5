import type { Readable } from 'node:stream';
import { TooLarge } from '../network/exchange';

/**
 * The lines of a stream, without their ends; a last line without end is not
 * told, because it was cut off. No faster than they are taken, and never more
 * than one line of at most `maxBytes` is kept.
 */
export async function* readLines(
  stream: Readable,
  maxBytes: number,
): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    let rest: Buffer = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const line = Buffer.concat([...parts, rest.subarray(0, end)]);
      yield line.toString('utf8');
      parts = [];
      size = 0;
      rest = rest.subarray(end + 1);
    }
    parts.push(rest);
    size += rest.length;
    if (size > maxBytes) throw new TooLarge();
  }
}
