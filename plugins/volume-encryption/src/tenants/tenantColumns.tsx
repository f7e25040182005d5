import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { TenantSummary } from 'backstage-plugin-volume-encryption-common';
import { projectText } from '../facts';
import { credentialStatus, StatusBadge } from '../status';
import type { Column } from '../tables';
import { Age } from '../time';
import { tenantAddress } from './tenantAddress';
import { TenantOwner } from './TenantOwner';

/**
 * The columns of the list of tenants.
 * @param path - the address of the list
 */
export function tenantColumns(path: string): Column<TenantSummary>[] {
  return [
    { title: 'Tenant', render: tenant => nameOf(tenant, path) },
    { title: 'Owner', render: tenant => <TenantOwner tenant={tenant} /> },
    { title: 'Custody', render: ({ custody }) => <code>{custody}</code> },
    { title: 'KMS', render: ({ kms }) => kms ?? 'not known' },
    { title: 'Credential', render: credentialOf },
    {
      title: 'Volumes',
      render: ({ volumes }) => volumes?.toLocaleString('en') ?? 'not known',
    },
  ];
}

function nameOf(tenant: TenantSummary, path: string) {
  const { cluster, namespace } = tenant;
  const project = projectText(tenant.project);
  return (
    <>
      <Link
        to={tenantAddress(path, tenant)}
        aria-label={`Tenant ${namespace} on ${cluster}`}
      >
        {namespace}
      </Link>
      <Typography variant="caption" color="textSecondary" component="div">
        on {cluster}
        {project && <div>{project}</div>}
      </Typography>
    </>
  );
}

/** With the age of what is known of it. */
function credentialOf({ credential }: TenantSummary) {
  const { checkedAt } = credential;
  return (
    <>
      <StatusBadge status={credentialStatus(credential)} />
      {checkedAt && (
        <Typography variant="caption" color="textSecondary" component="div">
          KMS answered <Age at={checkedAt} />
        </Typography>
      )}
    </>
  );
}
