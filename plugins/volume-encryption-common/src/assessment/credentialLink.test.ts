import {
  testConfigMap,
  testConnections,
  testVolume,
} from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { credentialLink } from './credentialLink';
import { readEvidence } from './evidence';
import {
  seen,
  TEST_SET_UP,
  testAccount,
  testFacts,
  testNamespace,
  testRole,
  testTenant,
} from './testFacts';
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
      'was exchanged past the portal',
      { ...good, tokenTerm: seen(undefined), tokenIsForeign: true },
      'warning tenant-token-foreign E1',
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
      { serviceAccount: seen(undefined) },
      'broken tenant-account-missing E1',
    ],
    [
      'is held by a finalizer',
      { serviceAccount: seen(testAccount('2026-03-01T00:00:00Z')) },
      'broken tenant-account-deleting E1',
    ],
    [
      'has no role, or its auth mount is gone',
      { role: seen(undefined) },
      'broken tenant-role-missing E1',
    ],
    [
      'has a role that may not be read',
      { role: denied },
      'unknown tenant-role-unread E0',
    ],
    [
      'has a role that is bound to another name',
      { role: seen(testRole({ bound_service_account_names: ['other'] })) },
      'broken tenant-account-not-admitted E1',
    ],
    [
      'has a role that is bound to nobody',
      { role: seen(testRole({ bound_service_account_names: undefined })) },
      'broken tenant-account-not-admitted E1',
    ],
    [
      'is bound by a pattern',
      { role: seen(testRole({ bound_service_account_names: ['ceph-*-sa'] })) },
      'ok tenant-account-ok E1',
    ],
    [
      'is in a namespace without the label',
      { namespace: seen(testNamespace({})) },
      'broken tenant-namespace-not-selected E1',
    ],
    [
      'is in a namespace that is gone',
      { namespace: seen(undefined) },
      'broken tenant-namespace-not-selected E1',
    ],
    [
      'is in a namespace that may not be read',
      { namespace: denied },
      'unknown credential-unread E0',
    ],
    [
      'is in a namespace that the role lists',
      {
        namespace: seen(testNamespace({})),
        role: seen(testRole({ bound_service_account_namespaces: ['pay*'] })),
      },
      'ok tenant-account-ok E1',
    ],
    [
      'is selected by what Vault refuses',
      {
        role: seen(
          testRole({
            bound_service_account_namespace_selector:
              '{"matchLabels":{"csi-kms":"enabled"},"matchExpressions":[]}',
          }),
        ),
      },
      'broken tenant-namespace-not-selected E1',
    ],
    [
      'is selected by what cannot be read here',
      {
        role: seen(
          testRole({
            bound_service_account_namespace_selector: 'matchLabels: {}',
          }),
        ),
      },
      'unknown tenant-role-unread E0',
    ],
    [
      'has a role without an audience or addresses',
      { role: seen(testRole({ audience: '', token_bound_cidrs: [] })) },
      'ok tenant-account-ok E1',
    ],
    [
      'has a role with the audience of its tokens',
      {
        role: seen(testRole({ audience: 'https://api' })),
        setUp: { ...TEST_SET_UP, audience: 'https://api' },
      },
      'ok tenant-account-ok E1',
    ],
    [
      'has a role with another audience than that of its tokens',
      {
        role: seen(testRole({ audience: 'vault' })),
        setUp: { ...TEST_SET_UP, audience: 'https://api' },
      },
      'broken tenant-account-not-admitted E1',
    ],
    [
      'has a role with an audience, and that of its tokens is not known',
      { role: seen(testRole({ audience: 'vault' })) },
      'unknown tenant-role-bound E0',
    ],
    [
      'has a role for certain addresses',
      { role: seen(testRole({ token_bound_cidrs: ['10.0.0.0/8'] })) },
      'unknown tenant-role-bound E0',
    ],
    [
      'is not admitted, whatever the audience',
      {
        role: seen(
          testRole({ audience: 'vault', bound_service_account_names: [] }),
        ),
      },
      'broken tenant-account-not-admitted E1',
    ],
    [
      'gets another policy than was set up',
      { role: seen(testRole({ token_policies: ['default'] })) },
      'unknown tenant-role-other E0',
    ],
    [
      'logs in to another role, which is there',
      { configMap: seen(testConfigMap({ vaultRole: 'mine' })) },
      'unknown tenant-role-other E0',
    ],
    [
      'logs in to another role, which may not be read',
      {
        configMap: seen(testConfigMap({ vaultAuthPath: 'auth/none/login' })),
        role: denied,
      },
      'unknown tenant-role-other E0',
    ],
    [
      'logs in to another role, which is not there',
      {
        configMap: seen(testConfigMap({ vaultRole: 'nope' })),
        role: seen(undefined),
      },
      'broken tenant-role-missing E1',
    ],
    [
      'logs in nowhere',
      { configMap: seen(testConfigMap({ vaultAuthPath: '' })) },
      'broken tenant-role-missing E1',
    ],
    [
      'logs in to a KMS that is not known',
      { role: unknown('not-configured', 'No such KMS.'), setUp: undefined },
      'unknown tenant-role-unread E0',
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

  it('names the role in force, and the one that is set up', () => {
    const connections = seen(
      testConnections({
        'vault-tenants': {
          encryptionKMSType: 'vaulttenantsa',
          vaultAddress: 'https://vault.example:8200',
          vaultAuthPath: '/v1/auth/prod/k8s/login',
        },
      }),
    );
    const detail = credentialLink(
      readEvidence(testFacts({ connections })),
    )?.detail;
    expect(detail).toContain('role "csi-kubernetes" of auth/prod/k8s');
    expect(detail).toContain('role "csi-tenant" of auth/kubernetes');
  });

  it('shows no token that is in the place of a role', () => {
    const vaultRole = 'hvs.canarycanarycanarycanary';
    const configMap = seen(testConfigMap({ vaultRole }));
    for (const role of [seen(undefined), unknown('denied', vaultRole)]) {
      const { detail } = linkOf('vault-tenants', { configMap, role }) ?? {};
      expect(detail).toContain('role "[hidden]"');
      expect(detail).not.toContain('canary');
    }
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
