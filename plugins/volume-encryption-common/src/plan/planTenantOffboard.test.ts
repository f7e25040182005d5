import type {
  PersistentVolume,
  VolumeSnapshotContent,
} from '../kubernetes/objects';
import { observed, unknown } from '../observation/observed';
import { planTenantOffboard } from './planTenantOffboard';
import { planTenantShred } from './planTenantShred';
import type { LeavingTenantState, OtherCluster } from './tenantState';
import {
  claimOf,
  metaOf,
  namespaceOf,
  storageClassOf,
  tenantConfigOf,
  volumeOf,
} from './testState';
import {
  accountOf,
  contentOf,
  KV2,
  leavingStateOf,
  secretOf,
  snapshotOf,
  TENANT,
} from './testTenant';

type State = Partial<LeavingTenantState>;
const offboarded = (state: State, kmsId = 'vault-sa') =>
  planTenantOffboard(
    { operation: 'tenant-offboard', ...TENANT, kmsId },
    leavingStateOf({ mount: KV2, ...state }),
  );
const shredded = (state: State, confirm = 'prod.payments') =>
  planTenantShred(
    { operation: 'tenant-shred', ...TENANT, kmsId: 'vault-sa', confirm },
    leavingStateOf(state),
  );
const left = leavingStateOf({ mount: KV2 });
const ids = ({ steps }: ReturnType<typeof offboarded>) =>
  steps.map(({ id, change }) => `${id} ${change}`);

const full: State = {
  namespace: namespaceOf(),
  serviceAccount: accountOf(),
  secret: secretOf(),
  configMap: tenantConfigOf(),
  recordedTokens: 1,
  mount: KV2,
  keys: ['gone-volume'],
};

describe('offboarding', () => {
  it('takes consent first, then what is in the cluster, then tokens', () => {
    const plan = offboarded(full);
    expect(ids(plan)).toEqual([
      'consent update',
      'former-secret delete',
      'former-service-account delete',
      'former-config-map delete',
      'tokens delete',
    ]);
    expect(plan.steps[0]).toMatchObject({
      target: { resourceVersion: '1' },
      patch: {
        annotations: { 'volume-encryption.backstage.io/owner': null },
        labels: { 'csi-kms': null },
      },
    });
    expect(plan.steps[1]).toMatchObject({
      target: { uid: 'uid-of-ceph-csi-kms-token', resourceVersion: '1' },
    });
    expect(plan.notes).toEqual([
      expect.objectContaining({
        code: 'keys-stay',
        severity: 'warning',
        message: expect.stringMatching(/1 key\..*tenant-shred/),
      }),
    ]);
  });

  it('tells of tokens that another KMS still takes', () => {
    const { notes } = offboarded({ otherKms: ['vault-a', 'vault-b'] });
    expect(notes).toContainEqual(
      expect.objectContaining({
        code: 'tokens-elsewhere',
        severity: 'warning',
        message: expect.stringContaining('KMS vault-a, vault-b'),
      }),
    );
  });

  it('tells of folders that nobody can list, and goes on', () => {
    const { notes } = offboarded({ ...full, unlistedFolders: ['../'] });
    expect(notes).toContainEqual(
      expect.objectContaining({
        code: 'keys-unknown',
        severity: 'warning',
        message: expect.stringContaining('these: ../.'),
      }),
    );
  });

  it('has nothing left to do behind the end', () => {
    const ended = offboarded({ mount: KV2 });
    expect(ids(ended)).toEqual(['consent none', 'tokens none']);
    expect(ended.notes.map(({ code }) => code)).toEqual([
      'already-offboarded',
      'keys-stay',
    ]);
  });

  it.each<[string, State]>([
    ['has nothing at all', {}],
    ['is not there', { namespace: undefined }],
    ['merely has consent', { namespace: namespaceOf({ labels: {} }) }],
    ['has a Secret of others', { secret: secretOf({ labels: {} }) }],
  ])('finds no tenant in a namespace that %s', (_, state) => {
    expect(() => offboarded({ ...state, mount: undefined })).toThrow(
      expect.objectContaining({ code: 'not-found', field: 'namespace' }),
    );
  });

  it.each<[string, State]>([
    ['an account', { serviceAccount: accountOf() }],
    ['a label', { namespace: namespaceOf({ labels: { 'csi-kms': 'x' } }) }],
    ['a record', { recordedTokens: 1 }],
    ['a token of another KMS', { otherKms: ['vault-b'] }],
  ])('ends a tenant without a mount that has %s', (_, state) => {
    const { notes } = offboarded({ ...state, mount: undefined });
    expect(notes.map(({ code }) => code)).not.toContain('already-offboarded');
  });

  it('ends tokens where the namespace is gone', () => {
    expect(
      ids(offboarded({ namespace: undefined, recordedTokens: 2 })),
    ).toEqual(['tokens delete']);
  });

  it('takes away what a wrapped token still waits in', () => {
    const wrapped = secretOf({ name: 'ceph-csi-kms-token-wrapped' });
    const plan = offboarded({ ...full, wrappedSecret: wrapped });
    expect(ids(plan).slice(1, -1)).toEqual([
      'former-secret delete',
      'former-service-account delete',
      'former-config-map delete',
      'former-wrapped-secret delete',
    ]);
    const foreign = secretOf({ name: wrapped.meta.name, labels: {} });
    expect(ids(offboarded({ wrappedSecret: foreign }))).toHaveLength(2);
  });

  it('leaves what is not ours, and names it', () => {
    const plan = offboarded({ secret: secretOf({ labels: {} }) });
    expect(ids(plan)).toEqual(['consent none', 'tokens none']);
    expect(plan.notes).toContainEqual(
      expect.objectContaining({
        code: 'left-alone',
        message: expect.stringContaining('Secret payments/ceph-csi-kms-token'),
      }),
    );
  });
});

