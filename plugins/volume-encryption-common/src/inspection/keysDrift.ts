import type { Drift } from '../contract/api';
import { listed } from '../plan/listed';
import type { InspectedTenant } from './inspectedTenant';

/** Keys and volumes that do not go together. */
export function keysDrift({ kms, keys }: InspectedTenant): Drift[] {
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
      message: `Keys of no volume or snapshot of any cluster that uses the KMS: ${listed(withoutVolume)}.`,
      expected: 'a volume or snapshot of each key',
      actual: `${withoutVolume.length} without one`,
      remedy:
        'None is needed. A volume that was kept without its PersistentVolume may still need them; they go when the tenant is offboarded and shredded.',
    });
  }
  return drift;
}
