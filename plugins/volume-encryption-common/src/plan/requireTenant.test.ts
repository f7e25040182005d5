import type {
  TenantSecretRequest,
  TenantServiceAccountRequest,
} from '../contract/api';
import { requireTenant } from './requireTenant';
import {
  BAD_NAMES,
  namespaceOf,
  tenantConfigOf,
  tenantStateOf,
  USUAL_SETUP,
} from './testState';

const token: TenantSecretRequest = {
  operation: 'tenant-secret',
  cluster: 'prod',
  namespace: 'payments',
  kmsId: 'vault-tokens',
};
const account: TenantServiceAccountRequest = {
  ...token,
  operation: 'tenant-service-account',
  kmsId: 'vault-sa',
};

describe.each<[string, TenantSecretRequest | TenantServiceAccountRequest]>([
  ['tenant-secret', token],
  ['tenant-service-account', account],
])('a request for %s', (_operation, request) => {
  it('is accepted', () => {
    expect(requireTenant(request, tenantStateOf())).toMatchObject({
      names: {
        configMap: 'ceph-csi-kms-config',
        tokenSecret: 'ceph-csi-kms-token',
        serviceAccount: 'ceph-csi-vault-sa',
      },
      notes: [],
    });
  });

  describe.each(['cluster', 'namespace', 'kmsId'] as const)(
    'with a bad %s',
    field => {
      it.each(BAD_NAMES)('%.20j is refused', value => {
        expect(() =>
          requireTenant({ ...request, [field]: value }, tenantStateOf()),
        ).toThrow(expect.objectContaining({ code: 'invalid-input', field }));
      });
    },
  );

  it.each(['Payments', 'pay.ments', 'a'.repeat(64)])(
    'refuses namespace %.20j, which is no label',
    namespace => {
      expect(() =>
        requireTenant({ ...request, namespace }, tenantStateOf()),
      ).toThrow(
        expect.objectContaining({ code: 'invalid-input', field: 'namespace' }),
      );
    },
  );

  it('names a namespace that is not there', () => {
    expect(() =>
      requireTenant(request, tenantStateOf({ namespace: undefined })),
    ).toThrow(
      expect.objectContaining({
        code: 'not-found',
        field: 'namespace',
        message: expect.stringContaining('"payments"'),
      }),
    );
  });

  it('refuses a namespace that is going away', () => {
    const namespace = namespaceOf({ deletedAt: '2026-01-01T00:00:00Z' });
    expect(() => requireTenant(request, tenantStateOf({ namespace }))).toThrow(
      expect.objectContaining({ code: 'conflict', field: 'namespace' }),
    );
  });

  it('refuses a connection that is not there', () => {
    expect(() =>
      requireTenant({ ...request, kmsId: 'nope' }, tenantStateOf()),
    ).toThrow(expect.objectContaining({ code: 'unknown-connection' }));
  });
});

describe('a connection of another custody', () => {
  it.each<[TenantSecretRequest | TenantServiceAccountRequest, string, string]>([
    [token, 'vault-sa', 'type vaulttokens, or the custody vaulttenantsa.'],
    [
      account,
      'vault-tokens',
      'type vaulttenantsa, or the custody vaulttokens.',
    ],
    [token, 'by-metadata', 'Choose one of type vaulttokens.'],
  ])('%j refuses %s and says what to do', (request, kmsId, remedy) => {
    expect(() => requireTenant({ ...request, kmsId }, tenantStateOf())).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        field: 'kmsId',
        message: expect.stringContaining(remedy),
      }),
    );
  });
});

describe('a connection that leads past what is set up', () => {
  const withSetup = (setup: object) =>
    tenantStateOf({
      kms: {
        name: 'vault',
        mountPrefix: 'csi',
        setup: { ...USUAL_SETUP, ...setup },
      },
    });

  it('is noted where the role is another', () => {
    const { notes } = requireTenant(account, withSetup({ role: 'csi-tenant' }));
    expect(notes).toMatchObject([
      {
        code: 'connection-not-set-up',
        severity: 'warning',
        message: expect.stringContaining('vaultRole should be "csi-tenant"'),
      },
    ]);
  });

  it('is not noted where the tenant sets the role himself', () => {
    const configMap = tenantConfigOf({ vaultRole: 'csi-tenant' });
    const state = { ...withSetup({ role: 'csi-tenant' }), configMap };
    expect(
      requireTenant(account, state).notes.map(({ code }) => code),
    ).not.toContain('connection-not-set-up');
  });

  it.each([account, token])('is refused in another namespace: %j', request => {
    expect(() => requireTenant(request, withSetup({ namespace: 'a' }))).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        field: 'kmsId',
        message: expect.stringContaining('vaultNamespace should be "a"'),
      }),
    );
  });
});
