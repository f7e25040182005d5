import { readFileSync, writeFileSync } from 'node:fs';
import type { KubernetesAccess } from '../access/ServerAccess';

/**
 * Writes a kubeconfig with one context, readable by its owner only.
 * @param options.token - identity of the file's user; the administrator's if left out
 * @returns the path
 */
export function writeKubeconfig(
  path: string,
  { url, caFile, adminToken }: KubernetesAccess,
  token = adminToken,
): string {
  const ca = readFileSync(caFile).toString('base64');
  const kubeconfig = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'testbed',
    contexts: [
      { name: 'testbed', context: { cluster: 'testbed', user: 'testbed' } },
    ],
    clusters: [
      {
        name: 'testbed',
        cluster: { server: url, 'certificate-authority-data': ca },
      },
    ],
    users: [{ name: 'testbed', user: { token } }],
  };
  // JSON is YAML, and needs no quoting rules of ours.
  writeFileSync(path, JSON.stringify(kubeconfig, null, 2), { mode: 0o600 });
  return path;
}
