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
        'Gives a tenant a new credential and ends the former one: a token is verified before, a ServiceAccount is made anew in its place',
      examples,
      operation: 'tenant-rotate',
    },
    deps,
  );
}
