import { readFile } from 'node:fs/promises';
import type { Cluster, KubeConfig, User } from '@kubernetes/client-node';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { ClusterConnection } from '../config/types';
import { clientNode } from './clientNode';

type Url = Extract<ClusterConnection, { kind: 'url' }>;

/** Marks users whose token `tokenFileAuthenticator` reads. */
const TOKEN_FILE = 'volume-encryption-token-file';

/**
 * The client's configuration for one cluster. Throws `invalid-input` in words
 * of ours: a parse error of a kubeconfig quotes it, with its tokens.
 */
export async function loadKubeConfig(
  connection: ClusterConnection,
): Promise<KubeConfig> {
  const client = await clientNode();
  const config = new client.KubeConfig();
  try {
    load(config, connection);
  } catch {
    throw unusable(connection);
  }
  const cluster = config.getCurrentCluster();
  if (!cluster || !URL.canParse(cluster.server)) throw unusable(connection);
  config.clusters = config.clusters.map(withPlainHttp);
  return config;
}

function load(config: KubeConfig, connection: ClusterConnection): void {
  switch (connection.kind) {
    case 'in-cluster':
      if (process.env.KUBERNETES_SERVICE_HOST) config.loadFromCluster();
      return;
    case 'kubeconfig':
      config.loadFromFile(connection.file);
      if (connection.context) config.setCurrentContext(connection.context);
      return;
    default:
      config.addAuthenticator({
        isAuthProvider: user => user.authProvider?.name === TOKEN_FILE,
        applyAuthentication: async (user, options) => {
          const token = await readFile(user.authProvider.file, 'utf8');
          const Authorization = `Bearer ${token.trim()}`;
          options.headers = { ...options.headers, Authorization };
        },
      });
      config.loadFromClusterAndUser(clusterOf(connection), userOf(connection));
  }
}

function clusterOf({ url, skipTlsVerify, ...tls }: Url): Cluster {
  const { caFile, tlsServerName } = tls;
  return {
    ...{ name: 'cluster', server: url, caFile, tlsServerName },
    skipTLSVerify: skipTlsVerify,
  };
}

/** A token file is read anew for every call: projected tokens are replaced. */
function userOf({ token, tokenFile }: Url): User {
  const authProvider = tokenFile && { name: TOKEN_FILE, file: tokenFile };
  return { name: 'portal', token, authProvider: authProvider || undefined };
}

/** The client refuses plain HTTP unless told that there is no TLS to verify. */
function withPlainHttp(cluster: Cluster): Cluster {
  if (!cluster.server.startsWith('http:')) return cluster;
  return { ...cluster, skipTLSVerify: true };
}

function unusable(connection: ClusterConnection): VolumeEncryptionError {
  const [field, remedy] = {
    'in-cluster': ['inCluster', 'run the portal in a pod of the cluster'],
    kubeconfig: ['kubeconfig', 'name a readable kubeconfig and its context'],
    url: ['url', 'give the address of the API server'],
  }[connection.kind];
  return new VolumeEncryptionError(
    'invalid-input',
    `The cluster's "${field}" cannot be used: ${remedy}.`,
    { field },
  );
}