const plain = {
  driver: 'rook-ceph.rbd.csi.ceph.com',
  volumeHandle: 'plain',
  attributes: {},
};
const elsewhere = { ...volumeOf('elsewhere'), csi: plain };
const pending = claimOf({ volumeName: undefined, phase: 'Pending' });
const orphan = {
  ...volumeOf('orphan', { namespace: 'other' }),
  csi: { ...plain, volumeHandle: 'handle' },
};

/** Made beforehand, so that namespace `restore` has a snapshot of `payments`. */
const restored = contentOf('x', {
  snapshot: { namespace: 'restore', name: 'x' },
  snapshotHandle: 'snap',
});
const mirror = (
  objects: (PersistentVolume | VolumeSnapshotContent)[],
): OtherCluster => ({ name: 'dr', objects: observed(objects, 'now') });
const unread: OtherCluster = {
  name: 'dr',
  objects: unknown('timeout', 'It did not answer.'),
};

describe.each([
  ['offboarding', offboarded],
  ['shredding', shredded],
])('%s is refused while', (_, plan) => {
  it.each<[string, State, string]>([
    ['a volume', { volumes: [volumeOf('pv-1')] }, 'PersistentVolume pv-1'],
    [
      'a volume of another custody of the namespace',
      { volumes: [volumeOf('pv-1', { kmsId: 'vault-tokens' })] },
      'PersistentVolume pv-1',
    ],
    [
      'a volume of a connection that is gone',
      { volumes: [volumeOf('pv-1', { kmsId: 'gone' })] },
      'PersistentVolume pv-1',
    ],
    [
      'a volume anywhere whose key is in the mount',
      { mount: KV2, volumes: [orphan], keys: ['handle'] },
      'PersistentVolume orphan',
    ],
    [
      'a volume anywhere whose key is in a folder of the mount',
      { mount: KV2, volumes: [orphan], keys: ['ceph-csi/handle'] },
      'PersistentVolume orphan',
    ],
    [
      'a snapshot of another namespace whose key is in the mount',
      { mount: KV2, keys: ['snap'], snapshotContents: [restored] },
      'VolumeSnapshotContent content-of-x',
    ],
    [
      'a volume of another cluster whose key is in the mount',
      { mount: KV2, keys: ['handle'], otherClusters: [mirror([orphan])] },
      'PersistentVolume orphan of cluster "dr"',
    ],
    [
      'a snapshot of another cluster whose key is in the mount',
      { mount: KV2, keys: ['snap'], otherClusters: [mirror([restored])] },
      'VolumeSnapshotContent content-of-x of cluster "dr"',
    ],
    [
      'a claim that waits',
      { claims: [pending], storageClasses: [storageClassOf()] },
      'PersistentVolumeClaim payments/data',
    ],
    [
      'a snapshot whose volume is gone',
      { snapshotContents: [contentOf('daily')] },
      'VolumeSnapshotContent content-of-daily',
    ],
    [
      'a snapshot without content of a claim that is gone',
      { snapshots: [snapshotOf('daily', 'gone')] },
      'VolumeSnapshot payments/daily',
    ],
  ])('there is %s', (__, state, named) => {
    expect(() => plan(state)).toThrow(
      expect.objectContaining({
        code: 'in-use',
        message: expect.stringContaining(named),
      }),
    );
  });

  it('there are many, of which five are named', () => {
    const volumes = Array.from({ length: 7 }, (__, n) => volumeOf(`pv-${n}`));
    expect(() => plan({ volumes })).toThrow(/^7 of .*pv-4 and 2 more/);
  });
});

