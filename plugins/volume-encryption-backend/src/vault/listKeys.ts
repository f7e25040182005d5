import { textsAt } from '../network/valueAt';
import type { VaultClient } from './VaultClient';
import { isRefusal } from './VaultRefusal';
import { encodeListed, requirePath } from './vaultPath';

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
  folder: KeyFolder,
): Promise<ReadonlySet<string>> {
  return new Set((await listEntries(vault, folder)).filter(isKeyName));
}

/** The folders in it, as {@link listKeys} tells the keys. */
export async function listFolders(
  vault: VaultClient,
  folder: KeyFolder,
): Promise<ReadonlySet<string>> {
  const entries = await listEntries(vault, folder);
  const folders = entries.filter(name => !isKeyName(name));
  return new Set(folders.map(name => name.slice(0, -1)));
}

/** As `listKeys`, with the folders, whose names end with a slash. */
export async function listEntries(
  vault: VaultClient,
  { mount, folder, signal }: KeyFolder,
): Promise<string[]> {
  const below = folder === '' ? '' : `${encodeListed('key folder', folder)}/`;
  const path = `${requirePath('mount', mount)}/metadata/${below}`;
  const what = `list the names of the keys in ${mount}`;
  try {
    const answer = await vault.read(`${path}?list=true`, { what, signal });
    return textsAt(answer, 'data', 'keys');
  } catch (error) {
    if (isRefusal(error, 404)) return [];
    throw error;
  }
}

function isKeyName(name: string): boolean {
  return !name.endsWith('/');
}
