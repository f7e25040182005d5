import type {
  EntityVolumes,
  VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { exampleVolume } from './exampleVolume';

const active = exampleVolume();

/** Encrypted, the key is there, nothing has mounted it yet. */
export const preparedVolume: VolumeView = exampleVolume({
  claim: 'ledger-archive',
  mounts: [],
  protection: {
    verdict: 'volume/customer-key',
    state: 'prepared',
    grade: 'E5',
    reasons: [
      {
        code: 'prepared',
        severity: 'info',
        message: 'The key exists; the format comes at the first mount.',
        grade: 'E5',
      },
    ],
  },
});

/** Not encrypted at all. */
export const plainVolume: VolumeView = exampleVolume({
  claim: 'ledger-cache',
  storageClass: 'plain-rbd',
  protection: {
    verdict: 'none',
    state: 'cannot-tell',
    grade: 'E2',
    reasons: [
      {
        code: 'not-encrypted',
        severity: 'error',
        message: 'The PersistentVolume records no encryption.',
        grade: 'E2',
      },
    ],
  },
  custody: {
    kind: 'none',
    summary: 'There is no key.',
    reasons: [],
  },
  chain: active.chain.slice(0, 2),
});

/** Vault is sealed: no false green, and the next mount fails. */
export const sealedVolume: VolumeView = exampleVolume({
  claim: 'ledger-sealed',
  protection: { ...active.protection, state: 'active', grade: 'E4' },
  remount: {
    verdict: 'blocked',
    reasons: [
      {
        code: 'kms-sealed',
        severity: 'error',
        message: 'Vault vault is sealed: unseal it.',
      },
    ],
  },
  chain: active.chain.map(link =>
    link.kind === 'kms'
      ? { ...link, status: 'broken', detail: 'Sealed.' }
      : link,
  ),
});

/** An unknown driver: grey, with the reason. */
export const unknownVolume: VolumeView = exampleVolume({
  claim: 'ledger-other',
  driver: 'csi.example.com',
  protection: {
    verdict: 'unknown',
    state: 'cannot-tell',
    grade: 'E0',
    reasons: [
      {
        code: 'unknown-driver',
        severity: 'warning',
        message: 'Driver csi.example.com is not known here.',
      },
    ],
  },
  custody: { kind: 'unknown', summary: 'Not known.', reasons: [] },
  remount: { verdict: 'unknown', reasons: [] },
});

/** A claim that waits for a tenant's Secret. */
export const stuckVolume: VolumeView = exampleVolume({
  claim: 'ledger-stuck',
  phase: 'Pending',
  capacity: undefined,
  persistentVolume: undefined,
  volumeHandle: undefined,
  mounts: [],
  protection: {
    verdict: 'unknown',
    state: 'cannot-tell',
    grade: 'E1',
    reasons: [
      {
        code: 'not-bound',
        severity: 'info',
        message: 'The claim is not bound yet.',
      },
    ],
  },
  remount: { verdict: 'unknown', reasons: [] },
  chain: active.chain.slice(0, 1),
  diagnoses: [
    {
      code: 'token-secret-missing',
      cause: 'Secret ceph-csi-kms-token is missing in namespace payments.',
      owner: 'platform-team',
      nextStep: 'Run template "Onboard a tenant" for namespace payments.',
      raw: 'rpc error: code = InvalidArgument desc = invalid encryption kms configuration: failed fetching token from payments/ceph-csi-kms-token: secrets "ceph-csi-kms-token" not found',
      link: 'https://docs.example/tokens',
      count: 12,
      firstSeen: '2026-11-24T18:58:00Z',
      lastSeen: '2026-11-24T19:58:00Z',
    },
  ],
});

/** An answer of the backend: all volumes, unless a test gives another total. */
export function exampleAnswer(
  changes: Partial<EntityVolumes> = {},
): EntityVolumes {
  const volumes = changes.volumes ?? [active, preparedVolume, plainVolume];
  return {
    entityRef: 'component:default/ledger',
    channel: 'volume-encryption:1a2b',
    revision: 7,
    total: volumes.length,
    offset: 0,
    limit: 20,
    volumes,
    problems: [],
    ...changes,
  };
}
