import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { valueAt } from './access/fields';
import type { Testbed } from './Testbed';

const VARIABLES = [
  'TESTBED_KUBECONFIG',
  'TESTBED_VAULT_ADDR',
  'TESTBED_VAULT_TOKEN',
] as const;

type Environment = Record<string, string | undefined>;

/** True when the environment names servers that run already. */
export function namesRunningServers(environment: Environment): boolean {
  return VARIABLES.some(name => environment[name]);
}

/**
 * The cluster and the Vault (or OpenBao) that the environment names: a path of
 * a kubeconfig, an address, and a token that may write policies.
 * @returns undefined when the environment names none
 * @throws Error when it names some of the three only
 */
export function runningServers(environment: Environment): Testbed | undefined {
  if (!namesRunningServers(environment)) return undefined;
  const missing = VARIABLES.filter(name => !environment[name]);
  const [kubeconfig, vaultAddr, rootToken] = VARIABLES.map(
    name => environment[name] ?? '',
  );
  if (missing.length > 0) {
    throw new Error(
      `To use servers that run already, set ${missing.join(' and ')} too`,
    );
  }
  const { url, adminToken, ca } = readKubeconfig(kubeconfig);
  const folder = mkdtempSync(join(tmpdir(), 'volume-encryption-running-'));
  const caFile = join(folder, 'ca.crt');
  writeFileSync(caFile, ca);
  return {
    kubeconfig,
    kubernetes: { url, adminToken, caFile },
    vaultAddr,
    rootToken,
    unsealKeys: [],
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Reads the current context; its user must have a token. */
function readKubeconfig(path: string) {
  const kubeconfig: unknown = parse(readFileSync(path, 'utf8'));
  const entry = (list: string, name: unknown) => {
    const entries = valueAt(kubeconfig, [list]);
    return Array.isArray(entries)
      ? entries.find(candidate => valueAt(candidate, ['name']) === name)
      : undefined;
  };
  const current = valueAt(kubeconfig, ['current-context']);
  const context = valueAt(entry('contexts', current), ['context']);
  const cluster = entry('clusters', valueAt(context, ['cluster']));
  const user = entry('users', valueAt(context, ['user']));
  const url = valueAt(cluster, ['cluster', 'server']);
  const adminToken = valueAt(user, ['user', 'token']);
  const ca = certificatesOf(path, valueAt(cluster, ['cluster']));
  if (
    typeof url !== 'string' ||
    typeof adminToken !== 'string' ||
    ca === undefined
  ) {
    throw new Error(
      `TESTBED_KUBECONFIG: the current context of ${path} needs a server, its ` +
        `certificate authority and a user with a token. A token is made by ` +
        `"kubectl create token" for a ServiceAccount bound to cluster-admin`,
    );
  }
  return { url, adminToken, ca };
}

function certificatesOf(path: string, cluster: unknown): Buffer | undefined {
  const file = valueAt(cluster, ['certificate-authority']);
  if (typeof file === 'string') {
    return readFileSync(resolve(dirname(path), file));
  }
  const data = valueAt(cluster, ['certificate-authority-data']);
  return typeof data === 'string' ? Buffer.from(data, 'base64') : undefined;
}
