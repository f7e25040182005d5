import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { startServer, type TestServer } from './startServer';

/**
 * Stands between an adapter and a server, knows the adapter's requests,
 * and sends each on when `pass`, if there is one, has returned the path to ask
 * for.
 */
export function startRelay(
  { url, caFile }: { url: string; caFile?: string },
  pass: (path: string) => Promise<string> = async path => path,
): Promise<TestServer> {
  const ca = caFile && readFileSync(caFile, 'utf8');
  const send = url.startsWith('https:') ? https.request : http.request;
  return startServer(async ({ method, path, headers, body }, response) => {
    const target = url + (await pass(path));
    const { host: _, connection: __, ...rest } = headers;
    const options = { method, headers: rest, ca, agent: false };
    const onward = send(target, options, answer => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      response.flushHeaders();
      answer.on('error', () => response.destroy()).pipe(response);
    });
    onward.on('error', () => response.destroy()).end(body);
    response.on('close', () => onward.destroy());
  });
}

/** The parameters of a request's query. */
export function queryOf(path: string): URLSearchParams {
  return new URL(path, 'http://any').searchParams;
}
