import type { Kms } from 'backstage-plugin-volume-encryption-node';
import type { KmsConfig } from '../config/types';
import { capabilitiesOf } from './capabilities';
import { custodianOf } from './custodian';
import { custodyNamesOf } from './custodyNames';
import { describeKey } from './describeKey';
import { tenantWriters } from './keyWriter';
import { listFolders, listKeys } from './listKeys';
import { mountInNamespace } from './mountInNamespace';
import { ensureMount, listMounts, readMount, readMountConfig } from './mounts';
import { readHealth, readState } from './readHealth';
import { setupReader } from './setupReader';
import { tenantTokens } from './tenantTokens';
import { VaultClient } from './VaultClient';

/**
 * One Vault or OpenBao over `node-vault`. Nothing is sent, and no file is read,
 * before the first call. All errors are VolumeEncryptionErrors that hold neither
 * a token nor anything that was sent or answered.
 * @param now - the clock by which expiries are told; another in tests only
 */
export function createKms(
  config: KmsConfig,
  now: () => Date = () => new Date(),
): Kms {
  const vault = new VaultClient(config);
  const writers = tenantWriters(config);
  return {
    name: config.name,
    addresses: [config.address, ...config.otherAddresses],
    mountPrefix: config.mountPrefix,
    tokens: tenantTokens(vault, config, now),
    capabilities: capabilitiesOf(vault),
    setup: setupReader(vault, config),
    custodyNames: custodyNamesOf(config),
    custodian: custodianOf(vault, config),
    state: ({ signal }) => readState(vault, { signal }),
    health: ({ signal }) => readHealth(vault, config, { now: now(), signal }),
    describeKey: async ({ mount, name }, { signal }) =>
      describeKey(vault, {
        mount: mountInNamespace(mount, config),
        name,
        signal,
        now: now(),
        writers,
      }),
    listKeys: async ({ mount, folder }, { signal }) =>
      listKeys(vault, {
        mount: mountInNamespace(mount, config),
        folder,
        signal,
      }),
    listFolders: async ({ mount, folder }, { signal }) =>
      listFolders(vault, {
        mount: mountInNamespace(mount, config),
        folder,
        signal,
      }),
    readMount: (path, options) => readMount(vault, path, options),
    readMountConfig: (path, options) => readMountConfig(vault, path, options),
    listMounts: options => listMounts(vault, config.mountPrefix, options),
    ensureMount: (path, options) => ensureMount(vault, path, options),
  };
}
