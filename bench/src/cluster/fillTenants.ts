import { boundVolume, type StoredObject } from './boundVolume';
import { fillEtcd } from './fillEtcd';
import { makeTenant } from './makeTenant';
import type { Servers } from './prepareServers';
import { writeKeys } from './writeKeys';

/** So many tenants, and among them so many volumes. */
interface Shape {
  tenants: number;
  /** In all. Without any, the tenants themselves are made. */
  volumes: number;
  /** The tenants whose volumes have keys in Vault: those that will be read. */
  withKeys: string[];
}

/** Fills tenants `tenant-0` and on with volumes of components of these names. */
export async function fillTenants(
  { administrator, etcdUrl }: Servers,
  { tenants, volumes, withKeys }: Shape,
): Promise<void> {
  const names = Array.from({ length: tenants }, (_, i) => `tenant-${i}`);
  if (volumes === 0) {
    for (const name of names) await makeTenant(administrator, name);
    return;
  }
  const handles = new Map<string, string[]>(withKeys.map(it => [it, []]));
  await fillEtcd(etcdUrl, volumesOf(names, volumes / tenants, handles));
  for (const [namespace, its] of handles) {
    await writeKeys(administrator, namespace, its);
  }
}

/** One after the other, so that they are never all in memory. */
function* volumesOf(
  names: string[],
  each: number,
  handles: Map<string, string[]>,
): Generator<StoredObject> {
  for (const namespace of names) {
    for (let i = 0; i < each; i++) {
      const name = `data-${i}`;
      const claim = { namespace, component: namespace, name };
      const { handle, objects } = boundVolume(claim);
      handles.get(namespace)?.push(handle);
      yield* objects;
    }
  }
}
