import type { Protection } from '../contract/api';
import {
  testClaim,
  testClass,
  testConnections,
  testMeta,
  testMountFailure,
  testPod,
  testVolume,
} from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { readEvidence } from './evidence';
import { assessProtection } from './protection';
import { seen, testFacts } from './testFacts';
import type { VolumeFacts } from './volumeFacts';

const CEPHFS = 'rook-ceph.cephfs.csi.ceph.com';

function protectionOf(changes: Partial<VolumeFacts>): Protection {
  return assessProtection(readEvidence(testFacts(changes)));
}

function brief({ verdict, state, grade, reasons }: Protection) {
  return [verdict, state, grade, ...reasons.map(({ code }) => code)].join(' ');
}

/** A volume of CephFS instead of RBD. */
function cephFsVolume(attributes: Record<string, string | undefined> = {}) {
  const volume = testVolume(attributes);
  return volume.csi
    ? { ...volume, csi: { ...volume.csi, driver: CEPHFS } }
    : volume;
}

const denied = unknown('denied', 'RBAC forbids it.');
const noKey = unknown('not-configured', 'No KMS of that address.');

describe('a volume that Ceph RBD recorded as encrypted', () => {
  it.each<[string, Partial<VolumeFacts>, string]>([
    [
      'is prepared while no pod has it',
      {},
      'volume/customer-key prepared E2 recorded-encrypted formats-at-first-mount key-present',
    ],
    [
      'is prepared when the KMS is not known',
      { key: noKey },
      'volume/customer-key prepared E2 recorded-encrypted formats-at-first-mount',
    ],
    [
      'is not called prepared when its key is gone',
      { key: seen({ presence: 'destroyed' }) },
      'volume/customer-key cannot-tell E2 recorded-encrypted formats-at-first-mount',
    ],
    [
      'is active when a pod runs with it',
      { pods: seen([testPod()]) },
      'volume/customer-key active E4 recorded-encrypted mounted key-present',
    ],
    [
      'is active without an answer from the KMS',
      { pods: seen([testPod()]), key: noKey },
      'volume/customer-key active E4 recorded-encrypted mounted',
    ],
    [
      'is not active while the pod waits to start',
      { pods: seen([testPod({ phase: 'Pending', containersStarted: false })]) },
      'volume/customer-key prepared E2 recorded-encrypted formats-at-first-mount key-present',
    ],
    [
      'is not active by a pod that has ended',
      { pods: seen([testPod({ phase: 'Succeeded' })]) },
      'volume/customer-key prepared E2 recorded-encrypted formats-at-first-mount key-present',
    ],
    [
      'is not active with a mount error on its pod',
      { pods: seen([testPod()]), events: seen([testMountFailure()]) },
      'volume/customer-key cannot-tell E2 recorded-encrypted mount-failed key-present',
    ],
    [
      'cannot tell when pods may not be read',
      { pods: denied },
      'volume/customer-key cannot-tell E2 recorded-encrypted mounts-unread key-present',
    ],
    [
      'cannot tell when events may not be read, though a pod runs',
      { pods: seen([testPod()]), events: denied },
      'volume/customer-key cannot-tell E2 recorded-encrypted mounts-unread key-present',
    ],
    [
      'stays what it is when the connections cannot be read',
      { connections: denied, pods: seen([testPod()]) },
      'volume/customer-key active E4 recorded-encrypted mounted',
    ],
    [
      'says of what it is a copy',
      {
        claim: testClaim({
          dataSource: { kind: 'VolumeSnapshot', name: 'before' },
        }),
        key: noKey,
      },
      'volume/customer-key prepared E2 recorded-encrypted formats-at-first-mount copy',
    ],
  ])('%s', (_, changes, expected) => {
    expect(brief(protectionOf(changes))).toBe(expected);
  });

  it('says in words that it formats at first mount', () => {
    const messages = protectionOf({}).reasons.map(it => it.message);
    expect(messages.join(' ')).toContain('formats at first mount');
  });
});

