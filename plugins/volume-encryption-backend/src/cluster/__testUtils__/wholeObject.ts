/** The metadata of any object, with a canary where a secret may be. */
const metadata = {
  name: 'b',
  namespace: 'a',
  uid: 'u',
  resourceVersion: '7',
  creationTimestamp: '2026-01-01T00:00:00Z',
  deletionTimestamp: '2026-01-01T00:00:00Z',
  labels: { one: 'canary' },
  annotations: { one: 'canary' },
  finalizers: ['x/y'],
  ownerReferences: [{ kind: 'Pod', name: 'p', uid: 'v', controller: true }],
};

/** An object with the fields of all kinds. */
export const wholeObject = {
  metadata,
  data: { one: 'canary' },
  provisioner: 'rbd.csi.ceph.com',
  parameters: { encrypted: 'true' },
  spec: {
    volumeName: 'v',
    storageClassName: 's',
    finalizers: ['kubernetes'],
    resources: { requests: { storage: '1Gi' } },
    capacity: { storage: '1Gi' },
    accessModes: ['ReadWriteOnce'],
    claimRef: { namespace: 'a', name: 'b', uid: 'u' },
    csi: { driver: 'd', volumeHandle: 'h', volumeAttributes: { one: 'x' } },
    volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'b' } }],
    nodeName: 'n',
  },
  status: {
    phase: 'Bound',
    capacity: { storage: '1Gi' },
    conditions: [{ type: 'Ready', status: 'True', message: 'canary' }],
  },
  involvedObject: { kind: 'Pod', namespace: 'a', name: 'b', uid: 'u' },
  reason: 'R',
  message: 'canary',
  type: 'Warning',
  lastTimestamp: '2026-01-01T00:00:00Z',
};

/** What an API server says with a status of failure. */
export const refusalStatus = {
  kind: 'Status',
  code: 409,
  message: 'canary, exceeded quota: ours, requested: canary',
  details: { causes: [{ field: 'spec.x', reason: 'R', message: 'canary' }] },
};