it.each<[string, State]>([
  ['volumes of others', { volumes: [volumeOf('x', { namespace: 'other' })] }],
  ['volumes without encryption', { volumes: [elsewhere] }],
  [
    'volumes with keys elsewhere',
    { volumes: [volumeOf('pv-1', { kmsId: 'by-metadata' })] },
  ],
  ['claims of no class', { claims: [pending] }],
  [
    'claims of a plain class',
    {
      claims: [pending],
      storageClasses: [storageClassOf({ parameters: {} })],
    },
  ],
  [
    'snapshots of a plain volume',
    {
      volumes: [elsewhere],
      claims: [claimOf({ volumeName: 'elsewhere' })],
      snapshots: [snapshotOf('daily', 'data')],
      snapshotContents: [contentOf('weekly', { sourceVolumeHandle: 'plain' })],
    },
  ],
  [
    "snapshots of another driver's",
    { snapshotContents: [contentOf('daily', { driver: 'ebs.csi.aws.com' })] },
  ],
  [
    'snapshots of other namespaces with keys elsewhere',
    { keys: ['handle'], snapshotContents: [restored] },
  ],
  [
    'other clusters with keys elsewhere',
    { keys: ['other'], otherClusters: [mirror([orphan, restored])] },
  ],
])('offboarding is not stopped by %s', (_, state) => {
  expect(ids(offboarded(state))).toEqual(['consent none', 'tokens none']);
});

it('offboarding says which other cluster could not be looked at', () => {
  const { notes } = offboarded({ mount: KV2, otherClusters: [unread] });
  expect(notes).toContainEqual(
    expect.objectContaining({
      code: 'cluster-unread',
      message: expect.stringMatching(/"dr".*It did not answer\./),
    }),
  );
});

describe('shredding', () => {
  it('is refused while another cluster cannot be looked at', () => {
    expect(() => shredded({ ...left, otherClusters: [unread] })).toThrow(
      expect.objectContaining({
        code: 'cluster-unreachable',
        message: expect.stringContaining('cluster "dr"'),
      }),
    );
  });

  it('destroys keys, then removes the mount', () => {
    const plan = shredded({ ...left, keys: ['a', 'b'] });
    expect(plan.steps).toMatchObject([
      { kind: 'destroy-keys', change: 'delete', path: 'csi/prod.payments' },
      { kind: 'remove-mount', change: 'delete', path: 'csi/prod.payments' },
    ]);
    expect(plan.notes).toEqual([
      expect.objectContaining({
        code: 'cannot-be-undone',
        message: expect.stringContaining('2 keys'),
      }),
    ]);
  });

  it('has nothing to do where the mount is gone', () => {
    expect(ids(shredded({}))).toEqual(['keys none', 'mount none']);
  });

  it.each(['', 'payments', 'prod.other', 'PROD.PAYMENTS'])(
    'is not confirmed by "%s"',
    confirm => {
      expect(() => shredded(left, confirm)).toThrow(
        expect.objectContaining({ code: 'invalid-input', field: 'confirm' }),
      );
    },
  );

  it.each<[string, State, string]>([
    ['an account', { serviceAccount: accountOf() }, 'ServiceAccount'],
    ['a Secret', { secret: secretOf() }, 'Secret'],
    ['a ConfigMap', { configMap: tenantConfigOf() }, 'ConfigMap'],
    ['a token', { recordedTokens: 1 }, 'tokens'],
    ['a consent', { namespace: namespaceOf() }, 'consent'],
  ])('is refused while there is %s', (_, state, named) => {
    expect(() => shredded(state)).toThrow(
      expect.objectContaining({
        code: 'conflict',
        message: expect.stringContaining(named),
      }),
    );
  });

  it('is refused where nobody may destroy', () => {
    expect(() => shredded({ ...left, canDestroyKeys: false })).toThrow(
      expect.objectContaining({
        code: 'not-allowed',
        message: expect.stringContaining('custodian.auth'),
      }),
    );
  });

  it("leaves somebody else's mount as it is", () => {
    expect(() => shredded({ mount: { type: 'kv', version: '1' } })).toThrow(
      expect.objectContaining({ code: 'not-ours' }),
    );
  });

  it('goes on where the namespace is gone', () => {
    const namespace = undefined;
    expect(ids(shredded({ namespace, mount: KV2 }))).toEqual([
      'keys delete',
      'mount delete',
    ]);
  });
});

it('names no object twice', () => {
  const volume = volumeOf('pv-1');
  const keys = [volume.csi?.volumeHandle ?? ''];
  const meta = metaOf('daily', { namespace: 'payments' });
  expect(() =>
    offboarded({
      mount: KV2,
      volumes: [volume],
      keys,
      snapshots: [{ kind: 'VolumeSnapshot', meta }],
      snapshotContents: [contentOf('daily')],
    }),
  ).toThrow(/^2 of /);
});
