import { LABEL_KUBERNETES_ID } from '../contract/annotations';
import { VolumeEncryptionError } from '../contract/errors';
import type { PersistentVolumeClaim } from '../kubernetes/objects';
import { quantityToBytes } from '../kubernetes/quantity';
import type { ClaimManifest } from './claimManifest';
import { titleOf } from './ownership';

/**
 * Throws `conflict` when a claim of ours is not the wanted one: it belongs to
 * another component, or differs in what Kubernetes does not let change. Its size
 * is not changed on the way either.
 */
export function requireSameClaim(
  existing: PersistentVolumeClaim,
  wanted: ClaimManifest,
): void {
  const owner = existing.meta.labels[LABEL_KUBERNETES_ID];
  if (owner !== wanted.metadata.labels?.[LABEL_KUBERNETES_ID]) {
    throw differs(existing, 'belongs to another component');
  }
  const { spec } = wanted;
  const isSame = {
    storageClass: existing.storageClassName === spec.storageClassName,
    accessMode: sorted(existing.accessModes) === sorted(spec.accessModes),
    volumeMode: existing.volumeMode === spec.volumeMode,
  };
  const differences = Object.entries(isSame)
    .filter(([, same]) => !same)
    .map(([name]) => name);
  if (differences.length > 0) {
    throw differs(
      existing,
      `differs in ${differences.join(', ')}, which cannot be changed`,
    );
  }
  requireSameSize(existing, spec.resources.requests.storage);
}

function requireSameSize(existing: PersistentVolumeClaim, size: string): void {
  const before = quantityToBytes(existing.requested);
  const after = quantityToBytes(size);
  if (before === after) {
    return;
  }
  const isLarger =
    before !== undefined && after !== undefined && after > before;
  throw new VolumeEncryptionError(
    'conflict',
    isLarger
      ? `${titleOf(existing)} exists with ${existing.requested}. Making it larger is a separate matter: change spec.resources.requests.storage of the claim itself.`
      : `${titleOf(existing)} exists with ${existing.requested}. A volume cannot be made smaller; choose another name.`,
    { field: 'size' },
  );
}

function differs(existing: PersistentVolumeClaim, how: string) {
  return new VolumeEncryptionError(
    'conflict',
    `${titleOf(existing)} exists and ${how}. Choose another name.`,
    { field: 'name' },
  );
}

function sorted(modes: string[]): string {
  return [...modes].sort().join();
}
