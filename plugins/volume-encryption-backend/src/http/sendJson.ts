import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Response } from 'express';

const zipped = promisify(gzip);

/** Less is not worth it. */
const ZIPPED_FROM_BYTES = 1_024;

interface Body {
  text: Buffer;
  etag: string;
  /** Once somebody takes it so. */
  gzip?: Promise<Buffer>;
}

/** Answers that are given to several callers are written out once. */
const written = new WeakMap<object, Body>();

/** Answers with JSON; the answer must not change any more. */
export async function sendJson(
  response: Response,
  answer: object,
): Promise<void> {
  const body = written.get(answer) ?? writtenOut(answer);
  written.set(answer, body);
  response.vary('Accept-Encoding').set({
    'Content-Type': 'application/json; charset=utf-8',
    ETag: body.etag,
  });
  const isZipped =
    body.text.length >= ZIPPED_FROM_BYTES &&
    response.req.acceptsEncodings(['gzip', 'identity']) === 'gzip';
  if (!isZipped) {
    response.send(body.text);
    return;
  }
  // Else whoever compresses answers would do so again for each caller.
  body.gzip ??= zipped(body.text);
  response.set('Content-Encoding', 'gzip').send(await body.gzip);
}

function writtenOut(answer: object): Body {
  const text = Buffer.from(JSON.stringify(answer));
  const hash = createHash('sha1').update(text).digest('base64');
  return { text, etag: `W/"${hash}"` };
}
