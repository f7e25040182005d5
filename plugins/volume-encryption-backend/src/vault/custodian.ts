import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { KeyCustodian } from 'backstage-plugin-volume-encryption-node';
import type { KmsConfig } from '../config/types';
import { numberAt } from '../network/valueAt';
import { capabilitiesOf } from './capabilities';
import { listEntries } from './listKeys';
import { mountInNamespace } from './mountInNamespace';
import { findMount } from './mounts';
import { VaultClient } from './VaultClient';
import { isRefusal } from './VaultRefusal';
import { VaultTransport } from './VaultTransport';
import { encodeListed, requireTenantId } from './vaultPath';

type Options = { signal?: AbortSignal };

/** Runs one use of the custodian's credential, which is given up after it. */
type Use = <T>(act: (custodian: VaultClient) => Promise<T>) => Promise<T>;

/**
 * Destroys what `deploy/vault/csi-custodian.hcl` allows, of tenants' mounts only.
 * Undefined where no credential for it is configured.
 * @param portal - looks which mounts there are, which the custodian may not
 */
export function custodianOf(
  portal: VaultClient,
  config: KmsConfig,
): KeyCustodian | undefined {
  const use = usesOf(config);
  if (!use) return undefined;
  return {
    async destroyKey({ mount, name }, { signal }) {
      const at = requireTenantMount(mountInNamespace(mount, config), config);
      const key = `${at}/metadata/${encodeListed('key name', name)}`;
      const done = await use(it => destroyKey(it, key, { signal }));
      // Of another kind of mount the same is answered whatever is there.
      if (done === 'absent') await isThere(portal, at, { signal });
      return done;
    },
    async removeMount(path, { signal }) {
      const at = requireTenantMount(path, config);
      if (!(await isThere(portal, at, { signal }))) return 'absent';
      await use(custodian => removeMount(custodian, at, { signal }));
      if (await isThere(portal, at, { signal })) throw stillThere(at);
      return 'deleted';
    },
    capabilities: (paths, options) =>
      use(it => capabilitiesOf(it, 'the custodian').own(paths, options)),
  };
}

function usesOf(config: KmsConfig): Use | undefined {
  if (!config.custodianAuth) return undefined;
  const its = { ...config, auth: config.custodianAuth };
  const transport = new VaultTransport(its);
  const as = { who: 'the custodian', transport };
  return async act => {
    const custodian = new VaultClient(its, as);
    try {
      return await act(custodian);
    } finally {
      await custodian.giveUp();
    }
  };
}

/** Deleting the metadata takes all versions with it; nothing can be undeleted. */
async function destroyKey(
  custodian: VaultClient,
  path: string,
  { signal }: Options,
): Promise<'destroyed' | 'absent'> {
  if (!(await hasMetadata(custodian, path, { signal }))) return 'absent';
  await custodian.delete(path, {
    what: `destroy ${path} as custodian`,
    signal,
  });
  if (await hasMetadata(custodian, path, { signal })) throw stillThere(path);
  return 'destroyed';
}

async function hasMetadata(
  custodian: VaultClient,
  path: string,
  { signal }: Options,
): Promise<boolean> {
  const what = `read ${path} as custodian`;
  try {
    const answer = await custodian.read(path, { what, signal });
    if (numberAt(answer, 'data', 'current_version') !== undefined) return true;
  } catch (error) {
    if (isRefusal(error, 404)) return false;
    throw error;
  }
  throw otherKind(path);
}

/** A key that is deleted softly counts: it could be undeleted. */
async function removeMount(
  custodian: VaultClient,
  mount: string,
  { signal }: Options,
): Promise<void> {
  const entries = await listEntries(custodian, { mount, folder: '', signal });
  if (entries.length > 0) {
    throw new VolumeEncryptionError(
      'in-use',
      `The mount ${mount} has keys: destroy them first, if nobody needs them any more.`,
      { field: 'mount' },
    );
  }
  const what = `remove the mount ${mount} as custodian`;
  await custodian.delete(`sys/mounts/${mount}`, { what, signal });
}

/** The prefix and the id of a tenant; nothing else is ever destroyed. */
function requireTenantMount(mount: string, { mountPrefix }: KmsConfig): string {
  const inside = `${mountPrefix}/`;
  if (mount.startsWith(inside)) {
    return `${inside}${requireTenantId(mount.slice(inside.length))}`;
  }
  throw new VolumeEncryptionError(
    'invalid-input',
    `The mount ${mount} is not a tenant's: those are in ${mountPrefix}.`,
    { field: 'mount' },
  );
}

/**
 * Whether there is a mount of ours. At another kind the paths of KV v2 say
 * nothing: it would seem to be empty.
 */
async function isThere(
  portal: VaultClient,
  mount: string,
  options: Options,
): Promise<boolean> {
  const found = await findMount(portal, mount, options);
  if (!found) return false;
  const ours = found.path === mount && found.type === 'kv';
  if (ours && found.version === '2') return true;
  throw otherKind(mount);
}

function otherKind(path: string): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'not-ours',
    `There is a mount of another kind at or above ${path}: the portal destroys what is in KV version 2 only.`,
    { field: 'mount' },
  );
}

function stillThere(path: string): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'conflict',
    `Vault has ${path} still, or again, after it was removed: see who writes there, then repeat.`,
  );
}
