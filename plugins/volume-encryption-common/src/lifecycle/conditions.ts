import type { VolumeFacts } from '../assessment/volumeFacts';
import { notKnown, notPossible } from '../driverLifecycle/actAnswers';
import type { Act, ActAnswer } from '../driverLifecycle/driverLifecycle';
import type { VolumeSnapshotClass } from '../kubernetes/objects';
import { isVolumeOfClaim } from '../kubernetes/isVolumeOfClaim';
import type { Observed } from '../observation/observed';
import { valueOf } from '../observation/observed';

/** The classes of snapshots; `undefined` value: the cluster has no such kind. @public */
export type SnapshotClasses = Observed<VolumeSnapshotClass[] | undefined>;

/**
 * What Kubernetes itself refuses or leaves open before any driver is asked;
 * undefined where it stands in nobody's way.
 */
export function conditionOf(
  act: Act,
  facts: VolumeFacts,
  snapshotClasses: SnapshotClasses,
): ActAnswer | undefined {
  switch (act) {
    case 'expand':
      return mayGrow(facts);
    case 'snapshot':
      return (
        hasSnapshots(snapshotClasses) ?? hasClassOf(facts, snapshotClasses)
      );
    case 'restore':
      return hasSnapshots(snapshotClasses);
    default:
      return undefined;
  }
}

/**
 * The class of the claim's name must exist and allow it when the claim is changed
 * (kubernetes `plugin/pkg/admission/storage/persistentvolume/resize/admission.go`).
 */
function mayGrow({ claim, storageClass }: VolumeFacts): ActAnswer | undefined {
  const name = claim.storageClassName;
  if (!name) {
    return notPossible(
      'The claim names no class, and Kubernetes lets no claim grow without one that allows it.',
    );
  }
  if (storageClass.status === 'unknown') {
    return notKnown(
      `Kubernetes asks the class, which could not be read: ${storageClass.detail}`,
    );
  }
  if (!storageClass.value) {
    return notPossible(
      `There is no class "${name}" today, and Kubernetes lets no claim grow without one that allows it. Ask the platform team for a class of that name.`,
    );
  }
  if (storageClass.value.allowsExpansion) return undefined;
  return notPossible(
    `The class "${name}" does not let its volumes grow (allowVolumeExpansion). Ask the platform team: that can be changed on the class.`,
  );
}

function hasSnapshots(classes: SnapshotClasses): ActAnswer | undefined {
  if (classes.status === 'unknown') {
    return notKnown(
      `Whether the cluster can take snapshots could not be read: ${classes.detail}`,
    );
  }
  if (classes.value) return undefined;
  return notPossible(
    'The cluster has no snapshots (snapshot.storage.k8s.io): ask the platform team to install the CSI snapshot controller.',
  );
}

function hasClassOf(
  facts: VolumeFacts,
  classes: SnapshotClasses,
): ActAnswer | undefined {
  const driver = driverOf(facts);
  const isThere = valueOf(classes)?.some(it => it.driver === driver);
  if (!driver || isThere) return undefined;
  return notPossible(
    `No VolumeSnapshotClass is for the driver "${driver}": ask the platform team for one.`,
  );
}

function driverOf({
  claim,
  volume,
  storageClass,
}: VolumeFacts): string | undefined {
  const bound = valueOf(volume);
  if (bound && isVolumeOfClaim(bound, claim)) return bound.csi?.driver;
  return claim.phase === 'Pending'
    ? valueOf(storageClass)?.provisioner
    : undefined;
}
