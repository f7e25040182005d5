import type { StorageClassRequest } from '../contract/api';
import type { StorageClass } from '../kubernetes/objects';
import { type StorageClassState, planStorageClass } from './planStorageClass';
import {
  BAD_NAMES,
  CONNECTIONS,
  OURS,
  connectionsOf,
  metaOf,
  storageClassOf,
} from './testState';

const request: StorageClassRequest = {
  operation: 'storage-class',
  cluster: 'prod',
  name: 'encrypted',
  kmsId: 'vault-sa',
  provisioner: 'rook-ceph.rbd.csi.ceph.com',
  clusterId: 'rook-ceph',
  pool: 'replicapool',
  secretNamespace: 'rook-ceph',
  reclaimPolicy: 'Delete',
  bindingMode: 'Immediate',
};
const cephFsRequest = {
  ...request,
  provisioner: 'rook-ceph.cephfs.csi.ceph.com',
  pool: 'myfs',
};
const empty: StorageClassState = { connections: connectionsOf(CONNECTIONS) };

const PARAMETERS = {
  clusterID: 'rook-ceph',
  pool: 'replicapool',
  imageFeatures: 'layering',
  encrypted: 'true',
  encryptionKMSID: 'vault-sa',
  'csi.storage.k8s.io/fstype': 'ext4',
  'csi.storage.k8s.io/provisioner-secret-name': 'rook-csi-rbd-provisioner',
  'csi.storage.k8s.io/provisioner-secret-namespace': 'rook-ceph',
  'csi.storage.k8s.io/controller-expand-secret-name':
    'rook-csi-rbd-provisioner',
  'csi.storage.k8s.io/controller-expand-secret-namespace': 'rook-ceph',
  'csi.storage.k8s.io/node-stage-secret-name': 'rook-csi-rbd-node',
  'csi.storage.k8s.io/node-stage-secret-namespace': 'rook-ceph',
};

/** The class as a first run leaves it, with what a test wants otherwise. */
function existingClass(
  fields: Partial<StorageClass> = {},
  parameters: Record<string, string> = {},
): StorageClass {
  return storageClassOf({
    parameters: { ...PARAMETERS, ...parameters },
    ...fields,
  });
}

const planned = (fields: Partial<StorageClassRequest> = {}, state = empty) =>
  planStorageClass({ ...request, ...fields }, state);

describe('a new class', () => {
  it('of RBD is one manifest, ours and encrypted', () => {
    expect(planned()).toEqual({
      operation: 'storage-class',
      notes: [],
      steps: [
        {
          kind: 'apply',
          id: 'storage-class',
          title: 'StorageClass encrypted',
          change: 'create',
          cluster: 'prod',
          manifest: {
            apiVersion: 'storage.k8s.io/v1',
            kind: 'StorageClass',
            metadata: { name: 'encrypted', labels: OURS },
            provisioner: 'rook-ceph.rbd.csi.ceph.com',
            parameters: PARAMETERS,
            reclaimPolicy: 'Delete',
            volumeBindingMode: 'Immediate',
            allowVolumeExpansion: true,
          },
        },
      ],
    });
  });

  it('of CephFS has the parameters of CephFS and no others', () => {
    const plan = planStorageClass(cephFsRequest, empty);
    expect(plan.steps[0]).toMatchObject({
      manifest: {
        parameters: {
          clusterID: 'rook-ceph',
          fsName: 'myfs',
          encrypted: 'true',
          encryptionKMSID: 'vault-sa',
          'csi.storage.k8s.io/provisioner-secret-name':
            'rook-csi-cephfs-provisioner',
          'csi.storage.k8s.io/node-stage-secret-name': 'rook-csi-cephfs-node',
        },
      },
    });
    const text = JSON.stringify(plan.steps);
    expect(text).not.toMatch(/"pool"|imageFeatures|fstype|rbd/);
  });

  it('of CephFS warns of what file encryption needs', () => {
    expect(planStorageClass(cephFsRequest, empty).notes).toEqual([
      expect.objectContaining({
        code: 'file-encryption-limits',
        severity: 'warning',
      }),
    ]);
  });

  it('takes the wishes of the request', () => {
    const plan = planned({
      provisionerSecret: 'prov',
      nodeSecret: 'node',
      reclaimPolicy: 'Retain',
      bindingMode: 'WaitForFirstConsumer',
    });
    expect(plan.steps[0]).toMatchObject({
      manifest: {
        parameters: {
          'csi.storage.k8s.io/provisioner-secret-name': 'prov',
          'csi.storage.k8s.io/controller-expand-secret-name': 'prov',
          'csi.storage.k8s.io/node-stage-secret-name': 'node',
        },
        reclaimPolicy: 'Retain',
        volumeBindingMode: 'WaitForFirstConsumer',
      },
    });
  });

  it('is frozen through and through', () => {
    const [step] = planned().steps;
    expect(Object.isFrozen(step)).toBe(true);
    expect(() => {
      if (step.kind === 'apply') step.manifest.metadata.name = 'other';
    }).toThrow(TypeError);
  });
});