describe('the attribute encrypted, as Go reads it', () => {
  it.each(['1', 't', 'T', 'true', 'TRUE', 'True'])('%s is true', encrypted => {
    const { verdict } = protectionOf({
      volume: seen(testVolume({ encrypted })),
    });
    expect(verdict).toBe('volume/customer-key');
  });

  it.each(['0', 'f', 'F', 'false', 'FALSE', 'False', undefined])(
    '%s is not encrypted on RBD',
    encrypted => {
      const protection = protectionOf({
        volume: seen(testVolume({ encrypted })),
        storageClass: seen(testClass({ encrypted })),
        pods: seen([testPod()]),
      });
      expect(brief(protection)).toBe(
        'none cannot-tell E2 recorded-unencrypted',
      );
    },
  );

  it.each(['yes', 'tRUE', '', ' true', 'on'])('"%s" is unknown', encrypted => {
    const volume = seen(testVolume({ encrypted }));
    expect(brief(protectionOf({ volume, storageClass: denied }))).toBe(
      'unknown cannot-tell E2 record-invalid',
    );
  });

  it.each(['false', '0', 'F'])('"%s" is unknown on CephFS', encrypted => {
    const volume = seen(cephFsVolume({ encrypted }));
    expect(brief(protectionOf({ volume, storageClass: denied }))).toBe(
      'unknown cannot-tell E2 record-ambiguous',
    );
  });
});

describe('file encryption', () => {
  const rbd = seen(testVolume({ encryptionType: 'file' }));
  const storageClass = denied;
  it.each<[string, Partial<VolumeFacts>, string]>([
    [
      'has no key before the first mount',
      { volume: rbd, key: seen({ presence: 'absent' }) },
      'volume/customer-key cannot-tell E2 recorded-encrypted key-comes-with-first-mount',
    ],
    [
      'is prepared once its key was made',
      { volume: rbd },
      'volume/customer-key prepared E2 recorded-encrypted key-comes-with-first-mount key-present',
    ],
    [
      'is active by a mount on RBD',
      { volume: rbd, key: noKey, pods: seen([testPod()]) },
      'volume/customer-key active E4 recorded-encrypted mounted',
    ],
    [
      'is not active by a mount alone on CephFS',
      { volume: seen(cephFsVolume()), key: noKey, pods: seen([testPod()]) },
      'volume/customer-key cannot-tell E2 recorded-encrypted mount-not-evidence',
    ],
    [
      'is active on CephFS by a mount and the key',
      { volume: seen(cephFsVolume()), pods: seen([testPod()]) },
      'volume/customer-key active E4 recorded-encrypted mounted key-present',
    ],
  ])('%s', (_, changes, expected) => {
    expect(brief(protectionOf({ storageClass, ...changes }))).toBe(expected);
  });
});

describe('a volume without a record of its own', () => {
  const withoutProvisioner = testVolume(
    {},
    { meta: testMeta({ name: 'pvc-1', namespace: '' }) },
  );
  const handWritten = testVolume({
    'storage.kubernetes.io/csiProvisionerIdentity': undefined,
  });
  const ofOther = (claim: { name: string; uid?: string }) =>
    testVolume({}, { claim: { namespace: 'payments', ...claim } });
  it.each<[string, Partial<VolumeFacts>, string]>([
    [
      'caps at E1 without the provisioned-by annotation',
      { volume: seen(withoutProvisioner), pods: seen([testPod()]) },
      'unknown cannot-tell E1 static-volume',
    ],
    [
      "caps at E1 without the provisioner's identity",
      { volume: seen(handWritten), pods: seen([testPod()]) },
      'unknown cannot-tell E1 static-volume',
    ],
    [
      'is unknown of an unknown driver',
      {
        volume: seen(
          testVolume(
            {},
            {
              csi: {
                driver: 'csi.example.org',
                volumeHandle: 'vol-1',
                attributes: { encrypted: 'true' },
              },
            },
          ),
        ),
      },
      'unknown cannot-tell E0 driver-unknown',
    ],
    [
      'is unknown when it is not CSI',
      {
        volume: seen(testVolume({}, { csi: undefined, otherSource: 'iscsi' })),
      },
      'unknown cannot-tell E0 not-csi',
    ],
    [
      'is unknown when it may not be read',
      { volume: denied },
      'unknown cannot-tell E0 volume-unread',
    ],
    [
      'is unknown when it is gone',
      { volume: seen(undefined) },
      'unknown cannot-tell E0 volume-gone',
    ],
    [
      'is unknown when the claim is lost',
      { claim: testClaim({ phase: 'Lost' }) },
      'unknown cannot-tell E0 volume-gone',
    ],
    [
      "is unknown when it is another claim's",
      { volume: seen(ofOther({ name: 'other' })) },
      'unknown cannot-tell E0 volume-of-other-claim',
    ],
    [
      'is unknown when it belongs to an older claim of that name',
      { volume: seen(ofOther({ name: 'data', uid: 'older' })) },
      'unknown cannot-tell E0 volume-of-other-claim',
    ],
    [
      'is unknown when it has no claim at all',
      { volume: seen(testVolume({}, { claim: undefined })) },
      'unknown cannot-tell E0 volume-of-other-claim',
    ],
  ])('%s', (_, changes, expected) => {
    expect(brief(protectionOf(changes))).toBe(expected);
  });
});

