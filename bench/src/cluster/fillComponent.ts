import { boundVolume, labelledConfigMap } from './boundVolume';
import { fillEtcd } from './fillEtcd';
import { makeTenant } from './makeTenant';
import type { Servers } from './prepareServers';
import { writeKeys } from './writeKeys';

/**
 * Makes a tenant with so many encrypted volumes of the component of the same
 * name, a key for each, and as many ConfigMaps with the component's label.
 */
export async function fillComponent(
  { administrator, etcdUrl }: Pick<Servers, 'administrator' | 'etcdUrl'>,
  { name, volumes }: { name: string; volumes: number },
): Promise<void> {
  await makeTenant(administrator, name);
  const claims = Array.from({ length: volumes }, (_, index) => ({
    namespace: name,
    component: name,
    name: `data-${index}`,
  }));
  const bound = claims.map(claim => boundVolume(claim));
  await fillEtcd(
    etcdUrl,
    bound.flatMap(({ objects }) => objects),
  );
  await fillEtcd(etcdUrl, claims.map(labelledConfigMap));
  const handles = bound.map(({ handle }) => handle);
  await writeKeys(administrator, name, handles);
}
