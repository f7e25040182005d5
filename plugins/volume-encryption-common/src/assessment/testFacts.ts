import type { RoleSettings } from '../accountLogin/roleAdmits';
import type { KmsView } from '../contract/api';
import type { Namespace, ServiceAccount } from '../kubernetes/objects';
import {
  testClaim,
  testClass,
  testConfigMap,
  testConnections,
  testMeta,
  testVolume,
} from '../kubernetes/testObjects';
import { observed } from '../observation/observed';
import type { TenantFacts, VolumeFacts } from './volumeFacts';

export const NOW = '2026-03-02T00:00:00.000Z';
export const AT = '2026-03-01T23:59:50.000Z';

/** An observation of the test's moment. */
export function seen<T>(value: T) {
  return observed(value, AT);
}

/** A KMS that is well. */
export function testKms(changes: Partial<KmsView> = {}): KmsView {
  return {
    name: 'vault',
    address: 'https://vault.example:8200',
    state: 'active',
    peers: [],
    observedAt: AT,
    ...changes,
  };
}

export const TEST_SET_UP = {
  authMount: 'kubernetes',
  role: 'csi-tenant',
  policy: 'csi-tenant-sa',
};

/** The account that Ceph CSI logs in as. */
export function testAccount(deletedAt?: string): ServiceAccount {
  const meta = testMeta({ name: 'ceph-csi-vault-sa', deletedAt });
  return { kind: 'ServiceAccount', meta };
}

/** The tenant's namespace, as onboarding leaves it. */
export function testNamespace(
  labels: Record<string, string> = { 'csi-kms': 'enabled' },
): Namespace {
  return { kind: 'Namespace', meta: testMeta({ name: 'payments', labels }) };
}

/** Vault's role for tenants' accounts, as it is set up. */
export function testRole(changes: RoleSettings = {}): RoleSettings {
  return {
    bound_service_account_names: ['ceph-csi-vault-sa'],
    bound_service_account_namespace_selector:
      '{"matchLabels":{"csi-kms":"enabled"}}',
    token_policies: ['csi-tenant-sa'],
    ...changes,
  };
}

/** A tenant of type vaulttenantsa that has what Ceph CSI looks for. */
export function testTenant(changes: Partial<TenantFacts> = {}): TenantFacts {
  return {
    configMap: seen(testConfigMap({ vaultBackendPath: 'csi/prod.payments' })),
    serviceAccount: seen(testAccount()),
    namespace: seen(testNamespace()),
    role: seen(testRole()),
    setUp: TEST_SET_UP,
    tokenSecret: seen(false),
    tokenTerm: seen(undefined),
    ...changes,
  };
}

/** An encrypted RBD volume that nothing has mounted, with all facts at hand. */
export function testFacts(changes: Partial<VolumeFacts> = {}): VolumeFacts {
  return {
    now: NOW,
    cluster: 'prod',
    claim: testClaim(),
    volume: seen(testVolume()),
    storageClass: seen(testClass()),
    pods: seen([]),
    events: seen([]),
    connections: seen(testConnections()),
    tenant: testTenant(),
    kms: seen(testKms()),
    key: seen({ presence: 'present', currentVersion: 1 }),
    volumesOfClass: 3,
    vendorObject: seen(undefined),
    below: {
      cephCluster: seen(undefined),
      storageCluster: seen(undefined),
      diskPools: seen([]),
    },
    attachments: seen([]),
    ...changes,
  };
}