describe('a claim that waits', () => {
  const claim = testClaim({ phase: 'Pending', volumeName: undefined });
  const volume = seen(undefined);
  const later = testClass({}, { bindingMode: 'WaitForFirstConsumer' });
  const broken = testConnections({ theirs: '{' });
  it.each<[string, Partial<VolumeFacts>, string]>([
    [
      'is not provisioned yet, with a prediction',
      {},
      'unknown cannot-tell E0 not-provisioned class-predicts',
    ],
    [
      'is as it should be when its class waits for a pod',
      { storageClass: seen(later) },
      'unknown cannot-tell E0 waits-for-first-consumer class-predicts',
    ],
    [
      'names the malformed entry that blocks everyone',
      { connections: seen(broken) },
      'unknown cannot-tell E0 not-provisioned class-predicts connections-malformed',
    ],
    [
      'says that its class names no KMS',
      { storageClass: seen(testClass({ encryptionKMSID: undefined })) },
      'unknown cannot-tell E0 not-provisioned class-predicts passphrase-shared',
    ],
    [
      'says that its class names a connection that is not there',
      { storageClass: seen(testClass({ encryptionKMSID: 'gone' })) },
      'unknown cannot-tell E0 not-provisioned class-predicts connection-missing',
    ],
    [
      'says that its class does not exist',
      { storageClass: seen(undefined) },
      'unknown cannot-tell E0 not-provisioned class-missing',
    ],
    [
      'says that its class cannot be read',
      { storageClass: denied },
      'unknown cannot-tell E0 not-provisioned class-unread',
    ],
    [
      'says that it names no class',
      {
        claim: testClaim({ phase: 'Pending', storageClassName: undefined }),
        storageClass: seen(undefined),
      },
      'unknown cannot-tell E0 not-provisioned class-unset',
    ],
  ])('%s', (_, changes, expected) => {
    expect(brief(protectionOf({ claim, volume, ...changes }))).toBe(expected);
  });

  it('names the entry, not the one in use', () => {
    const { reasons } = protectionOf({
      claim,
      volume,
      connections: seen(broken),
    });
    expect(reasons.map(it => it.message).join()).toContain('"theirs"');
  });
});

describe('the class beside the record', () => {
  const plain = { encrypted: undefined };
  const young = {
    meta: testMeta({
      name: 'encrypted',
      namespace: '',
      createdAt: '2026-03-01T11:00:00.000Z',
    }),
  };
  it('is void when it is younger, even if it asks for encryption', () => {
    const protection = protectionOf({
      volume: seen(testVolume(plain)),
      storageClass: seen(testClass({}, young)),
    });
    expect(brief(protection)).toBe(
      'none cannot-tell E2 recorded-unencrypted class-recreated',
    );
  });

  it.each<[string, Parameters<typeof testVolume>, string]>([
    ['asks for what it asked for', [{}], 'class-newer-than-volume'],
    [
      'is of another name',
      [plain, { storageClassName: 'former' }],
      'class-newer-than-volume',
    ],
  ])('is younger and %s', (_, volume, code) => {
    const { reasons } = protectionOf({
      volume: seen(testVolume(...volume)),
      storageClass: seen(testClass({}, young)),
    });
    expect(reasons.map(it => it.code)).toContain(code);
  });

  it('never unmakes what the volume records', () => {
    const protection = protectionOf({
      storageClass: seen(testClass(plain)),
      key: noKey,
    });
    expect(brief(protection)).toBe(
      'volume/customer-key prepared E2 recorded-encrypted formats-at-first-mount class-differs',
    );
  });

  it.each([seen(undefined), denied])('may be gone or hidden', storageClass => {
    expect(protectionOf({ storageClass }).verdict).toBe('volume/customer-key');
  });
});
