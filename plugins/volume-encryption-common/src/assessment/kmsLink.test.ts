import type { KmsView } from '../contract/api';
import { testVolume } from '../kubernetes/testObjects';
import type { UnknownWhy } from '../observation/observed';
import { unknown } from '../observation/observed';
import { readEvidence } from './evidence';
import { kmsLink } from './kmsLink';
import { seen, testFacts, testKms } from './testFacts';

it.each<[KmsView['state'], string]>([
  ['active', 'ok kms-active E3'],
  ['sealed', 'broken kms-sealed E3'],
  ['uninitialised', 'broken kms-uninitialised E3'],
  ['standby', 'unknown kms-standby E0'],
  ['unreachable', 'unknown kms-unread E0'],
  ['unknown', 'unknown kms-unread E0'],
])('a KMS that is %s', (state, expected) => {
  const kms = seen(testKms({ state }));
  const link = kmsLink(readEvidence(testFacts({ kms })));
  expect(`${link?.status} ${link?.code} ${link?.grade}`).toBe(expected);
  expect(link?.name).toBe('vault');
});

it.each<[UnknownWhy, string]>([
  ['sealed', 'broken kms-sealed'],
  ['not-configured', 'unknown kms-not-configured'],
  ['denied', 'unknown kms-unread'],
  ['unreachable', 'unknown kms-unread'],
  ['timeout', 'unknown kms-unread'],
  ['failed', 'unknown kms-unread'],
  ['not-synced', 'unknown kms-unread'],
  ['not-applicable', 'unknown kms-unread'],
])('a KMS that could not be asked: %s', (why, expected) => {
  const kms = unknown(why, 'It did not answer.');
  const link = kmsLink(readEvidence(testFacts({ kms })));
  expect(`${link?.status} ${link?.code}`).toBe(expected);
  expect(link?.name).toBe('https://vault.example:8200');
});

it('tells what to do about a KMS that cannot be reached', () => {
  const message = 'Check the network from the portal.';
  const kms = seen(testKms({ state: 'unreachable', message }));
  expect(kmsLink(readEvidence(testFacts({ kms })))?.detail).toContain(message);
});

it('is no link of the chain when no Vault is asked', () => {
  const volume = seen(testVolume({ encryptionKMSID: 'wrapped' }));
  expect(kmsLink(readEvidence(testFacts({ volume })))).toBeUndefined();
});
