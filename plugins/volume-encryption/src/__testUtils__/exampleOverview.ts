import type {
  Coverage,
  CoverageCounts,
  CoverageRow,
  PlatformFinding,
  PlatformFindingPage,
  PlatformVolume,
  PlatformVolumePage,
} from 'backstage-plugin-volume-encryption-common';

const AT = '2026-11-24T19:58:00Z';
const GI = 1024 ** 3;

const scope = {
  incomplete: false,
  offset: 0,
  limit: 20,
  assessedAt: AT,
  revision: 7,
  problems: [],
};

/** 6 volumes: three active, one prepared, two not encrypted. */
export function exampleCounts(
  changes: Partial<CoverageCounts> = {},
): CoverageCounts {
  return {
    volumes: 6,
    protections: {
      'volume/customer-key': 4,
      'volume/provider-key': 0,
      'infrastructure-only': 0,
      none: 2,
      unknown: 0,
    },
    states: { active: 3, prepared: 1, 'cannot-tell': 0 },
    bytes: 12 * GI,
    unencryptedBytes: 2 * GI,
    ...changes,
  };
}

/** A row of the coverage by cluster. */
export function coverageRow(changes: Partial<CoverageRow> = {}): CoverageRow {
  return {
    name: 'prod',
    counts: exampleCounts(),
    incomplete: false,
    ...changes,
  };
}

/** A page of the coverage: all there is. */
export function exampleCoverage(changes: Partial<Coverage> = {}): Coverage {
  const items = changes.items ?? [coverageRow()];
  return {
    by: 'cluster',
    all: exampleCounts(),
    total: items.length,
    items,
    ...scope,
    ...changes,
  };
}

/** That two volumes of a class are not encrypted. */
export function exampleFinding(
  changes: Partial<PlatformFinding> = {},
): PlatformFinding {
  return {
    code: 'recorded-unencrypted',
    impact: 'unencrypted',
    severity: 'warning',
    message: 'The driver made this volume without encryption of its own.',
    mender: 'developer',
    nextStep: 'Make a new volume from an encrypted StorageClass.',
    about: 'storage-class',
    cluster: 'prod',
    storageClass: 'ceph-rbd',
    owners: ['group:default/payments'],
    ownerCount: 1,
    volumes: 2,
    example: { cluster: 'prod', namespace: 'payments', claim: 'scratch' },
    ...changes,
  };
}

/** A page of findings: all there are. */
export function findingPage(
  changes: Partial<PlatformFindingPage> = {},
): PlatformFindingPage {
  const items = changes.items ?? [exampleFinding()];
  return { total: items.length, items, ...scope, ...changes };
}

/** A volume that is not encrypted. */
export function examplePlatformVolume(
  changes: Partial<PlatformVolume> = {},
): PlatformVolume {
  const { code, impact, severity, message } = exampleFinding();
  const { mender, nextStep, about } = exampleFinding();
  return {
    cluster: 'prod',
    namespace: 'payments',
    claim: 'scratch',
    phase: 'Bound',
    owner: 'group:default/payments',
    ownerKnown: true,
    storageClass: 'ceph-rbd',
    driver: 'rook-ceph.rbd.csi.ceph.com',
    size: '1Gi',
    protection: 'none',
    state: 'cannot-tell',
    grade: 'E2',
    custody: 'none',
    inFlight: 'unknown',
    remount: 'unknown',
    findings: [{ code, impact, severity, message, mender, nextStep, about }],
    observedAt: AT,
    ...changes,
  };
}

/** A page of volumes: all there are. */
export function platformVolumePage(
  changes: Partial<PlatformVolumePage> = {},
): PlatformVolumePage {
  const items = changes.items ?? [examplePlatformVolume()];
  return { total: items.length, items, ...scope, ...changes };
}
