import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { createTenantCredentialAction } from './tenantCredentialAction';
import { examples } from './tenantRotate.examples';

/** `volume-encryption:tenant:rotate` */
export function createTenantRotateAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTenantCredentialAction(
    {
      id: 'volume-encryption:tenant:rotate',
      description:
        'Gives a tenant a new credential, verified before the former one ends',
      examples,
      operation: 'tenant-rotate',
    },
    deps,
  );
}
