import type { StorageClassView } from 'backstage-plugin-volume-encryption-common';
import { nameKey, type Choice, type ChoiceSource } from './ChoiceSource';
import { chosenCluster } from './formState';

/** The StorageClasses of the chosen cluster, of any driver, and which may be its default. */
export const defaultClassSource: ChoiceSource<string, string> = {
  name: 'VolumeDefaultClassPicker',
  title: 'StorageClass',
  scopeOf: chosenCluster,
  waitingFor: 'Choose the cluster first.',
  load: async (api, cluster) => {
    const { items, problems } = await api.listStorageClasses(cluster);
    const choices = items.map(choiceOf);
    const isUsable = ({ unusable }: Choice<string>) => unusable === undefined;
    return {
      choices: [
        ...choices.filter(isUsable),
        ...choices.filter(it => !isUsable(it)),
      ],
      problems,
    };
  },
  emptyText: cluster =>
    `Cluster ${cluster} has no StorageClass. Run template "Encrypted storage ` +
    'class" first, or have the provider of your storage make one.',
  keyOf: nameKey,
};

function choiceOf(storageClass: StorageClassView): Choice<string> {
  const { name, provisioner, isDefault, asDefault } = storageClass;
  return {
    value: name,
    label: name,
    detail: [
      isDefault ? 'marked as default now' : undefined,
      asDefault.message,
      `Driver ${provisioner}.`,
    ]
      .filter(Boolean)
      .join(' · '),
    unusable: whyUnusable(storageClass),
  };
}

/** Also one that asks for encryption makes no volume without its KMS. */
function whyUnusable({ asDefault, reasons }: StorageClassView) {
  if (asDefault.severity !== 'ok') return asDefault.message;
  return reasons.find(({ severity }) => severity === 'error')?.message;
}
