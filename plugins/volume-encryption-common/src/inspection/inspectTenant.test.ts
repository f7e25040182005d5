import type { ReasonCode } from '../contract/reasons';
import { observed, unknown } from '../observation/observed';
import {
  connectionsOf,
  CONNECTIONS,
  namespaceOf,
  NOW,
  tenantConfigOf,
  VAULT_SA,
} from '../plan/testState';
import { accountOf, KV2, secretOf } from '../plan/testTenant';
import type { InspectedTenant } from './inspectedTenant';
import { inspectTenant } from './inspectTenant';

const at = <T>(value: T) => observed(value, NOW);
const none = unknown('not-applicable', 'Of no interest.');

const account: InspectedTenant = {
  now: NOW,
  cluster: 'prod',
  namespace: 'payments',
  custody: 'vaulttenantsa',
  names: {
    configMap: 'ceph-csi-kms-config',
    tokenSecret: 'ceph-csi-kms-token',
    serviceAccount: 'ceph-csi-vault-sa',
  },
  kms: {
    name: 'vault',
    mountPath: 'csi/prod.payments',
    tokenPolicy: 'csi-tenant-token',
    boundCidrs: [],
  },
  connections: connectionsOf(CONNECTIONS),
  kmsIds: ['vault-sa'],
  namespaceObject: at(namespaceOf()),
  mount: at(KV2),
  mountConfig: at({ casRequired: false }),
  configMap: at(tenantConfigOf()),
  serviceAccount: at(accountOf()),
  secret: none,
  token: none,
  others: [],
  keys: at({ withoutVolume: [], missing: [] }),
};
const writtenBy = (manager: string) =>
  at({
    ...secretOf(),
    writers: [{ manager, at: NOW, dataKeys: ['token'] }],
  });
const token: InspectedTenant = {
  ...account,
  custody: 'vaulttokens',
  kmsIds: ['vault-tokens'],
  serviceAccount: at(undefined),
  secret: writtenBy('backstage-volume-encryption'),
  secretNames: 'id-1',
  recorded: { id: 'id-1', expiresAt: '2026-02-01T00:00:00Z' },
  token: at({ policies: ['csi-tenant-token'], boundCidrs: [] }),
};

it('finds nothing where all is as it should be', () => {
  expect(inspectTenant(account)).toEqual([]);
  expect(inspectTenant(token)).toEqual([]);
  const secretVersion = secretOf().meta.resourceVersion;
  const recorded = { id: 'id-1', secretVersion };
  expect(inspectTenant({ ...token, recorded })).toEqual([]);
});

it.each<[string, object, string, string]>([
  [
    'whose renewal failed',
    { issuedAt: NOW, lastFailure: 'Vault is sealed.' },
    'token-renewal-failed',
    'Vault is sealed.',
  ],
  [
    'whose renewal is overdue',
    { issuedAt: '2020-01-01T00:00:00Z', expiresAt: 'soon' },
    'token-expiring',
    'days left',
  ],
])('warns of a token %s', (_, its, code, actual) => {
  const soon = new Date(Date.parse(NOW) + 24 * 60 * 60 * 1000).toISOString();
  const recorded = { id: 'id-1', expiresAt: '2026-02-01T00:00:00Z', ...its };
  if (recorded.expiresAt === 'soon') recorded.expiresAt = soon;
  expect(inspectTenant({ ...token, recorded })).toEqual([
    expect.objectContaining({
      code,
      severity: 'warning',
      actual: expect.stringContaining(actual),
    }),
  ]);
});

it.each<[string, InspectedTenant]>([
  [
    'ServiceAccount payments/ceph-csi-vault-sa',
    { ...account, serviceAccount: at(accountOf({ deletedAt: NOW })) },
  ],
  [
    'Namespace payments',
    { ...account, namespaceObject: at(namespaceOf({ deletedAt: NOW })) },
  ],
])('tells that %s is being deleted', (object, tenant) => {
  expect(inspectTenant(tenant)).toEqual([
    expect.objectContaining({ code: 'being-deleted', object }),
  ]);
});

const OWNER = 'volume-encryption.backstage.io/owner';

