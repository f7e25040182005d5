import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { createTenantCredentialAction } from './tenantCredentialAction';
import { examples } from './tenantRenew.examples';

/** `volume-encryption:tenant:renew` */
export function createTenantRenewAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTenantCredentialAction(
    {
      id: 'volume-encryption:tenant:renew',
      description:
        'Prolongs the token of a tenant by its accessor (KMS type vaulttokens)',
      examples,
      operation: 'tenant-renew',
    },
    deps,
  );
}
