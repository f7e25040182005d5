import { parseObject } from './parseObject';

const CANARY = 'aHVudGVyMg==';
const metadata = {
  name: 'ceph-csi-kms-token',
  namespace: 'payments',
  creationTimestamp: '2026-03-01T10:00:00Z',
};

it('tells who set which data key, and no value', () => {
  const secret = parseObject('Secret', {
    metadata: {
      ...metadata,
      managedFields: [
        {
          manager: 'backstage-volume-encryption',
          operation: 'Apply',
          time: '2026-03-01T10:00:00Z',
          fieldsV1: {
            'f:metadata': { 'f:labels': { 'f:app': {} } },
            'f:data': { '.': {}, 'f:token': {} },
            'f:type': {},
          },
        },
        {
          manager: 'kubectl-edit',
          operation: 'Update',
          fieldsV1: { 'f:data': { 'f:token': {}, 'f:more': {} } },
        },
        { manager: 'labels-only', fieldsV1: { 'f:metadata': {} } },
      ],
    },
    data: { token: CANARY },
  });
  expect(secret.writers).toEqual([
    {
      manager: 'backstage-volume-encryption',
      at: '2026-03-01T10:00:00.000Z',
      dataKeys: ['token'],
    },
    { manager: 'kubectl-edit', at: undefined, dataKeys: ['token', 'more'] },
  ]);
  expect(JSON.stringify(secret)).not.toContain(CANARY);
});

it('knows of no writers where the metadata has none', () => {
  expect(parseObject('Secret', { metadata }).writers).toBeUndefined();
});
