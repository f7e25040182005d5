import type { KeyDescription } from '../contract/api';
import {
  TEST_HANDLE,
  testClaim,
  testConfigMap,
  testConnections,
  testVolume,
} from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { assessCustody } from './custody';
import { readEvidence } from './evidence';
import { seen, testFacts, testTenant } from './testFacts';
import type { VolumeFacts } from './volumeFacts';

const denied = unknown('denied', 'RBAC forbids it.');
const named = (encryptionKMSID: string | undefined) =>
  seen(testVolume({ encryptionKMSID }));

function custodyOf(changes: Partial<VolumeFacts> = {}) {
  return assessCustody(readEvidence(testFacts(changes)));
}

it.each<[string, Partial<VolumeFacts>, string]>([
  [
    "a tenant's account reads the Vault",
    {},
    'held-by-kms vaulttenantsa tenant-service-account',
  ],
  [
    "a tenant's token does",
    { volume: named('vault-tokens') },
    'held-by-kms vaulttokens tenant-token',
  ],
  [
    'the driver does for all',
    { volume: named('vault-driver') },
    'held-by-kms vault driver-service-account',
  ],
  [
    'an Azure Key Vault holds it',
    { volume: named('azure') },
    'held-by-kms azure-kv secret',
  ],
  [
    'it is wrapped in metadata',
    { volume: named('wrapped') },
    'wrapped-in-metadata metadata secret',
  ],
  [
    "it is wrapped with the class's passphrase",
    { volume: named('class-secret') },
    'shared-passphrase metadata secret',
  ],
  [
    'no KMS is named',
    { volume: named(undefined) },
    'shared-passphrase - secret',
  ],
  ['the name is empty', { volume: named('') }, 'shared-passphrase - secret'],
  [
    'the name is default',
    { volume: named('default') },
    'shared-passphrase - secret',
  ],
  [
    'the volume is not encrypted',
    { volume: seen(testVolume({ encrypted: 'false' })) },
    'none - none',
  ],
  ['the connection is gone', { volume: named('gone') }, 'unknown - unknown'],
  [
    'the connections cannot be read',
    { connections: denied },
    'unknown - unknown',
  ],
  [
    "the tenant's settings cannot be read",
    { tenant: testTenant({ configMap: denied }) },
    'unknown - unknown',
  ],
  ['the volume cannot be read', { volume: denied }, 'unknown - unknown'],
  [
    'there is no volume yet',
    { claim: testClaim({ phase: 'Pending' }), volume: seen(undefined) },
    'unknown - unknown',
  ],
])('when %s', (_, changes, expected) => {
  const { kind, kmsType = '-', credential, summary } = custodyOf(changes);
  expect(`${kind} ${kmsType} ${credential}`).toBe(expected);
  expect(summary).toMatch(/^[A-Z].*\.$/);
});

describe('a key in a Vault', () => {
  it('is told with its place and holder, and no value', () => {
    expect(custodyOf()).toMatchObject({
      kmsId: 'vault-tenants',
      kms: 'vault',
      keyPath: `csi/prod.payments/${TEST_HANDLE}`,
      key: { presence: 'present' },
      summary:
        'The KMS "vault" holds the passphrase of this volume; the tenant\'s ServiceAccount "ceph-csi-vault-sa" reads it there.',
    });
  });

  it('is told by the address where the portal does not know the KMS', () => {
    const { summary, kms, key } = custodyOf({ kms: denied, key: denied });
    expect(summary).toContain('The Vault at https://vault.example:8200');
    expect([kms, key]).toEqual([undefined, undefined]);
  });

  it.each<KeyDescription['presence']>(['absent', 'soft-deleted', 'destroyed'])(
    'is not said to be held when it is %s',
    presence => {
      const { summary } = custodyOf({ key: seen({ presence }) });
      expect(summary).toContain('should hold');
    },
  );

  it.each<[string, Partial<KeyDescription>, string]>([
    [
      "the tenant's own",
      { writtenBy: 'ServiceAccount payments', writtenByTenant: true },
      'key-written-by-tenant ok',
    ],
    [
      "another's",
      { writtenBy: 'token of ops', writtenByTenant: false },
      'key-written-by-other warning',
    ],
    ['not told', {}, ''],
    [
      'told of a key that is deleted',
      { presence: 'soft-deleted', writtenByTenant: true },
      '',
    ],
    ['told by name only', { writtenBy: 'somebody' }, ''],
  ])('was written by an identity that is %s', (_, writer, expected) => {
    const { reasons } = custodyOf({
      key: seen({ presence: 'present', ...writer }),
    });
    const ofWriter = reasons.filter(({ code }) => code !== 'tenant-overrides');
    expect(ofWriter.map(it => `${it.code} ${it.severity}`).join()).toBe(
      expected,
    );
    expect(ofWriter.map(it => it.message).join()).toContain(
      expected ? (writer.writtenBy ?? '') : '',
    );
  });

  it("was not written by the tenant when it is in another tenant's mount", () => {
    const configMap = seen(
      testConfigMap({ vaultBackendPath: 'csi/prod.insurance' }),
    );
    const { reasons } = custodyOf({
      key: seen({
        presence: 'present',
        writtenBy: 'the token of tenant prod.insurance',
        writtenByTenant: true,
      }),
      tenant: testTenant({ configMap }),
    });
    const codes = reasons.map(({ code }) => code);
    expect(codes).toContain('key-written-by-other');
    expect(codes).not.toContain('key-written-by-tenant');
  });

  it.each([
    [{ vaultBackendPath: 'mine' }, 'info'],
    [{ vaultAddress: 'https://mine.example' }, 'warning'],
  ])('may be moved by the tenant: %j', (data, severity) => {
    const configMap = seen(testConfigMap(data));
    const { reasons } = custodyOf({ tenant: testTenant({ configMap }) });
    expect(reasons).toContainEqual(
      expect.objectContaining({ code: 'tenant-overrides', severity }),
    );
  });

  it('is warned about when certificates are not verified', () => {
    const connections = seen(
      testConnections({
        'vault-tenants': {
          encryptionKMSType: 'vaulttenantsa',
          vaultAddress: 'https://vault.example:8200',
          vaultCAVerify: 'false',
        },
      }),
    );
    expect(custodyOf({ connections }).reasons.map(it => it.code)).toContain(
      'connection-insecure',
    );
  });
});

describe('a shared passphrase', () => {
  it('says where it is and how many volumes it opens', () => {
    const { sharedBy, summary, reasons } = custodyOf({
      volume: named(undefined),
      volumesOfClass: 12,
    });
    expect(sharedBy).toBe(12);
    expect(summary).toContain(
      '"rook-csi-rbd-node" in the namespace "rook-ceph"',
    );
    expect(reasons.map(it => it.code)).toEqual(['passphrase-shared']);
  });

  it('opens this volume at least', () => {
    const changes = { volume: named(undefined), volumesOfClass: 0 };
    expect(custodyOf(changes).sharedBy).toBe(1);
  });
});
