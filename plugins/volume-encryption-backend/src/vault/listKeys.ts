import { itemsAt } from '../network/valueAt';
import type { VaultClient } from './VaultClient';
import { isRefusal } from './VaultRefusal';
import { requirePath } from './vaultPath';

/** Whose names are listed. */
export interface KeyFolder {
  mount: string;
  /** Below the mount, without slashes at the ends; empty for the mount itself. */
  folder: string;
  signal?: AbortSignal;
}

/**
 * The names of the keys in a folder of a mount (KV v2,
 * `GET <mount>/metadata/<folder>/?list=true`, which Vault takes for its verb
 * LIST), without the folders in it. Vault answers 404 where there is none
 * (`handleLogicalInternal` of Vault's http/logical.go). A key that was deleted
 * softly, or whose versions were destroyed, has its name in the list still.
 */
export async function listKeys(
  vault: VaultClient,
  { mount, folder, signal }: KeyFolder,
): Promise<ReadonlySet<string>> {
  const below = folder === '' ? '' : `${requirePath('key folder', folder)}/`;
  const path = `${requirePath('mount', mount)}/metadata/${below}`;
  const what = `list the names of the keys in ${mount}`;
  try {
    const answer = await vault.read(`${path}?list=true`, { what, signal });
    return new Set(itemsAt(answer, 'data', 'keys').filter(isKeyName));
  } catch (error) {
    if (isRefusal(error, 404)) return new Set();
    throw error;
  }
}

function isKeyName(name: unknown): name is string {
  return typeof name === 'string' && !name.endsWith('/');
}
