import { isVolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { KeyRegistry } from 'backstage-plugin-volume-encryption-node';

/** What a mount has. */
export interface FoundKeys {
  /** Of keys, those in folders with their folders in front; sorted. */
  names: string[];
  /** Folders that cannot be looked into: what is in them is not known. */
  unlisted: { name: string; reason: string }[];
}

type Place = { mount: string; folder?: string };

/**
 * The keys of a mount, in all folders. A tenant may name his folders as he likes;
 * one that cannot be asked for keeps nobody from the others. Throws what the
 * registry throws for any other reason.
 */
export async function allKeys(
  registry: Pick<KeyRegistry, 'listKeys' | 'listFolders'>,
  { mount, folder = '' }: Place,
  options: { signal?: AbortSignal },
): Promise<FoundKeys> {
  const place = { mount, folder };
  const within = (name: string) => (folder ? `${folder}/${name}` : name);
  const names = [...(await registry.listKeys(place, options))].map(within);
  const unlisted: FoundKeys['unlisted'] = [];
  for (const name of await registry.listFolders(place, options)) {
    const deeper = { mount, folder: within(name) };
    const found = await allKeys(registry, deeper, options).catch(
      (error: unknown) => unknownIn(deeper.folder, error),
    );
    names.push(...found.names);
    unlisted.push(...found.unlisted);
  }
  return { names: names.sort(), unlisted };
}

/** Nothing but its name keeps a folder from being listed, and that will not change. */
function unknownIn(folder: string, error: unknown): FoundKeys {
  if (!isVolumeEncryptionError(error) || error.code !== 'invalid-input') {
    throw error;
  }
  return {
    names: [],
    unlisted: [{ name: `${folder}/`, reason: error.message }],
  };
}
