import type { StorageClassView } from 'backstage-plugin-volume-encryption-common';
import { nameKey, type ChoiceSource } from './ChoiceSource';
import { chosenCluster } from './formState';

/** The StorageClasses of the chosen cluster that ask for encryption. */
export const storageClassSource: ChoiceSource<string, string> = {
  name: 'VolumeStorageClassPicker',
  title: 'StorageClass',
  scopeOf: chosenCluster,
  waitingFor: 'Choose the namespace first.',
  load: async (api, cluster) => {
    const { items, problems } = await api.listStorageClasses(cluster);
    const choices = items.filter(asksForEncryption).map(storageClass => ({
      value: storageClass.name,
      label: storageClass.name,
      detail: asks(storageClass),
      unusable: unusable(storageClass),
    }));
    return { choices, problems };
  },
  emptyText: cluster =>
    `Cluster ${cluster} has no StorageClass that asks for encryption. Ask the ` +
    'platform team to run template "Encrypted storage class".',
  keyOf: nameKey,
};

function asksForEncryption({ encryption }: StorageClassView): boolean {
  return ['block', 'file', 'invalid'].includes(encryption);
}

/** Also a class that is valid in itself cannot work without its KMS. */
function unusable(storageClass: StorageClassView): string | undefined {
  const error = storageClass.reasons.find(
    ({ severity }) => severity === 'error',
  );
  if (error) return error.message;
  return storageClass.encryption === 'invalid'
    ? 'What it asks for is not valid.'
    : undefined;
}

function asks(storageClass: StorageClassView): string {
  const { encryption, kmsId, kmsType, bindingMode, reclaimPolicy } =
    storageClass;
  return [
    `${encryption} encryption`,
    kmsId
      ? `a key per volume, kept by ${kmsId}${kmsType ? ` (${kmsType})` : ''}`
      : 'one passphrase for all its volumes',
    bindingMode === 'Immediate' ? 'bound at once' : 'bound at the first pod',
    reclaimPolicy === 'Delete'
      ? 'deleted with its claim'
      : 'kept when its claim goes',
  ].join(', ');
}
