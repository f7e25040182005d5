import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Answer } from './HttpClient';

/** The content of an answer without its compression. */
export function contentOf({ bytes, encoding }: Answer): Buffer {
  if (encoding === 'gzip') return gunzipSync(bytes);
  if (encoding === 'br') return brotliDecompressSync(bytes);
  return bytes;
}

/** The JSON of an answer. */
export function jsonOf(answer: Answer): unknown {
  return JSON.parse(contentOf(answer).toString());
}
