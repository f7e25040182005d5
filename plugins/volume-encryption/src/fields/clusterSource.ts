import type { ClusterView } from 'backstage-plugin-volume-encryption-common';
import { nameKey, type ChoiceSource } from './ChoiceSource';

const stateWords: Record<ClusterView['state'], string> = {
  synced: 'in sync',
  syncing: 'being read for the first time',
  stale: 'not heard of for a while',
  unreachable: 'cannot be reached',
  denied: 'does not let the portal read',
};

/** The configured clusters. */
export const clusterSource: ChoiceSource<string, true> = {
  name: 'VolumeClusterPicker',
  title: 'Cluster',
  scopeOf: () => true,
  waitingFor: '',
  load: async api => {
    const { items } = await api.listClusters();
    const choices = items.map(cluster => ({
      value: cluster.name,
      label: cluster.name,
      detail: cluster.message ?? stateWords[cluster.state],
    }));
    return { choices, problems: [] };
  },
  emptyText: () =>
    'No cluster is configured. Ask the platform team to add one under ' +
    'volumeEncryption.clusters.',
  keyOf: nameKey,
};
