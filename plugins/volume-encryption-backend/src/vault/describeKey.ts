import {
  VolumeEncryptionError,
  type KeyDescription,
} from 'backstage-plugin-volume-encryption-common';
import { isRecord, textAt, valueAt } from '../network/valueAt';
import { keyWriter, type TenantWriters } from './keyWriter';
import { findMount } from './mounts';
import type { VaultClient } from './VaultClient';
import { isRefusal } from './VaultRefusal';
import { encodeListed, requirePath } from './vaultPath';

/** What the answers of `describeKey` rest on. */
export interface KeyQuestion {
  mount: string;
  /** One or more segments: type `vault` puts its `vaultPassphrasePath` in front. */
  name: string;
  signal?: AbortSignal;
  /** To tell a deletion to come from one that has been. */
  now: Date;
  /** What Vault calls tenants when they write. */
  writers: TenantWriters;
}

/**
 * What Vault says of a key in its metadata (KV v2, `GET <mount>/metadata/<name>`).
 * "Absent" is said only of a mount that is KV v2, or of no mount: the same
 * request at another engine is answered with 404 whatever is there.
 */
export async function describeKey(
  vault: VaultClient,
  { mount, name, signal, now, writers }: KeyQuestion,
): Promise<KeyDescription> {
  const path = `${requirePath('mount', mount)}/metadata/${encodeListed('key name', name)}`;
  const what = `say what it knows of the key ${name} in ${mount}`;
  try {
    const answer = await vault.read(path, { what, signal });
    return describe(valueAt(answer, 'data'), { mount, now, writers });
  } catch (error) {
    if (!isRefusal(error, 404)) throw error;
    const found = await findMount(vault, mount, { signal });
    const versioned = found?.path === mount && found.version === '2';
    if (found && !versioned) throw notVersioned(mount);
    return { presence: 'absent' };
  }
}

function describe(
  data: unknown,
  { mount, now, writers }: Pick<KeyQuestion, 'mount' | 'now' | 'writers'>,
): KeyDescription {
  const currentVersion = valueAt(data, 'current_version');
  const versions = valueAt(data, 'versions');
  if (typeof currentVersion !== 'number' || !isRecord(versions)) {
    throw notVersioned(mount);
  }
  const version = versions[currentVersion];
  if (!isRecord(version)) return { presence: 'absent' };
  return {
    presence: presenceOf(version, now),
    createdAt: textAt(data, 'created_time'),
    updatedAt: textAt(data, 'updated_time'),
    currentVersion,
    ...keyWriter(version, mount, writers),
  };
}

function presenceOf(version: unknown, now: Date): KeyDescription['presence'] {
  if (valueAt(version, 'destroyed') === true) return 'destroyed';
  const deletion = Date.parse(textAt(version, 'deletion_time') ?? '');
  return deletion <= now.getTime() ? 'soft-deleted' : 'present';
}

function notVersioned(mount: string): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'invalid-input',
    `The mount ${mount} is not KV version 2, so that nothing can be known of its keys without reading them.`,
    { field: 'mount' },
  );
}
