import { readFileSync } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { once } from 'node:events';
import { parseJson } from '../../network/exchange';
import { readLines } from '../readLines';
import type { ClusterUnderTest } from './ClusterUnderTest';

/** The first events of a watch as they come over the wire. */
export async function watchLines(
  { url, caFile, tokens }: ClusterUnderTest,
  path: string,
  count: number,
): Promise<unknown[]> {
  const ca = caFile && readFileSync(caFile, 'utf8');
  const get = url.startsWith('https:') ? https.get : http.get;
  const headers = { authorization: `Bearer ${tokens.portal}` };
  const request = get(url + path, { headers, ca, agent: false });
  const [message]: IncomingMessage[] = await once(request, 'response');
  const told: unknown[] = [];
  for await (const line of readLines(message, 1_000_000)) {
    if (told.push(parseJson(line)) === count) break;
  }
  return told;
}
