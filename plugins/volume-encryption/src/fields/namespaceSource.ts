import { projectText } from '../facts';
import type { ChoiceSource } from './ChoiceSource';
import { nameKey } from './ChoiceSource';
import { chosenCluster } from './formState';
import { custodyWords } from './tenantSource';

/** Every namespace of the chosen cluster; for the platform team. */
export const namespaceSource: ChoiceSource<string, string> = {
  name: 'VolumeNamespacePicker',
  title: 'Namespace',
  scopeOf: chosenCluster,
  waitingFor: 'Choose the cluster first.',
  load: async (api, cluster) => {
    const { items, problems } = await api.listNamespaces(cluster);
    const choices = items.map(({ namespace, owner, project, custodies }) => ({
      value: namespace,
      label: namespace,
      detail: [
        owner ? `serves ${owner}` : 'serves nobody yet',
        projectText(project),
        custodyWords(custodies),
      ]
        .filter(Boolean)
        .join(', '),
    }));
    return { choices, problems };
  },
  emptyText: cluster => `Cluster ${cluster} has no namespace that can be seen.`,
  keyOf: nameKey,
};
