import { TEST_HANDLE, testClass, testVolume } from '../kubernetes/testObjects';
import { keyNextSteps } from './keyReason';
import {
  handleOf,
  judged,
  MOUNT,
  testClusterUses,
  testContent,
  volumeWithHandle,
} from './testKeyFacts';

const OTHER = handleOf(42);
const prod = testClusterUses('prod', { volumes: [testVolume()] });
const empty = testClusterUses('prod');
const dr = (changes = {}) =>
  testClusterUses('dr', { volumes: [testVolume()], changes });

/** `[name, state, code]` of each. */
function states(...of: Parameters<typeof judged>) {
  return judged(...of).map(({ name, state, code }) => [name, state, code]);
}

it('a key of a volume is present, and says whose it is', () => {
  expect(judged([prod], [TEST_HANDLE])).toMatchObject([
    {
      ...{ kms: 'vault', mount: MOUNT, name: TEST_HANDLE, state: 'present' },
      tenant: 'prod.payments',
      users: [{ cluster: 'prod', name: 'pvc-1', of: 'payments/data' }],
    },
  ]);
});

describe('a key of a volume of another cluster', () => {
  it('is present', () => {
    expect(states([empty, dr()], [TEST_HANDLE])).toEqual([
      [TEST_HANDLE, 'present', 'key-listed'],
    ]);
  });

  it('is unknown while that one cannot be read, by its name', () => {
    const [key] = judged([empty, dr({ unread: 'It is gone.' })], [TEST_HANDLE]);
    expect(key).toMatchObject({ state: 'unknown', code: 'cluster-unread' });
    expect(key.message).toMatch(/"dr".*It is gone\./);
  });

  it('is unknown while that one looks elsewhere for it', () => {
    const elsewhere = testClusterUses('dr', {
      volumes: [testVolume()],
      overrides: { vaultBackendPath: 'csi/dr.payments' },
    });
    expect(states([empty, elsewhere], [TEST_HANDLE])).toEqual([
      [TEST_HANDLE, 'unknown', 'key-elsewhere'],
    ]);
  });

  it('is present where it cannot be told where that one looks', () => {
    const lost = testClusterUses('dr', {
      volumes: [testVolume()],
      connections: {},
    });
    expect(states([empty, lost], [TEST_HANDLE])).toEqual([
      [TEST_HANDLE, 'present', 'key-listed'],
    ]);
  });
});

describe('a key that nothing has', () => {
  it('is an orphan, with the clusters that were looked at, and no word of deleting', () => {
    const [key] = judged([empty, testClusterUses('dr')], [OTHER]);
    expect(key).toMatchObject({ state: 'orphan', code: 'key-without-volume' });
    expect(key.message).toContain('(prod, dr)');
  });

  it('is unknown while any cluster that may use the KMS cannot be read', () => {
    const unread = { unread: 'It is gone.' };
    for (const kms of [new Set(['vault']), undefined]) {
      const other = testClusterUses('dr', { changes: { ...unread, kms } });
      expect(states([empty, other], [OTHER])).toEqual([
        [OTHER, 'unknown', 'cluster-unread'],
      ]);
    }
  });

  it('is an orphan where one that does not use the KMS cannot be read', () => {
    const changes = { unread: 'It is gone.', kms: new Set(['another']) };
    expect(
      states([empty, testClusterUses('dr', { changes })], [OTHER]),
    ).toEqual([[OTHER, 'orphan', 'key-without-volume']]);
  });

  it.each([
    [
      'snapshots cannot be read',
      { snapshotsUnread: 'Denied.' },
      'cluster-unread',
    ],
    [
      'snapshots were listed before',
      { snapshotsAt: '2026-03-01T00:00:00Z' },
      'key-looked-at-before',
    ],
    [
      'snapshots were never listed',
      { snapshotsAt: undefined },
      'key-looked-at-before',
    ],
  ])('is unknown while %s', (_, changes, code) => {
    const cluster = testClusterUses('prod', { changes });
    expect(states([cluster], [OTHER])).toEqual([[OTHER, 'unknown', code]]);
  });

  it('is unknown while a snapshot has no handle yet', () => {
    const cluster = testClusterUses('prod', { contents: [testContent()] });
    expect(states([cluster], [OTHER])).toEqual([
      [OTHER, 'unknown', 'key-in-the-making'],
    ]);
  });

  it('is unknown while a claim of its tenant waits, and of that tenant only', () => {
    const waits = (path: string) =>
      testClusterUses('prod', {
        awaited: [{ namespace: 'payments', storageClass: testClass() }],
        overrides: { vaultBackendPath: path },
      });
    expect(states([waits(MOUNT)], [OTHER])).toEqual([
      [OTHER, 'unknown', 'key-in-the-making'],
    ]);
    expect(states([waits('csi/prod.other')], [OTHER])).toEqual([
      [OTHER, 'orphan', 'key-without-volume'],
    ]);
  });

  it('is unknown where its volume went after the KMS was asked', () => {
    expect(states([empty], [TEST_HANDLE], { before: [prod] })).toEqual([
      [TEST_HANDLE, 'unknown', 'key-looked-at-before'],
    ]);
  });

  it('is unknown in the mount of a cluster that the portal does not know', () => {
    const mount = 'csi/gone.payments';
    expect(states([empty], [OTHER], { mount })).toEqual([
      [OTHER, 'unknown', 'cluster-not-configured'],
    ]);
  });

  it('is unknown where Ceph CSI names none so', () => {
    expect(states([empty], ['db-password'])).toEqual([
      ['db-password', 'unknown', 'key-name-foreign'],
    ]);
  });
});

