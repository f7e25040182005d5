import { observed, unknown } from '../observation/observed';
import { planTenantRenew } from './planTenantRenew';
import { planTenantRotate } from './planTenantRotate';
import type { RotationState, TenantState } from './tenantState';
import { NOW, tenantConfigOf, tenantStateOf } from './testState';
import { accountOf, secretOf, TENANT } from './testTenant';

type KmsId = 'vault-sa' | 'vault-tokens';
const rotated = (kmsId: KmsId, state: Partial<RotationState>) =>
  planTenantRotate(
    { operation: 'tenant-rotate', ...TENANT, kmsId },
    { ...tenantStateOf(state), otherAccounts: [], otherSecrets: [], ...state },
  );
const renewed = (kmsId: KmsId, state: Partial<TenantState>) =>
  planTenantRenew(
    { operation: 'tenant-renew', ...TENANT, kmsId },
    tenantStateOf(state),
  );
const live = {
  secret: secretOf(),
  credential: { expiresAt: '2026-01-02T00:00:00Z' },
  recordedTokens: 1,
};

describe('rotation of a token', () => {
  it('delivers a new one although the former lives', () => {
    expect(rotated('vault-tokens', live).steps).toEqual([
      expect.objectContaining({ kind: 'deliver-token', change: 'update' }),
    ]);
  });

  it('delivers one where the Secret is gone and the record is not', () => {
    expect(rotated('vault-tokens', { recordedTokens: 1 }).steps).toEqual([
      expect.objectContaining({ kind: 'deliver-token', change: 'create' }),
    ]);
  });

  it('puts no second one beside that of another connection', () => {
    const state = { recordedTokens: 1, otherSecrets: ['other-token'] };
    expect(() => rotated('vault-tokens', state)).toThrow(
      expect.objectContaining({
        code: 'conflict',
        message: expect.stringContaining('other-token'),
      }),
    );
    expect(rotated('vault-tokens', { ...live, ...state }).steps).toHaveLength(
      1,
    );
  });

  it("leaves somebody else's Secret as it is", () => {
    const secret = secretOf({ labels: {} });
    expect(() =>
      rotated('vault-tokens', { secret, recordedTokens: 1 }),
    ).toThrow(expect.objectContaining({ code: 'not-ours' }));
  });
});

describe('rotation of a ServiceAccount', () => {
  it('deletes the very account and makes it anew', () => {
    const { steps, notes } = rotated('vault-sa', {
      serviceAccount: accountOf({ uid: 'former' }),
    });
    expect(steps).toMatchObject([
      {
        kind: 'delete',
        target: { kind: 'ServiceAccount', uid: 'former' },
        replacement: { kind: 'ServiceAccount' },
      },
      {
        kind: 'apply',
        change: 'create',
        manifest: { kind: 'ServiceAccount' },
      },
    ]);
    expect(notes).toContainEqual(
      expect.objectContaining({
        code: 'former-credential-ends',
        message: expect.stringContaining('10 minutes'),
      }),
    );
  });

  const role = {
    bound_service_account_names: ['ceph-csi-vault-sa'],
    bound_service_account_namespace_selector:
      '{"matchLabels":{"csi-kms":"enabled"}}',
    token_policies: ['csi-tenant'],
  };
  const setUp = {
    authMount: 'kubernetes',
    role: 'csi-kubernetes',
    policy: 'csi-tenant',
  };
  const loginOf = (settings: object | undefined) => ({
    role: observed(settings && { ...role, ...settings }, NOW),
    setUp,
  });
  const noted = (login: RotationState['login']) =>
    rotated('vault-sa', { serviceAccount: accountOf(), login }).notes;

  it('says nothing of a login that nothing is known to hinder', () => {
    expect(noted(loginOf({})).map(({ code }) => code)).toEqual([
      'former-credential-ends',
    ]);
  });

  it.each<[string, object | undefined, string]>([
    ['there is no role', undefined, 'has no role'],
    [
      'the role is bound to other names',
      { bound_service_account_names: ['other'] },
      'not bound to',
    ],
    [
      'the role selects other namespaces',
      {
        bound_service_account_namespace_selector: '{"matchLabels":{"a":"b"}}',
      },
      'does not let in',
    ],
  ])('takes nothing away where %s', (_, settings, words) => {
    expect(() => noted(loginOf(settings))).toThrow(
      expect.objectContaining({
        code: 'conflict',
        message: expect.stringMatching(`left as it is.*${words}`),
      }),
    );
  });

  it('warns where the role cannot be read', () => {
    const login = { role: unknown('denied', 'No right.'), setUp };
    expect(noted(login)).toContainEqual(
      expect.objectContaining({
        code: 'login-not-known',
        severity: 'warning',
        message: expect.stringContaining('No right.'),
      }),
    );
  });

  it('makes no second account beside that of another connection', () => {
    const state = {
      configMap: tenantConfigOf(),
      otherAccounts: [accountOf({ name: 'other-sa' })],
    };
    expect(() => rotated('vault-sa', state)).toThrow(
      expect.objectContaining({
        code: 'conflict',
        message: expect.stringContaining('other-sa'),
      }),
    );
  });

  it('goes on behind the deletion', () => {
    expect(rotated('vault-sa', { configMap: tenantConfigOf() }).steps).toEqual([
      expect.objectContaining({ kind: 'apply', change: 'create' }),
    ]);
  });

  it.each([
    ['not-ours', { labels: {} }],
    ['conflict', { deletedAt: NOW }],
  ])('is refused with %s for an account that is so', (code, meta) => {
    const serviceAccount = accountOf(meta);
    const state = { serviceAccount, configMap: tenantConfigOf() };
    expect(() => rotated('vault-sa', state)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

it.each([
  ['vault-sa', rotated],
  ['vault-tokens', rotated],
  ['vault-tokens', renewed],
] as const)('is not found where there is no tenant of %s', (kmsId, plan) => {
  expect(() => plan(kmsId, {})).toThrow(
    expect.objectContaining({
      code: 'not-found',
      message: expect.stringContaining('Onboard'),
    }),
  );
});

describe('renewal', () => {
  it('prolongs the token that lives', () => {
    expect(renewed('vault-tokens', live).steps).toEqual([
      expect.objectContaining({
        kind: 'renew-token',
        change: 'update',
        tenantId: 'prod.payments',
      }),
    ]);
  });

  it.each([
    ['has ended', { credential: { expiresAt: NOW } }],
    ['Vault does not know', { credential: undefined }],
  ])('is refused for a token that %s', (_, gone) => {
    expect(() => renewed('vault-tokens', { ...live, ...gone })).toThrow(
      expect.objectContaining({
        code: 'conflict',
        message: expect.stringContaining('Rotate'),
      }),
    );
  });

  it('has nothing to do for a ServiceAccount', () => {
    expect(() => renewed('vault-sa', {})).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        message: expect.stringContaining('nothing to renew'),
      }),
    );
  });
});