describe('an input that is not acceptable', () => {
  const fields = [
    'cluster',
    'name',
    'kmsId',
    'provisioner',
    'clusterId',
    'pool',
    'secretNamespace',
    'provisionerSecret',
    'nodeSecret',
  ] as const;

  describe.each(fields)('in %s', field => {
    it.each(BAD_NAMES)('%.20j is refused by name', value => {
      expect(() => planned({ [field]: value })).toThrow(
        expect.objectContaining({ code: 'invalid-input', field }),
      );
    });
  });

  it.each(['cluster', 'name', 'provisioner', 'secretNamespace'] as const)(
    'is an upper-case %s',
    field => {
      expect(() => planned({ [field]: 'Upper' })).toThrow(
        expect.objectContaining({ code: 'invalid-input', field }),
      );
    },
  );

  it.each(['nfs.csi.k8s.io', 'xrbd.csi.ceph.com', 'rbd.csi.ceph.com.evil'])(
    'is the provisioner %s',
    provisioner => {
      expect(() => planned({ provisioner })).toThrow(
        expect.objectContaining({
          code: 'invalid-input',
          field: 'provisioner',
          message: expect.stringContaining('rbd.csi.ceph.com'),
        }),
      );
    },
  );

  it('is the connection "default", even where one is called so', () => {
    const connections = connectionsOf({ default: CONNECTIONS['vault-sa'] });
    expect(() => planned({ kmsId: 'default' }, { connections })).toThrow(
      expect.objectContaining({ code: 'invalid-input', field: 'kmsId' }),
    );
  });

  it('is a connection that gives out no passphrase, of CephFS alone', () => {
    const kmip = { encryptionKMSType: 'kmip', KMIP_ENDPOINT: 'a:1' };
    const state = { connections: connectionsOf({ 'vault-sa': kmip }) };
    expect(() => planStorageClass(cephFsRequest, state)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        field: 'kmsId',
        message: expect.stringContaining('gives out no passphrase'),
      }),
    );
    expect(planStorageClass(request, state).steps).toHaveLength(1);
  });

  it('is a connection that is not there', () => {
    expect(() => planned({ kmsId: 'nope' })).toThrow(
      expect.objectContaining({ code: 'unknown-connection', field: 'kmsId' }),
    );
  });
});

describe('a class of that name', () => {
  const withExisting = (existing: StorageClass) => ({ ...empty, existing });

  it('that is ours and equal needs no change', () => {
    const plan = planned({}, withExisting(existingClass()));
    expect(plan.steps.map(({ change }) => change)).toEqual(['none']);
  });

  it.each<[string, StorageClass]>([
    ['pool', existingClass({}, { pool: 'other' })],
    ['encrypted', existingClass({}, { encrypted: 'false' })],
    ['encryptionKMSID', existingClass({}, { encryptionKMSID: 'other' })],
    ['dataPool', existingClass({}, { dataPool: 'ec' })],
    ['provisioner', existingClass({ provisioner: 'rbd.csi.ceph.com' })],
    ['reclaimPolicy', existingClass({ reclaimPolicy: 'Retain' })],
    [
      'volumeBindingMode',
      existingClass({ bindingMode: 'WaitForFirstConsumer' }),
    ],
  ])('that differs in %s is refused and the field named', (name, existing) => {
    expect(() => planned({}, withExisting(existing))).toThrow(
      expect.objectContaining({
        code: 'conflict',
        message: expect.stringContaining(`differs in: ${name}.`),
      }),
    );
  });

  it('that differs in several fields is refused with all of them', () => {
    const existing = existingClass(
      { reclaimPolicy: 'Retain' },
      { pool: 'other', mounter: 'rbd-nbd' },
    );
    expect(() => planned({}, withExisting(existing))).toThrow(
      'differs in: mounter, pool, reclaimPolicy.',
    );
  });

  it.each([
    ['equal', existingClass({ meta: metaOf('encrypted') })],
    ['different', storageClassOf({ meta: metaOf('encrypted') })],
    [
      'managed by another',
      existingClass({
        meta: metaOf('encrypted', {
          labels: { 'app.kubernetes.io/managed-by': 'Helm' },
        }),
      }),
    ],
  ])('that is %s but not ours is refused', (_how, existing) => {
    expect(() => planned({}, withExisting(existing))).toThrow(
      expect.objectContaining({
        code: 'not-ours',
        message: expect.stringContaining('StorageClass encrypted'),
      }),
    );
  });

  it('that is going away is waited for', () => {
    const meta = metaOf('encrypted', {
      labels: OURS,
      deletedAt: '2026-01-01T00:00:00Z',
    });
    expect(() => planned({}, withExisting(existingClass({ meta })))).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
  });
});
