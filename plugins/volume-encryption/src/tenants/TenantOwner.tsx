import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { TenantSummary } from 'backstage-plugin-volume-encryption-common';

/** Whom a tenant's namespace serves, as far as that could be read. */
export function TenantOwner({ tenant }: { tenant: TenantSummary }) {
  const { owner, ownerKnown } = tenant;
  if (owner) return <EntityRefLink entityRef={owner} />;
  return <>{ownerKnown ? 'serves nobody' : 'not known'}</>;
}
