import { LinkButton } from '@backstage/core-components';
import {
  tenantDeletePermission,
  tenantKeysDestroyPermission,
  tenantUpdatePermission,
  type TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import { useAllowed } from '../capabilities';
import { templateLink } from '../templates';

/** The templates that change a tenant, filled in; those the user may run. */
export function TenantActions({ tenant }: { tenant: TenantSummary }) {
  const { cluster, namespace, kmsIds } = tenant;
  const names = { cluster, namespace, kmsId: kmsIds?.[0] };
  return (
    <div>
      {useAllowed(tenantUpdatePermission) && (
        <LinkButton
          color="primary"
          to={templateLink('tenant-rotate', { tenant: names })}
        >
          Rotate
        </LinkButton>
      )}
      {useAllowed(tenantDeletePermission) && (
        <LinkButton
          color="primary"
          to={templateLink('tenant-offboard', { tenant: names })}
        >
          Offboard
        </LinkButton>
      )}
      {useAllowed(tenantKeysDestroyPermission) && (
        <LinkButton color="primary" to={templateLink('tenant-shred', names)}>
          Shred, once offboarded
        </LinkButton>
      )}
    </div>
  );
}
