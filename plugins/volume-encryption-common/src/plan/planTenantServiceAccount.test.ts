import type { TenantServiceAccountRequest } from '../contract/api';
import type { ServiceAccount } from '../kubernetes/objects';
import { planTenantServiceAccount } from './planTenantServiceAccount';
import type { TenantState } from './tenantState';
import {
  OURS,
  USUAL_SETUP,
  VAULT_SA,
  connectionsOf,
  metaOf,
  namespaceOf,
  tenantConfigOf,
  tenantStateOf,
} from './testState';

const request: TenantServiceAccountRequest = {
  operation: 'tenant-service-account',
  cluster: 'prod',
  namespace: 'payments',
  kmsId: 'vault-sa',
};
const planned = (state: Partial<TenantState> = {}) =>
  planTenantServiceAccount(request, tenantStateOf(state));
const changes = (state: Partial<TenantState>) =>
  planned(state).steps.map(({ id, change }) => [id, change]);

const account = (labels: Record<string, string>): ServiceAccount => ({
  kind: 'ServiceAccount',
  meta: metaOf('ceph-csi-vault-sa', { namespace: 'payments', labels }),
});
const KV2 = { type: 'kv', version: '2' };

describe('a new tenant', () => {
  it('gets its mount before its account and its path', () => {
    expect(planned()).toEqual({
      operation: 'tenant-service-account',
      notes: [],
      steps: [
        {
          kind: 'ensure-mount',
          id: 'mount',
          title: 'Mount csi/prod.payments in KMS vault',
          change: 'create',
          kms: 'vault',
          path: 'csi/prod.payments',
        },
        {
          kind: 'apply',
          id: 'service-account',
          title: 'ServiceAccount payments/ceph-csi-vault-sa',
          change: 'create',
          cluster: 'prod',
          manifest: {
            apiVersion: 'v1',
            kind: 'ServiceAccount',
            metadata: {
              name: 'ceph-csi-vault-sa',
              namespace: 'payments',
              labels: OURS,
            },
          },
        },
        {
          kind: 'apply',
          id: 'config-map',
          title: 'ConfigMap payments/ceph-csi-kms-config',
          change: 'create',
          cluster: 'prod',
          manifest: {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: {
              name: 'ceph-csi-kms-config',
              namespace: 'payments',
              labels: OURS,
            },
            data: {
              vaultBackend: 'kv-v2',
              vaultBackendPath: 'csi/prod.payments',
            },
          },
        },
      ],
    });
  });

  it("takes the connection's names for its objects", () => {
    const connections = connectionsOf({
      'vault-sa': {
        ...VAULT_SA,
        tenantSAName: 'own-sa',
        tenantConfigName: 'own-config',
      },
    });
    expect(planned({ connections }).steps.map(({ title }) => title)).toEqual([
      'Mount csi/prod.payments in KMS vault',
      'ServiceAccount payments/own-sa',
      'ConfigMap payments/own-config',
    ]);
  });

  it('takes the default names where the style of variables drops them', () => {
    const connections = connectionsOf({
      'vault-sa': {
        KMS_PROVIDER: 'vaulttenantsa',
        VAULT_ADDR: 'https://vault.example:8200',
        tenantSAName: 'own-sa',
      },
    });
    const plan = planned({ connections });
    expect(plan.steps[1].title).toBe(
      'ServiceAccount payments/ceph-csi-vault-sa',
    );
    expect(plan.notes.map(({ code }) => code)).toEqual([
      'connection-option-ignored',
    ]);
  });

  it('of a KMS with another prefix has its mount there', () => {
    const kms = {
      name: 'eu',
      mountPrefix: 'storage/keys',
      setup: USUAL_SETUP,
    };
    expect(planned({ kms }).steps[0]).toMatchObject({
      kms: 'eu',
      path: 'storage/keys/prod.payments',
    });
  });
});

describe('a tenant that is there in part', () => {
  it.each<[string, Partial<TenantState>, string[]]>([
    ['the mount', { mount: KV2 }, ['none', 'create', 'create']],
    [
      'mount and account',
      { mount: KV2, serviceAccount: account(OURS) },
      ['none', 'none', 'create'],
    ],
    [
      'everything',
      {
        mount: KV2,
        serviceAccount: account(OURS),
        configMap: tenantConfigOf(),
      },
      ['none', 'none', 'none'],
    ],
  ])('with %s gets the rest', (_what, state, expected) => {
    expect(changes(state).map(([, change]) => change)).toEqual(expected);
  });

  it('has a ConfigMap without our path completed', () => {
    const configMap = tenantConfigOf();
    configMap.data = { vaultRole: 'own' };
    expect(changes({ configMap })).toContainEqual(['config-map', 'update']);
  });

  it("keeps an administrator's own overrides out of the comparison", () => {
    const configMap = tenantConfigOf({ vaultRole: 'own' });
    expect(changes({ configMap })).toContainEqual(['config-map', 'none']);
  });
});

describe('what is not ours', () => {
  it('is an account of that name', () => {
    expect(() => planned({ serviceAccount: account({}) })).toThrow(
      expect.objectContaining({
        code: 'not-ours',
        message: expect.stringContaining(
          'ServiceAccount payments/ceph-csi-vault-sa',
        ),
      }),
    );
  });

  it.each([
    ['other values', { vaultBackendPath: 'secret' }],
    ['our values', {}],
  ])('is a ConfigMap of another with %s', (_what, data) => {
    const configMap = tenantConfigOf(data, { labels: {} });
    expect(() => planned({ configMap })).toThrow(
      expect.objectContaining({
        code: 'not-ours',
        message: expect.stringContaining(
          'ConfigMap payments/ceph-csi-kms-config',
        ),
      }),
    );
  });

  it.each([
    [{ type: 'kv', version: '1' }, /is kv version 1, not kv version 2/],
    [{ type: 'kv' }, /is kv, not kv version 2/],
    [{ type: 'transit' }, /is transit, not/],
  ])('is a mount %j at the path', (mount, message) => {
    expect(() => planned({ mount })).toThrow(
      expect.objectContaining({
        code: 'not-ours',
        message: expect.stringMatching(message),
      }),
    );
  });
});

describe('notes', () => {
  it.each<Record<string, string>>([{}, { 'csi-kms': 'disabled' }])(
    'tell of a namespace labelled %j how to label it',
    labels => {
      const { notes } = planned({ namespace: namespaceOf({ labels }) });
      expect(notes).toEqual([
        {
          code: 'namespace-not-labelled',
          severity: 'warning',
          message: expect.stringContaining(
            'kubectl label namespace payments csi-kms=enabled',
          ),
        },
      ]);
    },
  );

  it.each<Record<string, string>>([
    {},
    { 'volume-encryption.backstage.io/owner': '::' },
  ])('tell of a namespace annotated %j how to name its owner', annotations => {
    const { notes } = planned({ namespace: namespaceOf({ annotations }) });
    expect(notes).toEqual([
      {
        code: 'namespace-without-owner',
        severity: 'warning',
        message: expect.stringContaining(
          'kubectl annotate namespace payments volume-encryption.backstage.io/owner=',
        ),
      },
    ]);
  });
});
