import type {
  PlatformVolume,
  VolumeFinding,
  VolumePhase,
} from '../contract/api';
import type { VolumeFacts } from '../assessment/volumeFacts';
import type {
  Namespace,
  PersistentVolume,
  PersistentVolumeClaim,
} from '../kubernetes/objects';
import type { Observed } from '../observation/observed';
import { overviewVolume } from './overviewVolume';

/** Of volumes that no claim has (Kubernetes `pv_controller.go`). */
const PHASES = [
  'Available',
  'Released',
  'Failed',
] as const satisfies VolumePhase[];

const LOST_KEY = new Set(['key-missing', 'retained-without-key']);

/** The phase of a volume that no claim has; undefined for any other. @public */
export function unclaimedPhase({
  phase,
}: Pick<PersistentVolume, 'phase'>): VolumePhase | undefined {
  return PHASES.find(it => it === phase);
}

/**
 * The volume, and a claim in place of the one that it had, by the names that it
 * keeps of it: so that a volume without a claim is judged as any other.
 *
 * @public
 */
export function withFormerClaim(volume: PersistentVolume): {
  volume: PersistentVolume;
  claim: PersistentVolumeClaim;
} {
  const { namespace = '', name = '', uid = '' } = volume.claim ?? {};
  const { meta, storageClassName, capacity } = volume;
  return {
    volume: { ...volume, claim: { namespace, name, uid } },
    claim: {
      kind: 'PersistentVolumeClaim',
      meta: {
        ...{ name, namespace, uid, createdAt: meta.createdAt },
        ...{ resourceVersion: '', labels: {}, annotations: {}, owners: [] },
      },
      ...{ storageClassName, capacity, volumeName: meta.name },
      accessModes: [],
      volumeMode: 'Filesystem',
      requested: capacity ?? '0',
      phase: 'Bound',
      // Only the claim told whether it is a copy, so it is judged as one.
      dataSource: { kind: 'PersistentVolumeClaim', name: 'not known' },
    },
  };
}

/**
 * A volume that no claim has, as the platform's table shows it. Nothing is to be
 * mounted, so that of what a mount needs only a key that is gone counts.
 *
 * @param facts - about the claim of {@link withFormerClaim}
 * @param namespace - that of the claim that it had
 * @public
 */
export function unclaimedVolume(
  { meta, claim, ...volumeItself }: PersistentVolume,
  facts: VolumeFacts,
  namespace: Observed<Namespace | undefined>,
): PlatformVolume {
  const volume = overviewVolume(facts, namespace);
  const findings = volume.findings.filter(isOfVolume).map(withoutSource);
  const hasLostKey = findings.some(({ code }) => LOST_KEY.has(code));
  return {
    ...volume,
    namespace: claim?.namespace,
    claim: claim?.name,
    persistentVolume: meta.name,
    phase: unclaimedPhase(volumeItself) ?? 'Released',
    remount: hasLostKey ? 'blocked' : 'unknown',
    findings,
  };
}

function withoutSource(finding: VolumeFinding): VolumeFinding {
  if (finding.code !== 'copy-not-settled') return finding;
  const message = `Without its claim it is not known whether it is a copy. ${finding.message}`;
  return { ...finding, message };
}

function isOfVolume({ code, impact }: VolumeFinding): boolean {
  return impact === 'unencrypted' || impact === 'unknown' || LOST_KEY.has(code);
}
