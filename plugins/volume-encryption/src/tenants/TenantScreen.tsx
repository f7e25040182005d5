import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import {
  platformReadPermission,
  type TenantInspection,
} from 'backstage-plugin-volume-encryption-common';
import { useParams, useSearchParams } from 'react-router-dom';
import type { TenantName } from '../api';
import { AnswerView, useAnswer } from '../asking';
import type { Kept } from '../loading';
import { useListAddress, type ListAddress } from '../paging';
import { SourceProblems } from '../problems';
import { Panel } from '../tables';
import { Age } from '../time';
import { TenantTimeline } from '../timeline';
import { CredentialFacts } from './CredentialFacts';
import { DriftList } from './DriftList';
import { KeysPanel } from './KeysPanel';
import { TenantActions } from './TenantActions';

const CUSTODIES = ['vaulttenantsa', 'vaulttokens'] as const;

/** One tenant, asked of cluster and KMS now. */
export function TenantScreen({ listPath }: { listPath: string }) {
  const { cluster = '', namespace = '' } = useParams();
  const which = useCredential();
  const address = useListAddress();
  const { page, size } = address.query;
  const kept = useAnswer({
    about: `tenant ${cluster}/${namespace}/${which.custody}/${which.kms}`,
    part: `${page}/${size}`,
    ask: (api, signal) =>
      api.inspectTenant(
        { cluster, namespace, ...which },
        { limit: size, offset: page * size },
        signal,
      ),
  });
  return (
    <>
      <Typography variant="body2" gutterBottom>
        <Link to={listPath}>All tenants</Link>
      </Typography>
      <AnswerView
        kept={kept}
        what={`Tenant ${namespace} on ${cluster}`}
        permission={platformReadPermission.name}
      >
        {known => <Tenant known={known} kept={kept} address={address} />}
      </AnswerView>
    </>
  );
}

/** Which of the tenant's credentials the address names, if it does. */
function useCredential(): Pick<TenantName, 'custody' | 'kms'> {
  const [parameters] = useSearchParams();
  const named = parameters.get('custody');
  const custody = CUSTODIES.find(it => it === named);
  return { custody, kms: parameters.get('kms') ?? undefined };
}

function Tenant(props: {
  known: TenantInspection;
  kept: Kept<TenantInspection>;
  address: ListAddress;
}) {
  const { known, kept, address } = props;
  const { tenant, problems, drift, inspectedAt } = known;
  const isWhole =
    problems.length === 0 && tenant.credential.state !== 'unknown';
  return (
    <>
      <SourceProblems problems={problems} rows="keys" />
      <Panel
        title={`${tenant.namespace} on ${tenant.cluster}`}
        actions={<TenantActions tenant={tenant} />}
        kept={kept}
      >
        <CredentialFacts known={known} />
        <Typography variant="caption" color="textSecondary">
          Asked <Age at={inspectedAt} />
        </Typography>
      </Panel>
      <Panel title="As it should be, and as it is">
        <DriftList drift={drift} isWhole={isWhole} />
      </Panel>
      <KeysPanel known={known} isFormer={kept.isFormer} address={address} />
      <TenantTimeline tenant={tenant} />
    </>
  );
}
