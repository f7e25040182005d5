import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';

/** Posts a manifest as it is rendered, as an administrator; the answer's status and text. */
export function postYaml(
  server: { url: string; caFile: string; adminToken: string },
  path: string,
  manifest: string,
): Promise<{ status?: number; text: string }> {
  const headers = {
    authorization: `Bearer ${server.adminToken}`,
    'content-type': 'application/yaml',
    accept: 'application/json',
  };
  const ca = readFileSync(server.caFile, 'utf8');
  return new Promise((resolve, reject) => {
    request(server.url + path, { method: 'POST', headers, ca })
      .on('error', reject)
      .on('response', async answer => {
        resolve({ status: answer.statusCode, text: await text(answer) });
      })
      .end(manifest);
  });
}
