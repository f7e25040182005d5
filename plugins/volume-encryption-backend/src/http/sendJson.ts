import { createHash } from 'node:crypto';
import type { Response } from 'express';

interface Body {
  text: Buffer;
  etag: string;
}

/** Answers that are given to several callers are written out once. */
const written = new WeakMap<object, Body>();

/** Answers with JSON; the answer must not change any more. */
export function sendJson(response: Response, answer: object): void {
  const body = written.get(answer) ?? writtenOut(answer);
  written.set(answer, body);
  response
    .set({ 'Content-Type': 'application/json; charset=utf-8', ETag: body.etag })
    .send(body.text);
}

function writtenOut(answer: object): Body {
  const text = Buffer.from(JSON.stringify(answer));
  const hash = createHash('sha1').update(text).digest('base64');
  return { text, etag: `W/"${hash}"` };
}
