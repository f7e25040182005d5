import type { Drift } from '../contract/api';
import { listed } from '../plan/listed';
import type { InspectedTenant } from './inspectedTenant';

/** Keys and volumes that do not go together. */
export function keysDrift({ kms, keys, cluster }: InspectedTenant): Drift[] {
  if (!kms || keys.status === 'unknown') return [];
  const { withoutVolume, missing } = keys.value;
  const object = `Mount ${kms.mountPath}`;
  const drift: Drift[] = [];
  if (missing.length > 0) {
    drift.push({
      code: 'keys-missing',
      severity: 'error',
      object,
      message: `Volumes whose key is not in the mount do not mount again: ${listed(missing)}.`,
      expected: 'a key by the handle of each volume',
      actual: `${missing.length} without`,
      remedy:
        'Restore the keys from a snapshot of the Vault before these volumes are unmounted.',
    });
  }
  if (withoutVolume.length > 0) {
    drift.push({
      code: 'keys-without-volume',
      severity: 'info',
      object,
      message: `Keys of no volume of cluster ${cluster}, which are of snapshots or left over: ${listed(withoutVolume)}.`,
      expected: 'a volume or snapshot of each key',
      actual: `${withoutVolume.length} without a volume`,
      remedy:
        'None is needed. They go when the tenant is offboarded and shredded.',
    });
  }
  return drift;
}