it.each<[string, Partial<InspectedTenant>, string, object]>([
  [
    'a consent that is gone',
    { namespaceObject: at(namespaceOf({ annotations: {} })) },
    'consent-missing',
    { actual: 'no such annotation' },
  ],
  [
    'a consent that is none',
    { namespaceObject: at(namespaceOf({ annotations: { [OWNER]: '//' } })) },
    'consent-missing',
    { actual: '//' },
  ],
  [
    'a consent that was set past the portal',
    {
      namespaceObject: at({
        ...namespaceOf(),
        ownerSetBy: 'kubectl-annotate',
      }),
    },
    'consent-set-elsewhere',
    { actual: 'group:payments, set by kubectl-annotate' },
  ],
  [
    'a label that is gone',
    { namespaceObject: at(namespaceOf({ labels: {} })) },
    'namespace-not-selected',
    { expected: 'csi-kms=enabled', actual: 'no such label' },
  ],
  [
    'a label with another value',
    { namespaceObject: at(namespaceOf({ labels: { 'csi-kms': 'no' } })) },
    'namespace-not-selected',
    { actual: 'csi-kms=no' },
  ],
  [
    'a namespace that is gone',
    { namespaceObject: at(undefined), configMap: at(undefined) },
    'namespace-missing',
    { severity: 'error' },
  ],
  ['a mount that is gone', { mount: at(undefined) }, 'mount-missing', {}],
  [
    'a mount of another version',
    { mount: at({ type: 'kv', version: '1' }) },
    'mount-differs',
    { expected: 'kv version 2', actual: 'kv version 1' },
  ],
  [
    'a mount that takes no key of Ceph CSI',
    { mountConfig: at({ casRequired: true }) },
    'mount-wants-cas',
    { severity: 'error', actual: 'cas_required: true' },
  ],
  [
    'a mount whose keys vanish by themselves',
    { mountConfig: at({ casRequired: false, deleteVersionAfter: '1h0m0s' }) },
    'mount-deletes-keys',
    { severity: 'error', actual: 'delete_version_after: 1h0m0s' },
  ],
  [
    'a ConfigMap that is gone',
    { configMap: at(undefined) },
    'config-map-missing',
    { object: 'ConfigMap payments/ceph-csi-kms-config' },
  ],
  [
    'a path that was edited',
    { configMap: at(tenantConfigOf({ vaultBackendPath: 'csi/x' })) },
    'config-map-edited',
    {
      expected: 'vaultBackendPath: csi/prod.payments',
      actual: 'vaultBackendPath: csi/x',
      remedy: expect.stringContaining('kubectl -n payments patch configmap'),
    },
  ],
  [
    'what the tenant set itself',
    { configMap: at(tenantConfigOf({ vaultAddress: 'https://mine' })) },
    'tenant-override',
    {
      expected: 'vaultAddress: https://vault.example:8200',
      actual: 'vaultAddress: https://mine',
      message: expect.stringContaining('no right of the portal follows'),
    },
  ],
  [
    "somebody else's ConfigMap",
    { configMap: at(tenantConfigOf({}, { labels: {} })) },
    'config-map-foreign',
    {},
  ],
  [
    'an account that is gone',
    { serviceAccount: at(undefined) },
    'service-account-missing',
    { object: 'ServiceAccount payments/ceph-csi-vault-sa' },
  ],
  [
    "somebody else's account",
    { serviceAccount: at(accountOf({ labels: {} })) },
    'service-account-foreign',
    {},
  ],
  [
    'a second credential',
    { others: [{ custody: 'vaulttokens', kms: 'vault' }] },
    'second-credential',
    {
      actual: 'vaulttenantsa of KMS vault, and vaulttokens of KMS vault',
      remedy: expect.stringContaining('Offboarding ends both.'),
    },
  ],
  [
    'a second credential of another KMS',
    { others: [{ custody: 'vaulttokens', kms: 'other' }] },
    'second-credential',
    {
      message: expect.stringContaining('vaulttokens of KMS other'),
      remedy: expect.stringContaining('by a connection of each KMS'),
    },
  ],
  [
    'a volume without a key',
    { keys: at({ withoutVolume: [], missing: ['pv-1'] }) },
    'keys-missing',
    { severity: 'error', message: expect.stringContaining('pv-1') },
  ],
  [
    'a key without a volume',
    { keys: at({ withoutVolume: ['0001-x'], missing: [] }) },
    'keys-without-volume',
    {
      severity: 'info',
      message: expect.stringContaining('uses the KMS: 0001-x'),
    },
  ],
  [
    'connections that lead elsewhere',
    { kmsIds: [] },
    'connection-moved',
    { actual: 'vault-sa: https://vault.example:8200' },
  ],
  [
    'connections that are gone',
    { kmsIds: [], connections: connectionsOf({}) },
    'connection-missing',
    { actual: 'none' },
  ],
  [
    'an entry that stops all',
    { connections: connectionsOf({ 'vault-sa': VAULT_SA, bad: '{' }) },
    'connections-malformed',
    { object: 'KMS connection bad' },
  ],
])('names %s', (_, fields, code, drift) => {
  expect(inspectTenant({ ...account, ...fields })).toEqual([
    expect.objectContaining({ code, ...drift }),
  ]);
});

