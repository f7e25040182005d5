import type { Fields } from './fields';
import type { StorageClass } from './objects';
import { parseMeta } from './parseMeta';

/** A class, with the API server's defaults for what it leaves open. */
export function parseStorageClass(object: Fields): StorageClass {
  const reclaimPolicy = object.optionalText('reclaimPolicy') ?? 'Delete';
  if (
    reclaimPolicy !== 'Delete' &&
    reclaimPolicy !== 'Retain' &&
    reclaimPolicy !== 'Recycle'
  ) {
    throw object.wrong('reclaimPolicy', 'must be Delete, Retain or Recycle');
  }
  const bindingMode = object.optionalText('volumeBindingMode') ?? 'Immediate';
  if (bindingMode !== 'Immediate' && bindingMode !== 'WaitForFirstConsumer') {
    throw object.wrong(
      'volumeBindingMode',
      'must be Immediate or WaitForFirstConsumer',
    );
  }
  return {
    kind: 'StorageClass',
    meta: parseMeta(object),
    provisioner: object.text('provisioner'),
    parameters: object.textMap('parameters'),
    reclaimPolicy,
    bindingMode,
    allowsExpansion: object.isTrue('allowVolumeExpansion'),
  };
}
