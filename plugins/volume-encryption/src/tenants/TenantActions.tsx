import {
  tenantCreatePermission,
  tenantDeletePermission,
  tenantKeysDestroyPermission,
  tenantUpdatePermission,
  type TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import { useAllowed } from '../capabilities';
import { TemplateButton } from '../templates';

/**
 * The templates that change a tenant, filled in; those the user may run. Which of
 * several connections is left to be chosen.
 */
export function TenantActions({ tenant }: { tenant: TenantSummary }) {
  const { cluster, namespace, kmsIds } = tenant;
  const kmsId = kmsIds?.length === 1 ? kmsIds[0] : undefined;
  const names = { cluster, namespace, kmsId };
  return (
    <div>
      {useAllowed(tenantUpdatePermission) && <Changes tenant={tenant} />}
      {useAllowed(tenantCreatePermission) && (
        <TemplateButton template="tenant-onboard" values={asOnboarded(tenant)}>
          Onboard again
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

/** A ServiceAccount logs in anew each time: only a token can be prolonged. */
function Changes({ tenant }: { tenant: TenantSummary }) {
  const { cluster, namespace, kmsIds, custody, kms, owner } = tenant;
  const its = { cluster, namespace, custody, kms, kmsId: kmsIds?.[0] };
  const values = { tenant: its };
  return (
    <>
      <TemplateButton template="tenant-rotate" values={values}>
        Rotate
      </TemplateButton>
      {custody === 'vaulttokens' && (
        <TemplateButton template="tenant-renew" values={values}>
          Renew
        </TemplateButton>
      )}
      <TemplateButton
        template="tenant-consent"
        values={{ cluster, namespace, owner }}
      >
        Change its consent
      </TemplateButton>
    </>
  );
}

/** What the tenant is, in the fields of the template that makes one. */
function asOnboarded({
  cluster,
  namespace,
  owner,
  custody,
  kmsIds,
}: TenantSummary) {
  const connection =
    custody === 'vaulttokens' ? 'tokenConnection' : 'accountConnection';
  return {
    ...{ cluster, place: 'there', namespace, owner, custody },
    [connection]: kmsIds?.[0],
  };
}
