import { mockServices } from '@backstage/backend-test-utils';
import type {
  KubernetesObject,
  ObjectKind,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster, Kms } from 'backstage-plugin-volume-encryption-node';
import { KeyInventory } from '../../keyInventory/KeyInventory';
import { createSources, KmsFacts } from '../../status';
import { Systems } from '../../systems';
import { VolumeIndex } from '../../volumeIndex';
import type { OverviewSources } from '../surveySources';

/** What a cluster has, or the error that each of its watches ends with. */
export type ClusterOf = readonly KubernetesObject[] | Error;

/** Sources with an index that has heard all of these clusters. */
export async function sourcesOf(
  clusters: Record<string, ClusterOf>,
  { kms = [], now = () => new Date() }: { kms?: Kms[]; now?: () => Date } = {},
): Promise<{
  sources: OverviewSources;
  /** Looks at keys, as is done every minute. */
  look: () => Promise<void>;
  stop: () => Promise<void>;
}> {
  const ports = Object.entries(clusters).map(([name, has]) =>
    clusterOf(name, has),
  );
  const logger = mockServices.logger.mock();
  const index = new VolumeIndex({ clusters: ports, logger, now });
  const end = new AbortController();
  const following = index.follow(end.signal);
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  const parts = {
    ...{ index, kms, now },
    systems: new Systems({ clusters: ports, kms }),
    kmsFacts: new KmsFacts(now),
    credentials: { find: async () => undefined },
  };
  const keys = new KeyInventory(parts);
  const sources = { ...createSources(parts), keys };

  const stop = async () => {
    end.abort();
    await following;
  };
  return { sources, look: () => keys.look(end.signal), stop };
}

function clusterOf(name: string, has: ClusterOf): Cluster {
  const notAsked = () => {
    throw new Error('A cluster was asked.');
  };
  return {
    name,
    csiNamespace: 'rook-ceph',
    reader: {
      list: async () => [],
      get: notAsked,
      watch: async function* tell(kind, { signal }) {
        if (has instanceof Error) yield { type: 'failed', error: has };
        else yield JSON.parse(JSON.stringify(listOf(kind, has)));
        await new Promise(resolve => {
          signal.addEventListener('abort', resolve);
        });
      },
    },
    writer: { apply: notAsked, patch: notAsked, delete: notAsked },
  };
}

function listOf(kind: ObjectKind, objects: readonly KubernetesObject[]) {
  return {
    type: 'replaced',
    objects: objects.filter(object => object.kind === kind),
  };
}
