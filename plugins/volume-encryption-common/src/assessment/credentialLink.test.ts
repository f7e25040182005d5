import { testConfigMap, testVolume } from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { credentialLink } from './credentialLink';
import { readEvidence } from './evidence';
import { seen, testFacts, testTenant } from './testFacts';
import type { TenantFacts } from './volumeFacts';

const denied = unknown('denied', 'RBAC forbids it.');

function linkOf(
  encryptionKMSID: string | undefined,
  tenant: Partial<TenantFacts> = {},
) {
  return credentialLink(
    readEvidence(
      testFacts({
        volume: seen(testVolume({ encryptionKMSID })),
        tenant: testTenant(tenant),
      }),
    ),
  );
}

const lasting = { id: 'a', expiresAt: '2026-03-20T00:00:00Z' };
const ending = (expiresAt: string) => seen({ id: 'a', expiresAt });

describe('the token Secret of a tenant', () => {
  const good = {
    tokenSecret: seen(true),
    tokenTerm: ending('2026-04-01T00:00:00.000Z'),
  };
  it.each<[string, Partial<TenantFacts>, string]>([
    ['is there and good for long', good, 'ok tenant-token-ok E1'],
    [
      'is not there',
      { ...good, tokenSecret: seen(false) },
      'broken tenant-token-missing E1',
    ],
    [
      'may not be looked up',
      { ...good, tokenSecret: denied },
      'unknown credential-unread E0',
    ],
    [
      'is there, its end not recorded',
      { ...good, tokenTerm: seen(undefined) },
      'warning tenant-token-end-unknown E1',
    ],
    [
      'is there, its end not read',
      { ...good, tokenTerm: denied },
      'unknown credential-unread E0',
    ],
    [
      'has ended',
      { ...good, tokenTerm: ending('2026-03-01T23:59:59.000Z') },
      'broken tenant-token-expired E1',
    ],
    [
      'ends this very moment',
      { ...good, tokenTerm: ending('2026-03-02T00:00:00Z') },
      'broken tenant-token-expired E1',
    ],
    [
      'has ended, whether or not the Secret is seen',
      { tokenSecret: denied, tokenTerm: ending('2026-01-01T00:00:00Z') },
      'broken tenant-token-expired E1',
    ],
    [
      'is unknown to the Vault',
      { ...good, tokenTerm: seen({ ...lasting, lost: true }) },
      'broken tenant-token-lost E1',
    ],
    [
      'is unknown to the Vault, whether or not the Secret is seen',
      { tokenSecret: denied, tokenTerm: seen({ ...lasting, lost: true }) },
      'broken tenant-token-lost E1',
    ],
    [
      'has no end on record',
      { ...good, tokenTerm: seen({ id: 'a' }) },
      'warning tenant-token-end-unknown E1',
    ],
    [
      'is renewed in time, however short its period',
      {
        ...good,
        tokenTerm: seen({
          id: 'a',
          issuedAt: '2026-03-01T23:00:00Z',
          expiresAt: '2026-03-02T01:00:00Z',
        }),
      },
      'ok tenant-token-ok E1',
    ],
    [
      'should have been renewed',
      {
        ...good,
        tokenTerm: seen({ ...lasting, issuedAt: '2026-01-01T00:00:00Z' }),
      },
      'warning tenant-token-expiring E1',
    ],
    [
      'ends in less than seven days',
      { ...good, tokenTerm: ending('2026-03-08T23:59:59.000Z') },
      'warning tenant-token-expiring E1',
    ],
    [
      'ends in seven days',
      { ...good, tokenTerm: ending('2026-03-09T00:00:00.000Z') },
      'ok tenant-token-ok E1',
    ],
  ])('%s', (_, tenant, expected) => {
    const link = linkOf('vault-tokens', tenant);
    expect(`${link?.status} ${link?.code} ${link?.grade}`).toBe(expected);
  });

  it.each([
    ['2026-03-08T23:59:59.000Z', 'ends in 6 days, at 2026-03-08'],
    ['2026-03-03T00:00:00.000Z', 'ends in 1 day, at 2026-03-03'],
    ['2026-03-02T00:00:01.000Z', 'ends in less than a day, at 2026-03-02'],
    ['2026-03-23T00:00:00.000Z', 'is good for 21 days, until 2026-03-23'],
  ])('counts the days until %s', (expiresAt, words) => {
    const link = linkOf('vault-tokens', {
      ...good,
      tokenTerm: ending(expiresAt),
    });
    expect(link?.detail).toContain(words);
  });

  it('has the name that Ceph CSI looks for', () => {
    expect(linkOf('vault-tokens')?.name).toBe('ceph-csi-kms-token');
  });
});

describe('the ServiceAccount of a tenant', () => {
  it.each<[string, Partial<TenantFacts>, string]>([
    ['is there', {}, 'ok tenant-account-ok E1'],
    [
      'is not there',
      { serviceAccount: seen(false) },
      'broken tenant-account-missing E1',
    ],
    [
      'may not be looked up',
      { serviceAccount: denied },
      'unknown credential-unread E0',
    ],
    [
      'does not care for tokens',
      { tokenSecret: denied, tokenTerm: denied },
      'ok tenant-account-ok E1',
    ],
  ])('%s', (_, tenant, expected) => {
    const link = linkOf('vault-tenants', tenant);
    expect(`${link?.status} ${link?.code} ${link?.grade}`).toBe(expected);
  });

  it('has the name that the tenant chose', () => {
    const configMap = seen(testConfigMap({ tenantSAName: 'mine' }));
    expect(linkOf('vault-tenants', { configMap })?.name).toBe('mine');
  });
});

it("never calls the driver's own account known", () => {
  expect(linkOf('vault-driver')?.status).toBe('unknown');
});

it.each([undefined, 'wrapped', 'class-secret', 'azure', 'gone'])(
  'is no link of the chain for connection %s',
  kmsId => {
    expect(linkOf(kmsId)).toBeUndefined();
  },
);

it('is no link of the chain when nobody could read the connections', () => {
  const facts = testFacts({ connections: denied });
  expect(credentialLink(readEvidence(facts))).toBeUndefined();
});
