import { Fields } from './fields';
import type { ObjectKind, ObjectOfKind } from './objects';
import { parseCephCluster, parseStorageCluster } from './parseCephClusters';
import { parseLimitRange, parseResourceQuota } from './parseClaimLimits';
import { parseDiskPool } from './parseDiskPool';
import { parseClusterEvent } from './parseClusterEvent';
import { parseCsiDriver, parseCsiNode } from './parseCsiRegistrations';
import { parseEncryptionKeyRotationCronJob } from './parseEncryptionKeyRotationCronJob';
import { parseEncryptionKeyRotationJob } from './parseEncryptionKeyRotationJob';
import { parseJob } from './parseJob';
import { parseMeta } from './parseMeta';
import { parseNamespace } from './parseNamespace';
import { parseNode } from './parseNode';
import { parsePersistentVolume } from './parsePersistentVolume';
import { parsePersistentVolumeClaim } from './parsePersistentVolumeClaim';
import { parsePod } from './parsePod';
import { parseSecret } from './parseSecret';
import { parseStorageClass } from './parseStorageClass';
import {
  parseLonghornVolume,
  parseTridentVolume,
  parseVolumeAttachment,
  parseZfsVolume,
} from './parseVendorObjects';
import { parseVolumeSnapshot } from './parseVolumeSnapshot';
import { parseVolumeSnapshotClass } from './parseVolumeSnapshotClass';
import { parseVolumeSnapshotContent } from './parseVolumeSnapshotContent';
import { parseWorkload } from './parseWorkload';

type Parsers = { [K in ObjectKind]: (object: Fields) => ObjectOfKind<K> };

const parsers: Parsers = {
  PersistentVolumeClaim: parsePersistentVolumeClaim,
  PersistentVolume: parsePersistentVolume,
  StorageClass: parseStorageClass,
  Pod: parsePod,
  Event: parseClusterEvent,
  Namespace: parseNamespace,
  ConfigMap: object => ({
    kind: 'ConfigMap',
    meta: parseMeta(object),
    data: object.textMap('data'),
  }),
  ServiceAccount: object => ({
    kind: 'ServiceAccount',
    meta: parseMeta(object),
  }),
  Secret: parseSecret,
  Deployment: object => parseWorkload('Deployment', object),
  DaemonSet: object => parseWorkload('DaemonSet', object),
  Job: parseJob,
  Node: parseNode,
  VolumeSnapshot: parseVolumeSnapshot,
  VolumeSnapshotContent: parseVolumeSnapshotContent,
  VolumeSnapshotClass: parseVolumeSnapshotClass,
  EncryptionKeyRotationJob: parseEncryptionKeyRotationJob,
  EncryptionKeyRotationCronJob: parseEncryptionKeyRotationCronJob,
  LonghornVolume: parseLonghornVolume,
  TridentVolume: parseTridentVolume,
  ZFSVolume: parseZfsVolume,
  VolumeAttachment: parseVolumeAttachment,
  CephCluster: parseCephCluster,
  StorageCluster: parseStorageCluster,
  ResourceQuota: parseResourceQuota,
  LimitRange: parseLimitRange,
  CSIDriver: parseCsiDriver,
  CSINode: parseCsiNode,
  DiskPool: parseDiskPool,
};

/**
 * Makes our own object from one as the Kubernetes API or its client gives it;
 * times may be text or Date. `kind` is taken from the caller, because items of
 * a list carry none. Nothing of a Secret but its metadata passes.
 *
 * Throws `invalid-input` that names the field when a required one is missing.
 *
 * @public
 */
export function parseObject<K extends ObjectKind>(
  kind: K,
  raw: unknown,
): ObjectOfKind<K> {
  return parsers[kind](Fields.of(kind, raw));
}
