import {
  volumeEncryptionPermissions,
  type Capabilities,
  type TenantInspection,
  type TenantPage,
  type TenantSummary,
} from 'backstage-plugin-volume-encryption-common';

/** Somebody who may do all, but for what is named. */
export function capabilities(except: string[] = []): Capabilities {
  return {
    items: volumeEncryptionPermissions.map(({ name }) => ({
      permission: name,
      allowed: !except.includes(name),
    })),
  };
}

/** A tenant with a token of 21 days. */
export function exampleTenant(
  changes: Partial<TenantSummary> = {},
): TenantSummary {
  return {
    cluster: 'prod',
    namespace: 'payments',
    id: 'prod.payments',
    owner: 'group:default/payments',
    ownerKnown: true,
    custody: 'vaulttokens',
    kms: 'vault',
    kmsIds: ['vault-tokens'],
    credential: {
      kind: 'tenant-token',
      state: 'live',
      message: 'The token is renewed in time.',
      issuedAt: '2026-11-20T08:00:00Z',
      expiresAt: '2026-12-15T08:00:00Z',
      daysLeft: 21,
      renewsAt: '2026-12-07T08:00:00Z',
    },
    volumes: 3,
    ...changes,
  };
}

/** A page of tenants: all there are, unless a test gives another total. */
export function tenantPage(changes: Partial<TenantPage> = {}): TenantPage {
  const items = changes.items ?? [exampleTenant()];
  return {
    total: items.length,
    states: {},
    offset: 0,
    limit: 20,
    items,
    problems: [],
    ...changes,
  };
}

/** A tenant looked at closely, with one key of each kind. */
export function exampleInspection(
  changes: Partial<TenantInspection> = {},
): TenantInspection {
  return {
    tenant: exampleTenant(),
    drift: [],
    identity: {
      entityId: 'e-1',
      policies: ['csi-tenant-tok'],
      boundCidrs: ['10.0.0.0/8'],
      meta: { cluster: 'prod', namespace: 'payments' },
    },
    mount: 'csi/prod.payments',
    keys: {
      total: 3,
      offset: 0,
      limit: 20,
      items: [
        {
          name: '0001-ours',
          key: {
            presence: 'present',
            createdAt: '2026-11-20T08:00:05Z',
            writtenBy: 'entity prod.payments',
            writtenByTenant: true,
          },
          state: 'present',
          code: 'key-listed',
          message: 'A volume has it.',
          users: [
            {
              cluster: 'prod',
              kind: 'PersistentVolume',
              name: 'pvc-1',
              of: 'payments/ledger-data',
            },
          ],
        },
        {
          name: '0001-foreign',
          key: {
            presence: 'present',
            writtenBy: 'entity somebody',
            writtenByTenant: false,
          },
          state: 'unknown',
          code: 'key-elsewhere',
          message: 'It is looked for elsewhere.',
          users: [{ cluster: 'dr', kind: 'PersistentVolume', name: 'pvc-2' }],
        },
        {
          name: '0001-left',
          key: { presence: 'soft-deleted' },
          state: 'orphan',
          code: 'key-without-volume',
          message: 'No volume or snapshot has this handle.',
          users: [],
        },
      ],
    },
    problems: [],
    inspectedAt: '2026-11-24T19:58:00Z',
    ...changes,
  };
}

/** Receipts of nobody. */
export const noReceipts = { total: 0, offset: 0, limit: 20, items: [] };
