import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Portal } from './startPortal';

/** Asks the sandbox's cluster behind the portal's back, as a pipeline would. */
export function askSandbox(
  portal: Portal,
  request: { method: string; path: string; body?: object },
): Promise<Response> {
  const { method, path: of, body } = request;
  return fetch(`${portal.kubernetesUrl}${of}`, {
    method,
    headers: {
      authorization: `Bearer ${sandboxToken(portal)}`,
      // JSON is YAML, too.
      'content-type':
        method === 'PATCH'
          ? 'application/apply-patch+yaml'
          : 'application/json',
    },
    body: body && JSON.stringify(body),
  });
}

/** The cluster's token that `npm start` wrote into the run's configuration. */
function sandboxToken({ runFolder }: Portal): string {
  const config = readFileSync(path.join(runFolder, 'app-config.yaml'), 'utf8');
  const [, token = ''] = /url: http.*\n\s+token: (\S+)/.exec(config) ?? [];
  return token;
}
