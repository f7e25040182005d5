import { seen, testFacts, testTenant } from '../assessment/testFacts';
import type { VolumeFacts } from '../assessment/volumeFacts';
import type { LifecycleAct } from '../contract/api';
import type { VolumeSnapshotClass } from '../kubernetes/objects';
import {
  testClaim,
  testClass,
  testConfigMap,
  testMeta,
  testVolume,
} from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import type { SnapshotClasses } from './conditions';
import { volumeLifecycle } from './volumeLifecycle';

const lost = unknown('denied', 'RBAC forbids it.');

function snapshotClass(driver: string): VolumeSnapshotClass {
  const meta = testMeta({ name: 'snapshots', namespace: '' });
  return {
    kind: 'VolumeSnapshotClass',
    meta,
    driver,
    deletionPolicy: 'Delete',
  };
}

const OTHER = { namespace: 'a', name: 'b', uid: 'c' };
const RBD = seen([snapshotClass('rook-ceph.rbd.csi.ceph.com')]);

function actOf(
  act: LifecycleAct['act'],
  changes: Partial<VolumeFacts> = {},
  snapshotClasses: SnapshotClasses = RBD,
): LifecycleAct {
  const { acts } = volumeLifecycle(testFacts(changes), snapshotClasses);
  return acts.find(it => it.act === act) ?? { act, answer: 'unknown' };
}

/** In short: whether, and what becomes of the key. */
const inShort = ({ answer, key }: LifecycleAct) =>
  `${answer} ${key?.fate ?? '-'}`;

const attributed = (attributes: Record<string, string | undefined>) =>
  seen(testVolume(attributes));

/** The tenant's overrides of the connection, beside its own mount. */
const overridden = (overrides: Record<string, string>) =>
  testTenant({ configMap: seen(testConfigMap(overrides)) });

it('answers for every act, of a volume that all is known of', () => {
  const { basis, acts } = volumeLifecycle(testFacts(), RBD);
  expect(basis).toBe('volume');
  expect(acts.map(it => `${it.act} ${inShort(it)}`)).toEqual([
    'expand possible same',
    'snapshot possible copied',
    'restore possible copied',
    'clone possible copied',
    'delete possible deleted',
  ]);
});

// ceph-csi internal/kms/vault.go, vault_tokens.go (vaultDestroyKeys), azure_vault.go,
// secretskms.go and RemoveDEK of internal/rbd/encryption.go.
describe('deletion of a claim of Ceph RBD', () => {
  it.each<[string, Partial<VolumeFacts>, string, RegExp]>([
    ['in a KV v2', {}, 'deleted', /destroys .* in all its versions/],
    [
      'that is not to be destroyed',
      { tenant: overridden({ vaultDestroyKeys: 'false' }) },
      'soft-deleted',
      /only soft-deletes the key in Vault, because/,
    ],
    [
      'that is to be destroyed in a word that Ceph CSI takes for no',
      { tenant: overridden({ vaultDestroyKeys: 'True' }) },
      'soft-deleted',
      /only soft-deletes/,
    ],
    [
      'in a KV v1, where there is no soft deletion',
      { tenant: overridden({ vaultDestroyKeys: 'false', vaultBackend: 'kv' }) },
      'deleted',
      /deletes the key in Vault with the volume\.$/,
    ],
    [
      'in a KV of a version that Ceph CSI looks up',
      { tenant: overridden({ vaultDestroyKeys: 'false', vaultBackend: '' }) },
      'soft-deleted',
      /if the mount is of KV v2/,
    ],
    [
      'wrapped in the metadata of the image',
      { volume: attributed({ encryptionKMSID: 'wrapped' }) },
      'deleted',
      /goes with it; the KMS's own key stays/,
    ],
    [
      'in an Azure Key Vault',
      { volume: attributed({ encryptionKMSID: 'azure' }) },
      'deleted',
      /Azure Key Vault/,
    ],
    [
      'in the Secret of the class',
      { volume: attributed({ encryptionKMSID: undefined }) },
      'shared',
      /opens other volumes of the class/,
    ],
    [
      'that is not there, for the volume is not encrypted',
      { volume: attributed({ encrypted: undefined }) },
      'none',
      /no key/,
    ],
    [
      "that may be elsewhere, for the tenant's settings are not read",
      { tenant: testTenant({ configMap: lost }) },
      'unknown',
      /not known/,
    ],
    [
      'of which no connection tells',
      { volume: attributed({ encryptionKMSID: 'gone' }) },
      'unknown',
      /not known/,
    ],
  ])('takes a key %s', (_, changes, fate, message) => {
    const { answer, key, warning } = actOf('delete', changes);
    expect(answer).toBe('possible');
    expect(key).toEqual({ fate, message: expect.stringMatching(message) });
    expect(warning).toMatch(/gone for good/);
  });

  // ceph/ceph-csi#5148, #1743: the namespace took the tenant's credential first.
  it("warns of a namespace that takes the tenant's credential with it", () => {
    const byDriver = attributed({ encryptionKMSID: 'vault-driver' });
    expect(actOf('delete').warning).toMatch(/before its namespace/);
    expect(actOf('delete', { volume: byDriver }).warning).not.toMatch(
      /namespace/,
    );
  });

  it('leaves a retained volume and its key where they are', () => {
    const volume = seen(testVolume({}, { reclaimPolicy: 'Retain' }));
    const act = actOf('delete', { volume });
    expect(inShort(act)).toBe('possible stays');
    expect(act.warning).toMatch(/loses the data/);
  });

  it('goes by the volume, not by what its class says today', () => {
    const storageClass = seen(testClass({}, { reclaimPolicy: 'Retain' }));
    expect(inShort(actOf('delete', { storageClass }))).toBe('possible deleted');
  });

  it.each<[string, Partial<VolumeFacts>]>([
    ['the volume is not read', { volume: lost }],
    ['the volume is gone', { claim: testClaim({ phase: 'Lost' }) }],
    [
      "the volume is another claim's",
      {
        volume: seen(testVolume({}, { claim: OTHER, reclaimPolicy: 'Retain' })),
      },
    ],
    [
      'the policy is of another kind',
      { volume: seen(testVolume({}, { reclaimPolicy: 'Recycle' })) },
    ],
  ])('is not known when %s', (_, changes) => {
    const act = actOf('delete', changes);
    expect(inShort(act)).toBe('unknown unknown');
    expect(act.reason).toMatch(/\.$/);
  });
});

