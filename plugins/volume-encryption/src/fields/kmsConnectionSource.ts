import { nameKey, type ChoiceSource } from './ChoiceSource';
import { chosenCluster, text } from './formState';

interface Scope {
  cluster: string;
  /** Only connections of this type, by `ui:options.kmsType`. */
  kmsType?: string;
}

/** The KMS connections that Ceph CSI of the chosen cluster reads. */
export const kmsConnectionSource: ChoiceSource<string, Scope> = {
  name: 'VolumeKmsConnectionPicker',
  title: 'KMS connection',
  scopeOf: form => {
    const cluster = chosenCluster(form);
    return cluster
      ? { cluster, kmsType: text(form.options.kmsType) }
      : undefined;
  },
  waitingFor: 'Choose the cluster first.',
  load: async (api, { cluster, kmsType }) => {
    const { items, problems } = await api.listKmsConnections(cluster);
    const choices = items
      .filter(connection => !kmsType || connection.kmsType === kmsType)
      .map(({ kmsId, kmsType: type, kms, address, reasons }) => ({
        value: kmsId,
        label: kmsId,
        detail: [type, kms ?? address].filter(Boolean).join(', '),
        unusable: reasons.find(({ severity }) => severity === 'error')?.message,
      }));
    return { choices, problems };
  },
  emptyText: ({ cluster, kmsType }) =>
    `Ceph CSI of cluster ${cluster} has no KMS connection` +
    `${kmsType ? ` of type ${kmsType}` : ''}. Add one by template ` +
    '"KMS connection".',
  keyOf: nameKey,
};