it.each<[string, Partial<InspectedTenant>, string, object]>([
  ['a Secret that is gone', { secret: at(undefined) }, 'secret-missing', {}],
  [
    'a Secret that was edited by hand',
    { secret: writtenBy('kubectl-edit') },
    'secret-edited',
    { actual: `written by kubectl-edit at ${NOW}` },
  ],
  [
    "somebody else's Secret",
    { secret: at(secretOf({ labels: {} })) },
    'secret-foreign',
    {},
  ],
  [
    'a Secret that names another credential',
    { secretNames: 'id-0' },
    'secret-not-of-record',
    { expected: 'credential id-1', actual: 'credential id-0' },
  ],
  [
    'a Secret that was written again under our name',
    { recorded: { id: 'id-1', secretVersion: 'before' } },
    'secret-rewritten',
    { severity: 'warning', expected: 'resourceVersion before' },
  ],
  [
    'a Secret of which nothing is on record',
    { recorded: undefined },
    'secret-not-of-record',
    { expected: 'a credential on record' },
  ],
  [
    'a token that was revoked',
    { token: at(undefined) },
    'token-lost',
    { remedy: expect.stringContaining('Rotate') },
  ],
  [
    'a token that has ended',
    { token: at(undefined), recorded: { id: 'id-1', expiresAt: NOW } },
    'token-expired',
    {},
  ],
  [
    'other policies',
    { token: at({ policies: ['root', 'default'], boundCidrs: [] }) },
    'token-policies-differ',
    { expected: 'csi-tenant-token', actual: 'default, root' },
  ],
  [
    'a token that works from everywhere',
    {
      kms: {
        name: 'vault',
        mountPath: 'csi/prod.payments',
        tokenPolicy: 'csi-tenant-token',
        boundCidrs: ['10.0.0.0/8'],
      },
    },
    'token-not-bound',
    { expected: '10.0.0.0/8', actual: 'none' },
  ],
  [
    'a token that is bound otherwise',
    {
      token: at({
        policies: ['csi-tenant-token'],
        boundCidrs: ['10.0.0.0/8'],
      }),
    },
    'token-bound-otherwise',
    { expected: 'none', actual: '10.0.0.0/8' },
  ],
])('names, of a tenant with a token, %s', (_, fields, code, drift) => {
  expect(inspectTenant({ ...token, ...fields })).toEqual([
    expect.objectContaining({ code, ...drift }),
  ]);
});

it('takes a range of one address for the address', () => {
  const policies = ['csi-tenant-token'];
  const kms = {
    name: 'vault',
    mountPath: 'csi/prod.payments',
    tokenPolicy: 'csi-tenant-token',
    boundCidrs: ['10.1.2.3/32', '::1', 'fd00::/32'],
  };
  const codesOf = (boundCidrs: string[]) =>
    inspectTenant({ ...token, kms, token: at({ policies, boundCidrs }) }).map(
      ({ code }) => code,
    );
  expect(codesOf(['fd00::/32', '10.1.2.3', '::1/128'])).toEqual([]);
  expect(codesOf(['fd00::', '10.1.2.3', '::1'])).toEqual([
    'token-bound-otherwise',
  ]);
});

it.each([
  ['vaultAddress', 'https://user:canary@mine', 'https://[hidden]mine'],
  ['vaultBackendPath', 'hvs.canarycanarycanarycanary', '[hidden]'],
  ['vaultNamespace', 's.canarycanarycanary12', '[hidden]'],
])('shows no credential that is in %s', (key, value, words) => {
  const configMap = at(tenantConfigOf({ [key]: value }));
  const drift = inspectTenant({ ...account, configMap });
  expect(drift.map(({ actual }) => actual)).toContain(`${key}: ${words}`);
  expect(JSON.stringify(drift)).not.toContain('canary');
});