// ceph-csi internal/rbd/rbd_util.go isCompatibleEncryption; ceph/ceph-csi#2109, #2110.
describe.each(['restore', 'clone'] as const)('a %s of Ceph RBD', act => {
  const plainClass = seen(testClass({ encrypted: undefined }));
  const plain = attributed({ encrypted: undefined });
  const otherKms = seen(testClass({ encryptionKMSID: 'vault-tokens' }));

  it.each<[string, Partial<VolumeFacts>, string]>([
    ['its own class', {}, 'possible copied'],
    ['a class of another KMS', { storageClass: otherKms }, 'possible copied'],
    ['a plain class', { storageClass: plainClass }, 'not-possible -'],
    ['an encrypted class, of a plain one', { volume: plain }, 'not-possible -'],
    [
      'a plain class, of a plain one',
      { volume: plain, storageClass: plainClass },
      'possible none',
    ],
    [
      'a class that is gone',
      { storageClass: seen(undefined) },
      'unknown copied',
    ],
    ['a class that is not read', { storageClass: lost }, 'unknown copied'],
    [
      'a class of another driver',
      { storageClass: seen(testClass({}, { provisioner: 'ebs.csi.aws.com' })) },
      'unknown copied',
    ],
  ])('with %s', (_, changes, expected) => {
    const found = actOf(act, changes);
    expect(inShort(found)).toBe(expected);
    expect(found.reason === undefined).toBe(found.answer === 'possible');
  });

  it('warns of other namespaces only where a copy can be in one', () => {
    expect(/another namespace/.test(actOf(act).warning ?? '')).toBe(
      act === 'restore',
    );
  });

  // copyEncryptionConfig reads a passphrase that the first mount would write.
  it('warns of a file-encrypted volume that was never mounted', () => {
    const volume = attributed({ encryptionType: 'file' });
    expect(actOf(act, { volume }).warning).toMatch(/no key yet/);
  });
});

// ceph-csi internal/cephfs/store/volumeoptions.go CopyEncryptionConfig refuses nothing.
describe('a copy of CephFS', () => {
  const driver = 'rook-ceph.cephfs.csi.ceph.com';
  const cephFs = (encrypted: string | undefined) => {
    const volume = testVolume({ encrypted });
    const { meta, csi } = volume;
    const annotations = { 'pv.kubernetes.io/provisioned-by': driver };
    return seen({
      ...volume,
      meta: { ...meta, annotations },
      csi: csi && { ...csi, driver },
    });
  };
  const classOf = (encrypted: string | undefined) =>
    seen(testClass({ encrypted }, { provisioner: driver }));

  it.each([
    ['true', 'true', 'possible copied', /^$/],
    [undefined, undefined, 'possible none', /^$/],
    ['true', undefined, 'possible copied', /only ciphertext/],
    [undefined, 'true', 'possible none', /stays in clear/],
  ])('of %s with a class of %s', (source, asked, expected, warning) => {
    const found = actOf('clone', {
      volume: cephFs(source),
      storageClass: classOf(asked),
    });
    expect(inShort(found)).toBe(expected);
    expect(found.warning ?? '').toMatch(warning);
  });
});

