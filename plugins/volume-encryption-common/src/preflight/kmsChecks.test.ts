import { seen, testKms } from '../assessment/testFacts';
import { testConnections } from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { checksOf, completeClass, denied, inShort } from './testPreflight';

const naming = (encryptionKMSID: string) =>
  seen(completeClass({ encryptionKMSID }));

it.each([
  ['active', 'ok'],
  ['standby', 'unknown vault-admin'],
  ['sealed', 'blocked vault-admin vault-sealed'],
  ['uninitialised', 'blocked vault-admin'],
  ['unreachable', 'unknown vault-admin vault-unreachable'],
  ['unknown', 'unknown vault-admin vault-unreachable'],
] as const)('a KMS that is %s', (state, expected) => {
  expect(inShort('kms', { kms: seen(testKms({ state })) })).toBe(expected);
});

it.each([
  ['is not configured', unknown('not-configured', 'No such KMS.')],
  ['did not answer', unknown('timeout', 'It did not answer in time.')],
])('a KMS that %s is not known', (_, kms) => {
  expect(checksOf('kms', { kms })).toMatchObject([{ outcome: 'unknown' }]);
});

it.each(['azure', 'wrapped'])(
  'cannot tell of one that is no Vault, as with %s',
  kmsId => {
    expect(inShort('kms', { storageClass: naming(kmsId) })).toBe(
      'unknown platform-team',
    );
  },
);

it.each([
  ['there', seen({ type: 'kv', version: '2' }), 'ok'],
  ['missing', seen(undefined), 'blocked platform-team vault-mount-missing'],
  ['of version 1', seen({ type: 'kv', version: '1' }), 'blocked vault-admin'],
  ['no mount for keys', seen({ type: 'transit' }), 'blocked vault-admin'],
  ['hidden', denied, 'unknown platform-team'],
])('a mount that is %s', (_, keyMount, expected) => {
  expect(inShort('key-mount', { keyMount })).toBe(expected);
});

it('does not look for a mount of KV version 1, where a path may lead anywhere', () => {
  const old = {
    encryptionKMSType: 'vaulttokens',
    vaultAddress: 'https://vault',
    vaultBackend: 'kv',
  };
  const connections = seen(testConnections({ 'vault-tenants': old }));
  expect(inShort('key-mount', { connections, keyMount: denied })).toBe('');
});

it.each(['kms', 'key-mount', 'credential'])(
  'says nothing of %s where the connection is not known',
  about => {
    expect(inShort(about, { connections: denied })).toBe('');
  },
);