it('takes nothing that could not be read for missing', () => {
  const unread = unknown('denied', 'RBAC forbids it.');
  const all = {
    connections: unread,
    namespaceObject: unread,
    mount: unread,
    mountConfig: unread,
    configMap: unread,
    serviceAccount: unread,
    secret: unread,
    token: unread,
    keys: unread,
    kmsIds: [],
  };
  expect(inspectTenant({ ...account, ...all })).toEqual([]);
  expect(inspectTenant({ ...token, ...all })).toEqual([]);
});

describe('a login that is refused', () => {
  const refused = (code: ReasonCode): InspectedTenant['login'] => ({
    ...{ status: 'broken', code, detail: 'The login fails.' },
    remedy: 'make the role',
  });
  const role = refused('tenant-role-missing');

  it('is an error, with what can be done', () => {
    expect(inspectTenant({ ...account, login: role })).toEqual([
      expect.objectContaining({
        ...{ code: 'login-refused', severity: 'error' },
        ...{ message: 'The login fails.', remedy: 'Make the role.' },
      }),
    ]);
  });

  it.each<[string, string, InspectedTenant]>([
    [
      'an account that is not there',
      'service-account-missing',
      {
        ...{ ...account, serviceAccount: at(undefined) },
        login: refused('tenant-account-missing'),
      },
    ],
    [
      'an account that is being deleted',
      'being-deleted',
      {
        ...{ ...account, serviceAccount: at(accountOf({ deletedAt: NOW })) },
        login: refused('tenant-account-deleting'),
      },
    ],
    [
      'a namespace without its label',
      'namespace-not-selected',
      {
        ...account,
        namespaceObject: at(
          namespaceOf({ annotations: { [OWNER]: 'group:x/y' }, labels: {} }),
        ),
        login: refused('tenant-namespace-not-selected'),
      },
    ],
    [
      'a namespace that is gone',
      'namespace-missing',
      { ...account, namespaceObject: at(undefined), login: role },
    ],
  ])('is told once of %s', (_, code, tenant) => {
    const found = inspectTenant(tenant).filter(it => it.severity === 'error');
    expect(found.map(it => it.code)).toEqual([code]);
  });

  it('is told of an account by a name that the namespace chose', () => {
    const login = refused('tenant-account-missing');
    const found = inspectTenant({ ...account, login });
    expect(found.map(it => it.code)).toEqual(['login-refused']);
  });
});

describe('what the ConfigMap of a tenant sets without effect', () => {
  const keys = {
    ...{ vaultRoel: 's.canary', vaultCAFromSecret: 'mine' },
    ...{ tenantTokenName: 'mine', vaultAuthPath: 'mine' },
  };
  const configMap = at(tenantConfigOf(keys));
  const ignoredOf = (tenant: InspectedTenant) =>
    inspectTenant({ ...tenant, configMap }).filter(
      it => it.code === 'tenant-override-ignored',
    );

  it.each<[string, InspectedTenant, string[]]>([
    [
      'a ServiceAccount',
      account,
      ['tenantTokenName', 'vaultCAFromSecret', 'vaultRoel'],
    ],
    [
      'a token',
      token,
      ['tenantTokenName', 'vaultAuthPath', 'vaultCAFromSecret', 'vaultRoel'],
    ],
    [
      'both',
      { ...token, others: [{ custody: 'vaulttenantsa' }] },
      ['tenantTokenName', 'vaultCAFromSecret', 'vaultRoel'],
    ],
  ])('is named with %s, and never its value', (_, tenant, expected) => {
    const ignored = ignoredOf(tenant);
    expect(ignored.map(({ actual }) => actual)).toEqual(expected);
    expect(ignored.map(({ severity }) => severity)).toEqual(
      expected.map(() => 'warning'),
    );
    expect(JSON.stringify(ignored)).not.toContain('canary');
  });

  it('is not guessed at where the ConfigMap could not be read', () => {
    const denied = unknown('denied', 'No right.');
    expect(inspectTenant({ ...account, configMap: denied })).toEqual([]);
  });
});