// kubernetes plugin/pkg/admission/storage/persistentvolume/resize/admission.go.
describe('growth', () => {
  const closed = seen(testClass({}, { allowsExpansion: false }));

  it.each<[string, Partial<VolumeFacts>, string, RegExp]>([
    ['by its class', { storageClass: closed }, 'not-possible', /allowVolumeEx/],
    [
      'when the class is gone',
      { storageClass: seen(undefined) },
      'not-possible',
      /no class "encrypted" today/,
    ],
    [
      'without a class',
      { claim: testClaim({ storageClassName: undefined }) },
      'not-possible',
      /names no class/,
    ],
    ['when the class is not read', { storageClass: lost }, 'unknown', /RBAC/],
  ])('is not open %s', (_, changes, answer, reason) => {
    expect(actOf('expand', changes)).toMatchObject({
      answer,
      reason: expect.stringMatching(reason),
    });
  });
});

describe('snapshots', () => {
  const others = seen([snapshotClass('ebs.csi.aws.com')]);

  it.each<[string, SnapshotClasses, string, string]>([
    ['are not installed', seen(undefined), 'not-possible', 'not-possible'],
    ['have no class of the driver', others, 'not-possible', 'possible'],
    ['have no class at all', seen([]), 'not-possible', 'possible'],
    ['cannot be read', lost, 'unknown', 'unknown'],
  ])('that %s', (_, classes, snapshot, restore) => {
    const found = (['snapshot', 'restore'] as const).map(
      act => actOf(act, {}, classes).answer,
    );
    expect(found).toEqual([snapshot, restore]);
  });

  it('that cannot be read still tell what they would do to the key', () => {
    const { key, reason } = actOf('snapshot', {}, lost);
    expect(key?.fate).toBe('copied');
    expect(reason).toMatch(/RBAC forbids it/);
  });
});

describe('a claim without a volume', () => {
  const pending: Partial<VolumeFacts> = {
    claim: testClaim({ phase: 'Pending', volumeName: undefined }),
    volume: seen(undefined),
  };

  it('is told what its class would do', () => {
    const { basis, acts } = volumeLifecycle(testFacts(pending), RBD);
    expect(basis).toBe('storage-class');
    expect(acts.map(inShort)).toEqual([
      'possible same',
      'possible copied',
      'possible copied',
      'possible copied',
      'possible deleted',
    ]);
  });

  it('goes by the reclaim policy of its class', () => {
    const storageClass = seen(testClass({}, { reclaimPolicy: 'Retain' }));
    expect(inShort(actOf('delete', { ...pending, storageClass }))).toBe(
      'possible stays',
    );
  });

  it.each([
    ['is gone', seen(undefined)],
    ['is not read', lost],
    ['is of no driver we know', seen(testClass({}, { provisioner: 'a.b' }))],
  ])('knows nothing of a key when its class %s', (_, storageClass) => {
    const { acts } = volumeLifecycle(
      testFacts({ ...pending, storageClass }),
      RBD,
    );
    expect(acts.map(({ key }) => key?.fate ?? 'unknown')).toEqual(
      acts.map(() => 'unknown'),
    );
  });
});

it('claims nothing of a driver that it does not know, but that Retain retains', () => {
  const csi = { driver: 'a.b', volumeHandle: 'v', attributes: {} };
  const acts = (reclaimPolicy: string) =>
    volumeLifecycle(
      testFacts({ volume: seen(testVolume({}, { csi, reclaimPolicy })) }),
      seen([snapshotClass('a.b')]),
    ).acts.map(inShort);
  expect(acts('Delete')).toEqual(Array(5).fill('unknown unknown'));
  expect(acts('Retain')).toEqual([
    ...Array(4).fill('unknown unknown'),
    'possible unknown',
  ]);
});

it('knows of a volume that a person wrote its driver, and nothing of its key', () => {
  const meta = testMeta({ name: 'pvc-1', namespace: '' });
  const { acts } = volumeLifecycle(
    testFacts({ volume: seen(testVolume({}, { meta })) }),
    RBD,
  );
  expect(acts.map(({ key }) => key?.fate)).toEqual(Array(5).fill('unknown'));
});
