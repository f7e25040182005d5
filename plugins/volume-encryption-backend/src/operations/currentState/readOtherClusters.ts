import type { OtherCluster } from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { listIfInstalled } from '../../cluster/listIfInstalled';
import { observe } from '../../status/observe';
import type { ReadContext } from './ReadContext';

/** What of each cluster may need a key of a mount. One that fails is told as such. */
export function readOtherClusters(
  clusters: readonly Cluster[],
  context: ReadContext,
): Promise<OtherCluster[]> {
  return Promise.all(
    clusters.map(async ({ name, reader }) => ({
      name,
      objects: await observe(context.now, () => readKeyed(reader, context)),
    })),
  );
}

async function readKeyed(reader: Cluster['reader'], { signal }: ReadContext) {
  const [volumes, contents] = await Promise.all([
    reader.list('PersistentVolume', { signal }),
    listIfInstalled(reader, 'VolumeSnapshotContent', { signal }),
  ]);
  return [...volumes, ...(contents ?? [])];
}
