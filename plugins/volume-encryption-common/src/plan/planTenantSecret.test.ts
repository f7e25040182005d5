import type { TenantSecretRequest } from '../contract/api';
import type { SecretMetadata } from '../kubernetes/objects';
import { planTenantSecret } from './planTenantSecret';
import type { TenantState } from './tenantState';
import {
  NOW,
  OURS,
  VAULT_TOKENS,
  connectionsOf,
  metaOf,
  namespaceOf,
  tenantConfigOf,
  tenantStateOf,
} from './testState';

const request: TenantSecretRequest = {
  operation: 'tenant-secret',
  cluster: 'prod',
  namespace: 'payments',
  kmsId: 'vault-tokens',
};
const planned = (state: Partial<TenantState> = {}) =>
  planTenantSecret(request, tenantStateOf(state));

const secret = (labels: Record<string, string>): SecretMetadata => ({
  kind: 'Secret',
  meta: metaOf('ceph-csi-kms-token', { namespace: 'payments', labels }),
});
const later = { expiresAt: '2026-01-31T12:00:00Z' };
const earlier = { expiresAt: '2026-01-01T11:59:59Z' };

it('gives a new tenant mount and path before the token', () => {
  const plan = planned();
  expect(plan.steps.map(({ id, change }) => [id, change])).toEqual([
    ['mount', 'create'],
    ['config-map', 'create'],
    ['token', 'create'],
  ]);
  expect(plan.steps[2]).toEqual({
    kind: 'deliver-token',
    id: 'token',
    title: 'Token in Secret payments/ceph-csi-kms-token',
    change: 'create',
    kms: 'vault',
    cluster: 'prod',
    namespace: 'payments',
    secretName: 'ceph-csi-kms-token',
    tenantId: 'prod.payments',
  });
  expect(plan.notes).toEqual([]);
});

it("takes the connection's name for the Secret", () => {
  const connections = connectionsOf({
    'vault-tokens': { ...VAULT_TOKENS, tenantTokenName: 'own-token' },
  });
  expect(planned({ connections }).steps[2]).toMatchObject({
    secretName: 'own-token',
  });
});

describe('the token', () => {
  it.each<[string, Partial<TenantState>, string]>([
    ['no Secret', {}, 'create'],
    ['no Secret but a live token', { credential: later }, 'create'],
    ['our Secret and no record', { secret: secret(OURS) }, 'update'],
    [
      'our Secret and a token that has ended',
      { secret: secret(OURS), credential: earlier },
      'update',
    ],
    [
      'our Secret and a token that ends now',
      { secret: secret(OURS), credential: { expiresAt: NOW } },
      'update',
    ],
    [
      'our Secret and a live token',
      { secret: secret(OURS), credential: later },
      'none',
    ],
    [
      'our Secret and an end in another time zone',
      {
        secret: secret(OURS),
        credential: { expiresAt: '2026-01-01T12:30:00+01:00' },
      },
      'update',
    ],
    [
      'our Secret and an end that is no time',
      { secret: secret(OURS), credential: { expiresAt: 'soon' } },
      'update',
    ],
  ])('with %s', (_what, state, change) => {
    expect(planned(state).steps[2].change).toBe(change);
  });

  it('never goes over a Secret of another', () => {
    expect(() => planned({ secret: secret({}), credential: later })).toThrow(
      expect.objectContaining({
        code: 'not-ours',
        message: expect.stringContaining('Secret payments/ceph-csi-kms-token'),
      }),
    );
  });
});

it('changes nothing for a tenant that has all', () => {
  const plan = planned({
    mount: { type: 'kv', version: '2' },
    configMap: tenantConfigOf(),
    secret: secret(OURS),
    credential: later,
  });
  expect(plan.steps.map(({ change }) => change)).toEqual([
    'none',
    'none',
    'none',
  ]);
});

it('refuses a ConfigMap of another before a token is minted', () => {
  const configMap = tenantConfigOf({}, { labels: {} });
  expect(() => planned({ configMap })).toThrow(
    expect.objectContaining({ code: 'not-ours' }),
  );
});

it('does not ask for the label that only logins need', () => {
  const namespace = namespaceOf({ labels: {} });
  expect(planned({ namespace }).notes).toEqual([]);
});

it('tells of a namespace without an owner', () => {
  const namespace = namespaceOf({ annotations: {} });
  expect(planned({ namespace }).notes.map(({ code }) => code)).toEqual([
    'namespace-without-owner',
  ]);
});
