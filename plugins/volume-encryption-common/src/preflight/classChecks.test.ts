import { seen } from '../assessment/testFacts';
import {
  checksOf,
  claimRequest,
  completeClass,
  denied,
  inShort,
} from './testPreflight';

type Parameters = Record<string, string | undefined>;

it.each<[string, Parameters, string]>([
  ['with a KMS connection', {}, 'ok'],
  ['in clear', { encrypted: undefined }, 'blocked developer'],
  ['with what the driver refuses', { encrypted: 'yes' }, 'blocked developer'],
  [
    'with one passphrase for all',
    { encryptionKMSID: undefined },
    'warning developer passphrase-missing',
  ],
  [
    'with one passphrase by name',
    { encryptionKMSID: 'default' },
    'warning developer passphrase-missing',
  ],
])('a class %s', (_, parameters, expected) => {
  const storageClass = seen(completeClass(parameters));
  expect(inShort('storage-class', { storageClass })).toBe(expected);
});

it.each([
  ['is missing', seen(undefined), 'blocked developer storage-class-missing'],
  ['may not be read', denied, 'unknown platform-team'],
  [
    'is of another driver',
    seen(completeClass({}, { provisioner: 'ebs.csi.aws.com' })),
    'blocked developer',
  ],
])('a class that %s', (_, storageClass, expected) => {
  expect(inShort('storage-class', { storageClass })).toBe(expected);
});

it.each([
  ['of Ceph CSI', completeClass(), 'ok'],
  [
    'of Ceph CSI without one',
    completeClass({ 'csi.storage.k8s.io/node-stage-secret-name': undefined }),
    'blocked platform-team csi-secret-incomplete',
  ],
  [
    'of Ceph CSI by an older name',
    completeClass({
      'csi.storage.k8s.io/node-stage-secret-name': undefined,
      csiNodeStageSecretName: 'rook-csi',
    }),
    'ok',
  ],
  [
    'of another driver',
    completeClass({}, { provisioner: 'ebs.csi.aws.com' }),
    '',
  ],
])('the Secrets of a class %s', (_, storageClass, expected) => {
  expect(inShort('class-secrets', { storageClass: seen(storageClass) })).toBe(
    expected,
  );
});

it.each([
  ['is RWO', {}, 'rbd', 'ok'],
  [
    'is RWX on RBD',
    { accessMode: 'ReadWriteMany' },
    'rbd',
    'blocked developer access-mode-unsupported',
  ],
  [
    'is a shared block device',
    { accessMode: 'ReadWriteMany', volumeMode: 'Block' },
    'rbd',
    'ok',
  ],
  ['is RWX on CephFS', { accessMode: 'ReadWriteMany' }, 'cephfs', 'ok'],
  [
    'is a block device on CephFS',
    { volumeMode: 'Block' },
    'cephfs',
    'blocked developer volume-mode-unsupported',
  ],
] as const)('a claim that %s', (_, modes, driver, expected) => {
  const provisioner = `rook-ceph.${driver}.csi.ceph.com`;
  const storageClass = seen(completeClass({}, { provisioner }));
  const request = claimRequest(modes);
  expect(inShort('access-mode', { storageClass, request })).toBe(expected);
});

it('does not know what another driver can do', () => {
  const provisioner = 'ebs.csi.aws.com';
  const storageClass = seen(completeClass({}, { provisioner }));
  expect(checksOf('access-mode', { storageClass })).toEqual([]);
});

it.each([
  ['Immediate', 'at once'],
  ['WaitForFirstConsumer', 'Pending, which is no failure'],
] as const)('says plainly what %s means', (bindingMode, words) => {
  const storageClass = seen(completeClass({}, { bindingMode }));
  expect(checksOf('binding-mode', { storageClass })).toMatchObject([
    { outcome: 'ok', message: expect.stringContaining(words) },
  ]);
});

it.each(['class-secrets', 'access-mode', 'binding-mode'])(
  'says nothing about %s of a class that is not known',
  about => {
    expect(checksOf(about, { storageClass: denied })).toEqual([]);
    expect(checksOf(about, { storageClass: seen(undefined) })).toEqual([]);
  },
);
