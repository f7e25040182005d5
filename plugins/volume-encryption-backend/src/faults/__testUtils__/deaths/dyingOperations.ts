import { clusterName } from '../../../operations/__testUtils__/OperationsUnderTest';
import type { DyingOperation } from './DyingOperation';
import { dyingBeginnings, dyingCredentials, dyingEnds } from './dyingTenants';
import { claimClass, classNamed } from './requests';
import * as writes from './writes';

/**
 * Every operation but three: the removal of a KMS connection, which is refused
 * when there is none, the key rotation of a claim, and the default class of a
 * cluster, whose suite cuts it off between its changes.
 */
export const dyingOperations: DyingOperation[] = [
  {
    name: 'storage-class',
    request: classNamed,
    writes: ['PATCH /apis/storage.k8s.io/v1/storageclasses/<tenant>'],
  },
  {
    name: 'kms-connection',
    request: namespace => ({
      operation: 'kms-connection',
      cluster: clusterName,
      kmsId: namespace,
      options: {
        encryptionKMSType: 'metadata',
        secretName: 'passphrases',
        secretNamespace: 'storage',
      },
    }),
    writes: [writes.connections],
  },
  ...dyingBeginnings,
  ...dyingCredentials,
  ...dyingEnds,
  {
    name: 'namespace-consent',
    request: namespace => ({
      operation: 'namespace-consent',
      cluster: clusterName,
      namespace,
      owner: 'group:default/shop',
    }),
    writes: [writes.namespaceWritten],
  },
  {
    name: 'claim',
    request: namespace => ({
      operation: 'claim',
      cluster: clusterName,
      namespace,
      entityRef: 'component:default/orders',
      name: 'orders-data',
      storageClass: claimClass,
      size: '1Gi',
    }),
    writes: [writes.claim],
  },
];
