import { parseObject } from './parseObject';

const metadata = { name: 'fast', creationTimestamp: '2026-03-01T10:00:00Z' };

function classOf(fields: object) {
  return parseObject('StorageClass', {
    metadata,
    provisioner: 'rbd.csi.ceph.com',
    ...fields,
  });
}

it('has the defaults of the API server', () => {
  expect(classOf({})).toMatchObject({
    provisioner: 'rbd.csi.ceph.com',
    parameters: {},
    reclaimPolicy: 'Delete',
    bindingMode: 'Immediate',
    allowsExpansion: false,
  });
});

it('reads whether its volumes may grow', () => {
  const allows = (allowVolumeExpansion: unknown) =>
    classOf({ allowVolumeExpansion }).allowsExpansion;
  expect([true, false, 'true'].map(allows)).toEqual([true, false, false]);
});

it.each(['Delete', 'Retain', 'Recycle'])('reads policy %s', reclaimPolicy => {
  expect(classOf({ reclaimPolicy }).reclaimPolicy).toBe(reclaimPolicy);
});

it('reads parameters and a class that waits for a pod', () => {
  const parameters = { encrypted: 'true' };
  const volumeBindingMode = 'WaitForFirstConsumer';
  expect(classOf({ parameters, volumeBindingMode })).toMatchObject({
    parameters,
    bindingMode: volumeBindingMode,
  });
});

it.each([
  ['reclaimPolicy', { reclaimPolicy: 'Keep' }],
  ['volumeBindingMode', { volumeBindingMode: 'Later' }],
  ['provisioner', { provisioner: '' }],
])('names %s when it is wrong', (field, fields) => {
  expect(() => classOf(fields)).toThrow(expect.objectContaining({ field }));
});