it.each([
  ['a snapshot', { contents: [testContent(OTHER)] }],
  [
    'a snapshot whose volume is gone',
    { contents: [{ ...testContent(OTHER), sourceVolumeHandle: undefined }] },
  ],
  [
    'a volume that was kept',
    {
      volumes: [
        volumeWithHandle(OTHER, { phase: 'Released', reclaimPolicy: 'Retain' }),
      ],
    },
  ],
  [
    'a volume without a claim',
    {
      volumes: [
        volumeWithHandle(OTHER, { phase: 'Available', claim: undefined }),
      ],
    },
  ],
  [
    'a volume that is recorded without encryption',
    {
      volumes: [
        volumeWithHandle(OTHER, {
          csi: {
            driver: 'x.rbd.csi.ceph.com',
            volumeHandle: OTHER,
            attributes: {},
          },
        }),
      ],
    },
  ],
])('a key of %s is no orphan', (_, its) => {
  expect(states([testClusterUses('prod', its)], [OTHER])).toEqual([
    [OTHER, 'present', 'key-listed'],
  ]);
});

describe('a volume without its key', () => {
  it('is missing it', () => {
    const [key] = judged([prod], []);
    expect(key).toMatchObject({ state: 'missing', code: 'key-missing' });
    expect(key.message).toContain('pvc-1 (payments/data) of cluster "prod"');
  });

  it('is missing it although the name is listed, where it was deleted', () => {
    const lost = { [TEST_HANDLE]: 'soft-deleted' as const };
    expect(states([prod], [TEST_HANDLE], { lost })).toEqual([
      [TEST_HANDLE, 'missing', 'key-missing'],
    ]);
  });

  it.each([
    [
      'its cluster cannot be read',
      [dr({ unread: 'It is gone.' })],
      {},
      'cluster-unread',
    ],
    [
      'it came after the KMS was asked',
      [prod],
      { before: [empty] },
      'key-looked-at-before',
    ],
    [
      'the KMS does not say',
      [prod],
      { look: { failure: 'It is sealed.' } },
      'key-unread',
    ],
    [
      'the KMS was not asked yet',
      [prod],
      { look: { listing: undefined } },
      'key-unread',
    ],
    [
      'its files are encrypted at the first mount',
      [ofType({ encryptionType: 'file' })],
      {},
      'key-comes-with-first-mount',
    ],
    ['the KV version is not known', [withBackend('')], {}, 'key-not-found'],
    ['the KV version is 1', [withBackend('kv')], {}, 'key-not-checkable'],
  ])('is not called missing where %s', (_, clusters, its, code) => {
    expect(states(clusters, [], its)).toEqual([[TEST_HANDLE, 'unknown', code]]);
  });

  it('is missing it where its files were mounted', () => {
    const mounted = testClusterUses('prod', {
      volumes: [testVolume({ encryptionType: 'file' })],
      isMounted: true,
    });
    expect(states([mounted], [])).toEqual([
      [TEST_HANDLE, 'missing', 'key-missing'],
    ]);
  });

  it.each([
    [
      'is being deleted',
      volumeWithHandle(TEST_HANDLE, {
        phase: 'Released',
        reclaimPolicy: 'Delete',
      }),
    ],
    ['shares a passphrase', testVolume({ encryptionKMSID: undefined })],
    ['is not encrypted', testVolume({ encrypted: undefined })],
    ['names no tenant', volumeWithHandle(TEST_HANDLE, { claim: undefined })],
  ])('is not listed where it %s', (_, volume) => {
    expect(
      states([testClusterUses('prod', { volumes: [volume] })], []),
    ).toEqual([]);
  });
});

it('no next step is to delete a key', () => {
  const steps = Object.values(keyNextSteps).join('\n');
  expect(steps).not.toMatch(/\b(delete|destroy|remove|clean)\b/i);
});

function ofType(attributes: Record<string, string>) {
  return testClusterUses('prod', { volumes: [testVolume(attributes)] });
}

function withBackend(vaultBackend: string) {
  return testClusterUses('prod', {
    volumes: [testVolume()],
    overrides: { vaultBackend },
  });
}
