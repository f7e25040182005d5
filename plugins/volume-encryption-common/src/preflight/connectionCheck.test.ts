import { seen, testTenant } from '../assessment/testFacts';
import { testConfigMap, testConnections } from '../kubernetes/testObjects';
import { checksOf, completeClass, denied, inShort } from './testPreflight';

const naming = (encryptionKMSID: string) =>
  seen(completeClass({ encryptionKMSID }));
const connections = (changes: Record<string, unknown>) =>
  seen(testConnections(changes));
const vault = {
  encryptionKMSType: 'vaulttokens',
  vaultAddress: 'https://vault',
};

it.each<[string, Parameters<typeof inShort>[1], string]>([
  ['is there', {}, 'ok'],
  [
    'is not there',
    { storageClass: naming('gone') },
    'blocked platform-team connection-unknown',
  ],
  [
    'is not there, as there are none',
    { connections: seen(undefined) },
    'blocked platform-team connection-unknown',
  ],
  [
    'is malformed',
    { connections: connections({ 'vault-tenants': '{' }) },
    'blocked platform-team connection-malformed',
  ],
  [
    'stands beside a malformed one',
    { connections: connections({ theirs: '{' }) },
    'blocked platform-team connection-malformed',
  ],
  [
    'has no type',
    { connections: connections({ 'vault-tenants': {} }) },
    'blocked platform-team connection-type-missing',
  ],
  [
    'is incomplete',
    {
      connections: connections({
        'vault-tenants': { encryptionKMSType: 'vaulttokens' },
      }),
    },
    'blocked platform-team',
  ],
  [
    'opens all volumes with one passphrase',
    { storageClass: naming('class-secret') },
    'warning platform-team',
  ],
  ['may not be read', { connections: denied }, 'unknown platform-team'],
  [
    'may be changed by a tenant who hides it',
    { tenant: testTenant({ configMap: denied }) },
    'unknown platform-team',
  ],
  [
    'is not named by the class',
    { storageClass: naming(''), connections: denied },
    '',
  ],
  [
    'is of a class that is not known',
    { storageClass: denied, connections: denied },
    '',
  ],
])('a connection that %s', (_, facts, expected) => {
  expect(inShort('kms-connection', facts)).toBe(expected);
});

it('is judged after the overrides of the tenant', () => {
  const configMap = seen(testConfigMap({ vaultAddress: 'nowhere' }));
  const tenant = testTenant({ configMap });
  expect(checksOf('kms-connection', { tenant })).toMatchObject([
    { outcome: 'blocked', message: expect.stringContaining('vaultAddress') },
  ]);
});

it('warns of one that works and is not safe', () => {
  const insecure = { ...vault, vaultBackend: 'kv-v2', vaultCAVerify: 'false' };
  const facts = { connections: connections({ 'vault-tenants': insecure }) };
  expect(inShort('kms-connection', facts)).toBe('warning platform-team');
});

it('refuses the encryption of files with a KMS that gives out no passphrase', () => {
  const kmip = { encryptionKMSType: 'kmip', KMIP_ENDPOINT: 'a:1' };
  const files = completeClass({
    encryptionKMSID: 'kmip',
    encryptionType: 'file',
  });
  const facts = {
    storageClass: seen(files),
    connections: connections({ kmip }),
  };
  expect(checksOf('kms-connection', facts)).toContainEqual(
    expect.objectContaining({ outcome: 'blocked', diagnosis: 'class-invalid' }),
  );
});
