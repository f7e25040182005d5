import type { OperationRequest } from 'backstage-plugin-volume-encryption-common';
import { requireValidNames } from './requireValidNames';

const storageClass: OperationRequest = {
  operation: 'storage-class',
  cluster: 'prod',
  name: 'ceph-block-encrypted',
  kmsId: 'vault-tenant-sa',
  provisioner: 'rook-ceph.rbd.csi.ceph.com',
  clusterId: 'rook-ceph',
  pool: 'replicapool',
  secretNamespace: 'rook-ceph',
  provisionerSecret: 'rook-csi-rbd-provisioner',
  nodeSecret: 'rook-csi-rbd-node',
  reclaimPolicy: 'Delete',
  bindingMode: 'Immediate',
};
const tenantSecret: OperationRequest = {
  operation: 'tenant-secret',
  cluster: 'prod',
  namespace: 'payments',
  kmsId: 'vault-tokens',
};
const tenantServiceAccount: OperationRequest = {
  ...tenantSecret,
  operation: 'tenant-service-account',
};
const claim: OperationRequest = {
  operation: 'claim',
  entityRef: 'component:default/orders',
  cluster: 'prod',
  namespace: 'payments',
  name: 'orders-data',
  storageClass: 'ceph-block-encrypted',
  size: '10Gi',
  accessMode: 'ReadWriteOnce',
  volumeMode: 'Filesystem',
};

/** Each name of each request. */
const names: [OperationRequest, string][] = [
  ...[
    'cluster',
    'name',
    'kmsId',
    'provisioner',
    'secretNamespace',
    'provisionerSecret',
    'nodeSecret',
  ].map((field): [OperationRequest, string] => [storageClass, field]),
  ...['cluster', 'namespace', 'kmsId'].flatMap(
    (field): [OperationRequest, string][] => [
      [tenantSecret, field],
      [tenantServiceAccount, field],
    ],
  ),
  ...['cluster', 'namespace', 'name', 'storageClass', 'size'].map(
    (field): [OperationRequest, string] => [claim, field],
  ),
];

const badNames = [
  '',
  '.',
  '..',
  '/',
  'a/b',
  '%2f',
  ' a',
  'a\n',
  'ünïcode',
  'a'.repeat(254),
];

describe('requireValidNames', () => {
  it.each([storageClass, tenantSecret, tenantServiceAccount, claim])(
    'lets a request of good names pass: $operation',
    request => {
      expect(() => requireValidNames(request)).not.toThrow();
    },
  );

  it.each(
    names.flatMap(([request, field]) =>
      badNames.map(bad => ({ request, field, bad })),
    ),
  )(
    'refuses $field "$bad" of $request.operation',
    ({ request, field, bad }) => {
      expect(() => requireValidNames({ ...request, [field]: bad })).toThrow(
        expect.objectContaining({ code: 'invalid-input', field }),
      );
    },
  );

  it.each(['0', '-1Gi', '5GB', '9Ei'])('refuses the size "%s"', size => {
    expect(() => requireValidNames({ ...claim, size })).toThrow(
      expect.objectContaining({ code: 'invalid-input', field: 'size' }),
    );
  });
});
