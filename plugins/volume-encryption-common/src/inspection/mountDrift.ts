import type { Drift } from '../contract/api';
import type { InspectedTenant } from './inspectedTenant';

/** The tenant's mount: KV version 2, at its own path, that takes and keeps keys. */
export function mountDrift(tenant: InspectedTenant): Drift[] {
  const { mount, kms } = tenant;
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
  if (type === 'kv' && version === '2') return configDrift(tenant, object);
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

/**
 * Ceph CSI writes a key without naming the version that it follows
 * (`internal/kms/vault_tokens.go` StoreDEK), and looks for it as long as its
 * volume is there. How many versions are kept is no matter: it reads the latest.
 */
function configDrift(
  { mountConfig }: InspectedTenant,
  object: string,
): Drift[] {
  if (mountConfig.status === 'unknown') return [];
  const { casRequired, deleteVersionAfter } = mountConfig.value;
  const drift: Drift[] = [];
  if (casRequired) {
    drift.push({
      code: 'mount-wants-cas',
      severity: 'error',
      object,
      message:
        'The mount has cas_required set, and Ceph CSI writes without check-and-set: no new volume gets its key.',
      expected: 'cas_required: false',
      actual: 'cas_required: true',
      remedy: 'Set cas_required of the mount to false.',
    });
  }
  if (deleteVersionAfter !== undefined) {
    drift.push({
      code: 'mount-deletes-keys',
      severity: 'error',
      object,
      message:
        'Vault deletes each key of the mount by itself after that time: its volume can then not be mounted any more.',
      expected: 'delete_version_after: 0s',
      actual: `delete_version_after: ${deleteVersionAfter}`,
      remedy:
        'Set delete_version_after of the mount to 0s at once. Keys that were written before keep their end until they are undeleted, which helps before it as well as after.',
    });
  }
  return drift;
}
