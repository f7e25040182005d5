import express from 'express';
import request from 'supertest';
import { sendJson } from './sendJson';

const long = { text: 'long '.repeat(1_000) };
const short = { text: 'short' };

function app() {
  const it = express();
  it.get('/long', (_, response) => sendJson(response, long));
  it.get('/short', (_, response) => sendJson(response, short));
  return it;
}

it('answers compressed who takes it so, and others not, with the same tag', async () => {
  const zipped = await request(app())
    .get('/long')
    .set('Accept-Encoding', 'gzip');
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(Number(zipped.headers['content-length'])).toBeLessThan(200);
  expect(zipped.body).toEqual(long);
  const plain = await request(app())
    .get('/long')
    .set('Accept-Encoding', 'identity');
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body).toEqual(long);
  for (const { headers } of [zipped, plain]) {
    expect(headers.vary).toBe('Accept-Encoding');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers.etag).toBe(zipped.headers.etag);
  }
});

it('does not compress what is short, and honours the tag', async () => {
  const { headers, body } = await request(app())
    .get('/short')
    .set('Accept-Encoding', 'gzip');
  expect(headers['content-encoding']).toBeUndefined();
  expect(body).toEqual(short);
  for (const path of ['/short', '/long']) {
    const { headers: first } = await request(app()).get(path);
    const again = await request(app())
      .get(path)
      .set('If-None-Match', first.etag);
    expect([again.status, again.text]).toEqual([304, '']);
  }
});
