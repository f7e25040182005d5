import { parseObject } from './parseObject';

const metadata = {
  name: 'data',
  namespace: 'payments',
  creationTimestamp: '2026-03-01T10:00:00Z',
};
const resources = { requests: { storage: '10Gi' } };

function claimOf(spec: object = {}, status: object = {}) {
  return parseObject('PersistentVolumeClaim', {
    metadata,
    spec: { resources, ...spec },
    status,
  });
}

it('reads a bound claim', () => {
  const claim = claimOf(
    {
      storageClassName: 'encrypted',
      volumeName: 'pvc-1',
      accessModes: ['ReadWriteOnce'],
      volumeMode: 'Block',
    },
    { phase: 'Bound', capacity: { storage: '12Gi' } },
  );
  expect(claim).toMatchObject({
    storageClassName: 'encrypted',
    volumeName: 'pvc-1',
    accessModes: ['ReadWriteOnce'],
    volumeMode: 'Block',
    requested: '10Gi',
    capacity: '12Gi',
    phase: 'Bound',
    dataSource: undefined,
  });
});

it('takes a new claim for one that waits', () => {
  expect(claimOf()).toMatchObject({
    phase: 'Pending',
    volumeMode: 'Filesystem',
    accessModes: [],
    volumeName: undefined,
    capacity: undefined,
  });
});

it('refuses a phase that Kubernetes does not have', () => {
  expect(() => claimOf({}, { phase: 'Fine' })).toThrow('status.phase');
});

const snapshot = { kind: 'VolumeSnapshot', name: 'before' };
const elsewhere = { ...snapshot, namespace: 'other' };
it.each<[string, object, object | undefined]>([
  ['dataSource', { dataSource: snapshot }, snapshot],
  ['dataSourceRef', { dataSourceRef: elsewhere }, elsewhere],
  [
    'dataSourceRef before dataSource',
    { dataSource: snapshot, dataSourceRef: elsewhere },
    elsewhere,
  ],
  ['neither', { dataSource: null }, undefined],
])('reads what it is a copy of from %s', (_, spec, expected) => {
  expect(claimOf(spec).dataSource).toEqual(expected);
});
