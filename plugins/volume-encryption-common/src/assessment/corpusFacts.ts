import type { Custody } from '../contract/api';
import type { ObjectKind } from '../kubernetes/objects';
import { parseObject } from '../kubernetes/parseObject';
import type { VendorObject } from '../kubernetes/vendorObjects';
import type { Observed } from '../observation/observed';
import { observed, unknown } from '../observation/observed';
import type { VolumeAssessment, VolumeFacts } from './volumeFacts';

/** A labelled volume: raw objects, and what must be said of them. */
export interface CorpusCase {
  name: string;
  source: string;
  unsure?: string;
  now?: string;
  objects: {
    claim: unknown;
    volume?: unknown;
    storageClass?: unknown;
    pods?: unknown[];
    events?: unknown[];
    attachments?: unknown[];
    diskPools?: unknown[];
    driverObject?: { kind?: string } | 'forbidden';
  };
  expected: Expected;
}

interface Expected {
  protection: string;
  state?: string;
  grade?: string;
  holder?: string;
  inFlight?: string;
  clusterWide?: string;
}

const NOW = '2026-06-01T00:00:00Z';

/** The facts as a backend would gather them that knows no KMS. */
export function corpusFacts({ objects, now = NOW }: CorpusCase): VolumeFacts {
  /** What cannot be understood was not observed, as at the backend's door. */
  const seen = <T>(read: () => T): Observed<T> => {
    try {
      return observed(read(), now);
    } catch (error) {
      return unknown('failed', String(error));
    }
  };
  const { driverObject } = objects;
  const none = unknown('not-applicable', 'Not in the corpus.');
  const all = <K extends ObjectKind>(kind: K, raw: unknown[] = []) =>
    seen(() => raw.map(it => parseObject(kind, it)));
  const one = <K extends ObjectKind>(kind: K, raw: unknown) =>
    seen(() => (raw ? parseObject(kind, raw) : undefined));
  return {
    now,
    cluster: 'corpus',
    claim: parseObject('PersistentVolumeClaim', objects.claim),
    volume: one('PersistentVolume', objects.volume),
    storageClass: one('StorageClass', objects.storageClass),
    pods: all('Pod', objects.pods),
    events: all('Event', objects.events),
    attachments: all('VolumeAttachment', objects.attachments),
    vendorObject:
      driverObject === 'forbidden'
        ? unknown('denied', 'RBAC forbids it.')
        : seen(() => vendorObjectOf(driverObject)),
    connections: none,
    tenant: {
      configMap: none,
      serviceAccount: none,
      namespace: none,
      role: none,
      tokenSecret: none,
      tokenTerm: none,
    },
    kms: none,
    key: none,
    volumesOfClass: 1,
    below: {
      cephCluster: none,
      storageCluster: none,
      diskPools: all('DiskPool', objects.diskPools),
    },
  };
}

function vendorObjectOf(
  raw: { kind?: string } | undefined,
): VendorObject | undefined {
  switch (raw?.kind) {
    case 'Volume':
      return parseObject('LonghornVolume', raw);
    case 'TridentVolume':
    case 'ZFSVolume':
      return parseObject(raw.kind, raw);
    default:
      return undefined;
  }
}

const HOLDERS: Record<Custody['kind'], string> = {
  'held-by-kms': 'kms',
  'held-in-secret': 'secret-per-volume',
  'shared-passphrase': 'secret-shared',
  'wrapped-in-metadata': 'wrapped-in-metadata',
  'held-by-provider': 'provider',
  'held-by-array': 'array',
  'held-on-node': 'node',
  none: 'none',
  unknown: 'unknown',
};

/** What was judged, in the labels' words, as far as the label says anything. */
export function answersOf(
  { protection, custody, inFlight, clusterWide }: VolumeAssessment,
  expected: Expected,
): Expected {
  const answers = {
    protection: protection.verdict,
    state: protection.state,
    grade: protection.grade,
    holder: HOLDERS[custody.kind],
    inFlight: inFlight.answer,
    clusterWide: clusterWide.answer,
  };
  const said = Object.entries(answers).filter(([name]) => name in expected);
  return { protection: protection.verdict, ...Object.fromEntries(said) };
}
