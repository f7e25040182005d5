import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { createTenantCredentialAction } from './tenantCredentialAction';
import { examples } from './tenantOffboard.examples';

/** `volume-encryption:tenant:offboard` */
export function createTenantOffboardAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTenantCredentialAction(
    {
      id: 'volume-encryption:tenant:offboard',
      description:
        'Takes the consent and the access of a tenant away; its keys stay',
      examples,
      operation: 'tenant-offboard',
    },
    deps,
  );
}
