import {
  unknown,
  type PreflightFacts,
  type StorageClass,
} from 'backstage-plugin-volume-encryption-common';
import { observe } from '../status';
import type { Look } from './Look';

const NO_CLASS = unknown('not-applicable', 'The class is not known.');

/** The class of the requested name. */
export async function readClass({
  request: { storageClass: name },
  cluster: { reader },
  now,
  signal,
}: Look): Promise<PreflightFacts['storageClass']> {
  return observe(now, () => reader.get('StorageClass', { name, signal }));
}

/** Where the class's driver has made itself known. */
export async function readDriver(
  { cluster: { reader }, now, signal }: Look,
  storageClass: StorageClass | undefined,
): Promise<Pick<PreflightFacts, 'driverInstalled' | 'driverNodes'>> {
  if (!storageClass) {
    return { driverInstalled: NO_CLASS, driverNodes: NO_CLASS };
  }
  const { provisioner: name } = storageClass;
  const [driverInstalled, driverNodes] = await Promise.all([
    observe(now, async () => {
      const driver = await reader.get('CSIDriver', { name, signal });
      return driver !== undefined;
    }),
    observe(now, async () => {
      const nodes = await reader.list('CSINode', { signal });
      return nodes.filter(it => it.driverNames.includes(name)).length;
    }),
  ]);
  return { driverInstalled, driverNodes };
}
