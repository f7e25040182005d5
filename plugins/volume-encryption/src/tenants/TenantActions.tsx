import {
  tenantDeletePermission,
  tenantKeysDestroyPermission,
  tenantUpdatePermission,
  type TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import { useAllowed } from '../capabilities';
import { TemplateButton } from '../templates';

/** The templates that change a tenant, filled in; those the user may run. */
export function TenantActions({ tenant }: { tenant: TenantSummary }) {
  const { cluster, namespace, kmsIds } = tenant;
  const names = { cluster, namespace, kmsId: kmsIds?.[0] };
  return (
    <div>
      {useAllowed(tenantUpdatePermission) && (
        <TemplateButton template="tenant-rotate" values={{ tenant: names }}>
          Rotate
        </TemplateButton>
      )}
      {useAllowed(tenantDeletePermission) && (
        <TemplateButton template="tenant-offboard" values={{ tenant: names }}>
          Offboard
        </TemplateButton>
      )}
      {useAllowed(tenantKeysDestroyPermission) && (
        <TemplateButton template="tenant-shred" values={names}>
          Shred, once offboarded
        </TemplateButton>
      )}
    </div>
  );
}
