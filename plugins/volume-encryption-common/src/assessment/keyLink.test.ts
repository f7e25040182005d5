import type { KeyDescription } from '../contract/api';
import {
  TEST_HANDLE,
  testConnections,
  testPod,
  testVolume,
} from '../kubernetes/testObjects';
import type { Observed } from '../observation/observed';
import { unknown } from '../observation/observed';
import { readEvidence } from './evidence';
import { keyLink } from './keyLink';
import { seen, testFacts } from './testFacts';
import type { VolumeFacts } from './volumeFacts';

function linkOf(changes: Partial<VolumeFacts>) {
  return keyLink(readEvidence(testFacts(changes)));
}

const absent = seen<KeyDescription>({ presence: 'absent' });
const file = seen(testVolume({ encryptionType: 'file' }));
const withBackend = (vaultBackend: string | undefined) =>
  seen(
    testConnections({
      'vault-tenants': {
        encryptionKMSType: 'vaulttenantsa',
        vaultAddress: 'https://vault.example:8200',
        vaultBackend,
      },
    }),
  );

it.each<[string, Observed<KeyDescription>, string]>([
  ['present', seen({ presence: 'present' }), 'ok key-present E5'],
  ['absent', absent, 'broken key-missing E5'],
  ['soft-deleted', seen({ presence: 'soft-deleted' }), 'broken key-missing E5'],
  ['destroyed', seen({ presence: 'destroyed' }), 'broken key-missing E5'],
  ['hidden', unknown('denied', 'No.'), 'unknown key-unread E0'],
  ['behind a slow Vault', unknown('timeout', 'No.'), 'unknown key-unread E0'],
  ['behind a seal', unknown('sealed', 'No.'), 'broken kms-sealed E0'],
])('a key that is %s', (_, key, expected) => {
  const link = linkOf({ key });
  expect(`${link?.status} ${link?.code} ${link?.grade}`).toBe(expected);
  expect(link?.name).toBe(`csi/prod.payments/${TEST_HANDLE}`);
});

it.each<[string, Partial<VolumeFacts>, string]>([
  [
    'absent before the first mount of a file-encrypted volume',
    { volume: file, key: absent },
    'unknown key-comes-with-first-mount',
  ],
  [
    'absent while a file-encrypted volume is mounted',
    { volume: file, key: absent, pods: seen([testPod()]) },
    'broken key-missing',
  ],
  [
    'destroyed before a mount of a file-encrypted volume',
    { volume: file, key: seen({ presence: 'destroyed' }) },
    'broken key-missing',
  ],
  [
    'absent where the KV version is left open',
    { key: absent, connections: withBackend(undefined) },
    'unknown key-not-found',
  ],
  [
    'absent where the KV version is misspelt, so left open',
    { key: absent, connections: withBackend('kv-v1') },
    'unknown key-not-found',
  ],
  [
    'destroyed, which only KV version 2 can tell',
    {
      key: seen({ presence: 'destroyed' }),
      connections: withBackend(undefined),
    },
    'broken key-missing',
  ],
  [
    'present where the KV version is left open',
    { connections: withBackend('') },
    'ok key-present',
  ],
  [
    'in KV version 1, whatever was answered',
    { connections: withBackend('kv') },
    'unknown key-not-checkable',
  ],
  ...['wrapped', 'class-secret', 'azure', 'default'].map(
    (encryptionKMSID): [string, Partial<VolumeFacts>, string] => [
      `of connection ${encryptionKMSID}`,
      { volume: seen(testVolume({ encryptionKMSID })) },
      'unknown key-not-checkable',
    ],
  ),
])('a key %s', (_, changes, expected) => {
  const link = linkOf(changes);
  expect(`${link?.status} ${link?.code}`).toBe(expected);
});

it('says present, never valid', () => {
  const detail = linkOf({})?.detail;
  expect(detail).toContain('present');
  expect(detail).not.toContain('valid');
});

it.each(['gone', 'unknown'])('is no link when custody is %s', kmsId => {
  const volume = seen(testVolume({ encryptionKMSID: kmsId }));
  expect(linkOf({ volume })).toBeUndefined();
});
