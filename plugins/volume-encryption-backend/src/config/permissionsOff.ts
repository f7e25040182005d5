import type { Config } from '@backstage/config';

/**
 * A warning where Backstage asks no policy: whoever is signed in may then do
 * everything, and only the consent of namespaces holds.
 */
export function permissionsOff(config: Config): string[] {
  return config.getOptionalBoolean('permission.enabled')
    ? []
    : [
        'permission.enabled is not true: whoever is signed in may onboard and offboard tenants, change KMS connections, rotate credentials and destroy keys. Set it to true and install a policy.',
      ];
}
