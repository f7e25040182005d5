import { parseObject } from './parseObject';
import { TEST_ATTRIBUTES, TEST_HANDLE } from './testObjects';

const metadata = { name: 'pvc-1', creationTimestamp: '2026-03-01T10:00:00Z' };

function volumeOf(spec: object) {
  return parseObject('PersistentVolume', { metadata, spec });
}

const csi = {
  driver: 'rook-ceph.rbd.csi.ceph.com',
  volumeHandle: TEST_HANDLE,
  volumeAttributes: TEST_ATTRIBUTES,
  nodeStageSecretRef: { name: 'rook-csi-rbd-node', namespace: 'rook-ceph' },
};

it('reads a CSI volume', () => {
  const volume = parseObject('PersistentVolume', {
    metadata,
    spec: {
      csi,
      storageClassName: 'encrypted',
      persistentVolumeReclaimPolicy: 'Delete',
      claimRef: { namespace: 'payments', name: 'data', uid: 'u-1' },
      capacity: { storage: '10Gi' },
      accessModes: ['ReadWriteOnce'],
      volumeMode: 'Filesystem',
      mountOptions: ['discard'],
      nodeAffinity: {},
      volumeAttributesClassName: 'fast',
    },
    status: { phase: 'Bound' },
  });
  expect(volume).toMatchObject({
    meta: { name: 'pvc-1', namespace: '' },
    storageClassName: 'encrypted',
    reclaimPolicy: 'Delete',
    phase: 'Bound',
    claim: { namespace: 'payments', name: 'data', uid: 'u-1' },
    csi: {
      driver: csi.driver,
      volumeHandle: TEST_HANDLE,
      attributes: TEST_ATTRIBUTES,
      nodeStageSecret: { name: 'rook-csi-rbd-node', namespace: 'rook-ceph' },
    },
    otherSource: undefined,
  });
});

it('reads a CSI volume with nothing but its handle', () => {
  const { driver, volumeHandle } = csi;
  expect(volumeOf({ csi: { driver, volumeHandle } })).toMatchObject({
    reclaimPolicy: 'Retain',
    phase: 'Pending',
    claim: undefined,
    csi: { attributes: {}, nodeStageSecret: undefined },
  });
});

it.each(['hostPath', 'rbd', 'awsElasticBlockStore', 'local', 'nfs'])(
  'names %s as another source',
  otherSource => {
    // The client leaves a key for every source, most of them undefined.
    const spec = { azureDisk: undefined, cinder: null, [otherSource]: {} };
    expect(volumeOf(spec)).toMatchObject({ csi: undefined, otherSource });
  },
);

it.each([
  ['spec.csi.driver', { csi: { volumeHandle: 'h' } }],
  ['spec.csi.volumeHandle', { csi: { driver: 'd' } }],
  ['spec.claimRef.name', { claimRef: { namespace: 'payments' } }],
  [
    'spec.csi.nodeStageSecretRef.namespace',
    { csi: { ...csi, nodeStageSecretRef: { name: 'a' } } },
  ],
])('names %s when it is missing', (field, spec) => {
  expect(() => volumeOf(spec)).toThrow(expect.objectContaining({ field }));
});

// Left out, `encrypted` would be taken for "made without encryption".
it.each([
  [{ encrypted: true }, 'spec.csi.volumeAttributes.encrypted'],
  [{ encrypted: null }, 'spec.csi.volumeAttributes.encrypted'],
  [['encrypted'], 'spec.csi.volumeAttributes'],
  ['encrypted', 'spec.csi.volumeAttributes'],
])('refuses attributes that are not texts: %j', (volumeAttributes, field) => {
  const { driver, volumeHandle } = csi;
  const read = () =>
    volumeOf({ csi: { driver, volumeHandle, volumeAttributes } });
  expect(read).toThrow(`${field} must be`);
});
