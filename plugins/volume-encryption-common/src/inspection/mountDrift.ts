import type { Drift } from '../contract/api';
import type { InspectedTenant } from './inspectedTenant';

/** The tenant's mount: KV version 2, at its own path. */
export function mountDrift({ mount, kms }: InspectedTenant): Drift[] {
  if (!kms || mount.status === 'unknown') return [];
  const object = `Mount ${kms.mountPath}`;
  const expected = 'kv version 2';
  if (!mount.value) {
    return [
      {
        code: 'mount-missing',
        severity: 'error',
        object,
        message: `KMS ${kms.name} has no mount at the tenant's path: keys that were in it are gone, and none can be written.`,
        expected,
        actual: 'no mount',
        remedy:
          'Restore it from a snapshot of the Vault if there were keys. Otherwise onboard the tenant again.',
      },
    ];
  }
  const { type, version } = mount.value;
  if (type === 'kv' && version === '2') return [];
  return [
    {
      code: 'mount-differs',
      severity: 'error',
      object,
      message: "Something else is mounted at the tenant's path.",
      expected,
      actual: version ? `${type} version ${version}` : type,
      remedy: 'Ask who made it; the portal leaves it as it is.',
    },
  ];
}
