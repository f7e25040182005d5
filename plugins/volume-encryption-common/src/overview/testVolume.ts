import type { PlatformVolume, VolumeFinding } from '../contract/api';

/** An encrypted volume of payments' that is as it should be. */
export function testPlatformVolume(
  changes: Partial<PlatformVolume> = {},
): PlatformVolume {
  return {
    cluster: 'prod',
    namespace: 'payments',
    claim: 'ledger-data',
    phase: 'Bound',
    owner: 'group:default/payments',
    ownerKnown: true,
    storageClass: 'ceph-rbd-encrypted',
    driver: 'rook-ceph.rbd.csi.ceph.com',
    size: '1Gi',
    protection: 'volume/customer-key',
    state: 'active',
    grade: 'E4',
    custody: 'held-by-kms',
    kms: 'vault',
    inFlight: 'encrypted',
    remount: 'ready',
    findings: [],
    observedAt: '2026-11-29T08:00:00.000Z',
    ...changes,
  };
}

/** That a KMS is sealed. */
export function testFinding(
  changes: Partial<VolumeFinding> = {},
): VolumeFinding {
  return {
    code: 'kms-sealed',
    impact: 'blocked',
    severity: 'error',
    message: 'The KMS "vault" is sealed.',
    mender: 'vault-admin',
    nextStep: 'Have the KMS unsealed.',
    about: 'kms',
    ...changes,
  };
}
