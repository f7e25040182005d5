import type { VolumeEncryptionConfig } from './types';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * A warning for each system that is reached over plain HTTP outside of this
 * machine: whoever is on the way can read the portal's credential. Proxies of a
 * service mesh are a good reason for it, so it is no error.
 */
export function plainAddresses(config: VolumeEncryptionConfig): string[] {
  const clusters = config.clusters.flatMap(({ name, connection }) =>
    connection.kind === 'url'
      ? [{ what: `Cluster "${name}"`, ...connection }]
      : [],
  );
  const kms = config.kms.map(({ name, address }) => ({
    what: `KMS "${name}"`,
    url: address,
  }));
  return [...clusters, ...kms]
    .filter(({ url }) => isPlain(url))
    .map(
      ({ what }) =>
        `${what} is reached over plain HTTP: the portal's credential can be read on the way. Use https://.`,
    );
}

function isPlain(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !LOOPBACK.test(hostname);
}
