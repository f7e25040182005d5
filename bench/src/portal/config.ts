import type { Component } from './catalog';

/** One cluster that the portal is told of. */
export interface PortalCluster {
  name: string;
  url: string;
  caFile: string;
  token: string;
}

/** One Vault that the portal is told of. */
export interface PortalKms {
  name: string;
  address: string;
  /** What KMS connections call it besides. */
  otherAddresses?: string[];
  token: string;
}

/** What differs from one measurement to the other. */
export interface PortalOptions {
  clusters: PortalCluster[];
  kms: PortalKms[];
  components: Component[];
  /** Whether the Kubernetes plugin's backend is there, too. */
  withKubernetes?: boolean;
}

/** The configuration of the portal, as the object of a YAML file. */
export function portalConfig(
  options: PortalOptions,
  place: { port: number; catalogFile: string },
): unknown {
  return {
    app: { baseUrl: 'http://localhost:3000' },
    backend: {
      baseUrl: `http://127.0.0.1:${place.port}`,
      listen: { host: '127.0.0.1', port: place.port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
    auth: { providers: { named: {} } },
    permission: { enabled: true },
    catalog: {
      rules: [{ allow: ['Component', 'Group', 'User'] }],
      locations: [{ type: 'file', target: place.catalogFile }],
    },
    volumeEncryption: {
      clusters: options.clusters,
      kms: options.kms.map(({ token, ...kms }) => ({
        ...kms,
        auth: { token },
      })),
    },
    ...(options.withKubernetes ? { kubernetes: ofKubernetes(options) } : {}),
  };
}

/**
 * The Kubernetes plugin's configuration at its leanest: one kind of object, no
 * metrics. By default it lists thirteen kinds for every view.
 */
function ofKubernetes({ clusters }: PortalOptions): unknown {
  return {
    serviceLocatorMethod: { type: 'multiTenant' },
    objectTypes: ['configmaps'],
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: clusters.map(({ name, url, caFile, token }) => ({
          name,
          url,
          caFile,
          authProvider: 'serviceAccount',
          serviceAccountToken: token,
          skipMetricsLookup: true,
        })),
      },
    ],
  };
}
