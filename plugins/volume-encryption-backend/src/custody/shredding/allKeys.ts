import type { KeyRegistry } from 'backstage-plugin-volume-encryption-node';

/**
 * The names of all keys of a mount, those in folders with their folders in front.
 * Throws what the registry throws.
 */
export async function allKeys(
  registry: Pick<KeyRegistry, 'listKeys' | 'listFolders'>,
  { mount, folder = '' }: { mount: string; folder?: string },
  options: { signal?: AbortSignal },
): Promise<string[]> {
  const place = { mount, folder };
  const within = (name: string) => (folder ? `${folder}/${name}` : name);
  const keys = [...(await registry.listKeys(place, options))].map(within);
  for (const name of await registry.listFolders(place, options)) {
    const deeper = { mount, folder: within(name) };
    keys.push(...(await allKeys(registry, deeper, options)));
  }
  return keys.sort();
}
