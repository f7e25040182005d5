import type { CephCluster, DevicesAsked, StorageCluster } from './cephClusters';
import type { Fields } from './fields';
import { parseMeta } from './parseMeta';

/** A flag that is not there is a default; one of another type is not understood. */
type Flag = boolean | undefined;

/** Of `connectionDetails` only that there are some: they tell how a KMS is reached. */
export function parseCephCluster(object: Fields): CephCluster {
  const spec = object.child('spec');
  const storage = spec.child('storage');
  const kms = spec.child('security').child('kms').child('connectionDetails');
  const sets = storage
    .children('storageClassDeviceSets')
    .map(set => ({ name: nameOf(set), encrypted: flagOf(set, false) }));
  return {
    kind: 'CephCluster',
    meta: parseMeta(object),
    isExternal: spec.child('external').isTrue('enable'),
    devices: [...sets, ...disksOfNodes(storage)],
    usesKms: kms.names().length > 0,
  };
}

/** Each disk of a node that is named, or what is said for all nodes. */
function disksOfNodes(storage: Fields): DevicesAsked[] {
  const forAll = diskFlagOf(storage, false);
  if (storage.isTrue('useAllNodes')) {
    return [{ name: 'disks of all nodes', encrypted: forAll }];
  }
  return storage.children('nodes').flatMap(node => {
    const forNode = diskFlagOf(node, forAll);
    const disks = node.children('devices');
    const flags = disks.map(disk => diskFlagOf(disk, forNode));
    return (flags.length > 0 ? flags : [forNode]).map(encrypted => ({
      name: `disks of ${nameOf(node)}`,
      encrypted,
    }));
  });
}

/** Rook compares the text with "true". */
function diskFlagOf(holder: Fields, otherwise: Flag): Flag {
  if (!holder.child('config').has('encryptedDevice')) return otherwise;
  const { encryptedDevice } = holder.textMap('config');
  return encryptedDevice === undefined ? undefined : encryptedDevice === 'true';
}

export function parseStorageCluster(object: Fields): StorageCluster {
  const spec = object.child('spec');
  const forAll = forAllOf(spec.child('encryption'));
  return {
    kind: 'StorageCluster',
    meta: parseMeta(object),
    isExternal: spec.child('externalStorage').isTrue('enable'),
    devices: spec
      .children('storageDeviceSets')
      .map(set => ({ name: nameOf(set), encrypted: flagOf(set, forAll) })),
    usesKms: spec.child('encryption').child('kms').isTrue('enable'),
  };
}

/** Either of the two is enough; `enable` is the older one. */
function forAllOf(encryption: Fields): Flag {
  const flags = ['clusterWide', 'enable'].map(name =>
    flagOf(encryption, false, name),
  );
  if (flags.includes(true)) return true;
  return flags.includes(undefined) ? undefined : false;
}

function flagOf(fields: Fields, otherwise: Flag, name = 'encrypted'): Flag {
  return fields.has(name) ? fields.optionalBoolean(name) : otherwise;
}

function nameOf(fields: Fields): string {
  return fields.optionalText('name') ?? 'one without a name';
}
