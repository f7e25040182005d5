import type { KmsView } from '../contract/api';
import {
  testClaim,
  testClass,
  testConfigMap,
  testConnections,
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

/** A tenant of type vaulttenantsa that has what Ceph CSI looks for. */
export function testTenant(changes: Partial<TenantFacts> = {}): TenantFacts {
  return {
    configMap: seen(testConfigMap({ vaultBackendPath: 'csi/prod.payments' })),
    serviceAccount: seen(true),
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
    ...changes,
  };
}
