import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { MountConfig } from 'backstage-plugin-volume-encryption-node';
import { isRecord, textAt, valueAt } from '../network/valueAt';
import type { VaultClient } from './VaultClient';
import { isRefusal } from './VaultRefusal';
import { requirePath } from './vaultPath';

/** A mount as far as it matters here. */
export interface Mount {
  /** Without slashes at the ends. */
  path: string;
  type: string;
  version?: string;
}

/** As Vault words it (vault/mount.go). */
const TAKEN = /path is already in use at|existing mount at/;

/**
 * The mount that answers for `path`, which may be one above it, or undefined.
 * All are read, because the mount above is also what Vault shows when it is
 * asked for `path` alone (`GET sys/mounts/<path>`, Vault 1.21.1).
 */
export async function findMount(
  vault: VaultClient,
  path: string,
  { signal }: { signal?: AbortSignal },
): Promise<Mount | undefined> {
  const wanted = `${requirePath('mount', path)}/`;
  const what = `read the mount ${path}`;
  const answer = await vault.read('sys/mounts', { what, signal });
  const mounts = valueAt(answer, 'data');
  if (!isRecord(mounts)) return undefined;
  const at = Object.keys(mounts)
    .filter(it => wanted.startsWith(it))
    .sort((one, other) => other.length - one.length)
    .at(0);
  if (at === undefined) return undefined;
  return {
    path: at.replace(/\/$/, ''),
    type: textAt(mounts, at, 'type') ?? '',
    version: textAt(mounts, at, 'options', 'version'),
  };
}

/** Paths of the mounts below `prefix`, without it and in order. */
export async function listMounts(
  vault: VaultClient,
  prefix: string,
  { signal }: { signal?: AbortSignal },
): Promise<string[]> {
  const what = `read the mounts below ${prefix}`;
  const answer = await vault.read('sys/mounts', { what, signal });
  const mounts = valueAt(answer, 'data');
  const inside = `${prefix}/`;
  if (!isRecord(mounts)) {
    throw new VolumeEncryptionError(
      'kms-unreachable',
      'Vault did not say which mounts there are.',
    );
  }
  return Object.keys(mounts)
    .filter(it => it.startsWith(inside))
    .map(it => it.slice(inside.length).replace(/\/$/, ''))
    .sort();
}

/** The mount at `path` itself, or undefined when there is none. */
export async function readMount(
  vault: VaultClient,
  path: string,
  options: { signal?: AbortSignal },
): Promise<{ type: string; version?: string } | undefined> {
  const found = await findMount(vault, path, options);
  if (found?.path !== path) return undefined;
  return { type: found.type, version: found.version };
}

/**
 * What holds for the keys of the KV v2 mount at `path`. A negative
 * `delete_version_after` is how it is switched off (`path_config.go` of Vault's
 * KV engine).
 */
export async function readMountConfig(
  vault: VaultClient,
  path: string,
  { signal }: { signal?: AbortSignal },
): Promise<MountConfig> {
  const what = `read the configuration of the mount ${path}`;
  const at = `${requirePath('mount', path)}/config`;
  const answer = await vault.read(at, { what, signal });
  const casRequired = valueAt(answer, 'data', 'cas_required');
  const after = textAt(answer, 'data', 'delete_version_after');
  if (typeof casRequired !== 'boolean' || after === undefined) {
    throw new VolumeEncryptionError(
      'kms-unreachable',
      `Vault did not say how the mount ${path} is configured.`,
    );
  }
  const never = after === '0s' || after.startsWith('-');
  return { casRequired, deleteVersionAfter: never ? undefined : after };
}

/**
 * Enables KV v2 at `path` and waits until it takes keys; an equal mount is left
 * as it is. Throws `not-ours` where there is another mount, at the path or above
 * or below it.
 */
export async function ensureMount(
  vault: VaultClient,
  path: string,
  { signal }: { signal?: AbortSignal },
): Promise<'created' | 'unchanged'> {
  const found = await findMount(vault, path, { signal });
  if (found) return unchanged(found, path);
  try {
    await enable(vault, path, signal);
  } catch (error) {
    if (!isRefusal(error, 400) || !error.says(TAKEN)) throw error;
    const other = await findMount(vault, path, { signal });
    return unchanged(other, path);
  }
  // Answered with "Upgrading…" until a new mount is ready, and then repeated.
  const what = `make the mount ${path} ready`;
  await vault.read(`${path}/config`, { what, signal });
  return 'created';
}

function enable(vault: VaultClient, path: string, signal?: AbortSignal) {
  const body = {
    type: 'kv',
    options: { version: '2' },
    description: 'Keys of encrypted volumes of one tenant',
  };
  const what = `enable the mount ${path}`;
  return vault.write(`sys/mounts/${path}`, body, { what, signal });
}

function unchanged(found: Mount | undefined, path: string): 'unchanged' {
  const equal = found?.type === 'kv' && found.version === '2';
  if (equal && found.path === path) return 'unchanged';
  throw new VolumeEncryptionError(
    'not-ours',
    found?.path === path
      ? `There is a mount of another kind at ${path}: choose another prefix, or remove it.`
      : `There is a mount above or below ${path}: choose another prefix.`,
    { field: 'mount' },
  );
}
