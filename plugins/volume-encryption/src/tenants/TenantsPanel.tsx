import {
  platformReadPermission,
  tenantCreatePermission,
  type TenantCredentialState,
  type TenantPage,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import { useAllowed } from '../capabilities';
import {
  NameSearch,
  useListAddress,
  useStateFilter,
  type ListAddress,
  type StateFilter,
} from '../paging';
import { SourceProblems } from '../problems';
import { credentialLabel } from '../status';
import { ListedRows, Panel } from '../tables';
import { TemplateButton } from '../templates';
import { credentialStates } from './credentialStates';
import { tenantColumns } from './tenantColumns';
import { TroubledCredentials } from './TroubledCredentials';

/** The tenants of all clusters, page by page. */
export function TenantsPanel({ path }: { path: string }) {
  const address = useListAddress();
  const filter = useStateFilter(credentialStates);
  const { page, size, search } = address.query;
  const { state } = filter;
  const asked = {
    limit: size,
    offset: page * size,
    search: search || undefined,
    state,
  };
  const kept = useAnswer({
    about: 'tenants',
    part: JSON.stringify(asked),
    ask: (api, signal) => api.listTenants(asked, signal),
  });
  return (
    <AnswerView
      kept={kept}
      what="The tenants"
      permission={platformReadPermission.name}
    >
      {known => (
        <Tenants
          known={known}
          isFormer={kept.isFormer}
          address={address}
          filter={filter}
          path={path}
        />
      )}
    </AnswerView>
  );
}

function Tenants(props: {
  known: TenantPage;
  /** Whether `known` is the page before, and another one is on its way. */
  isFormer: boolean;
  address: ListAddress;
  filter: StateFilter<TenantCredentialState>;
  path: string;
}) {
  const { known, isFormer, address, filter, path } = props;
  const { query, goTo } = address;
  return (
    <>
      <SourceProblems problems={known.problems} rows="tenants" />
      <Panel
        title={`Tenants (${known.total.toLocaleString('en')})`}
        actions={
          <>
            <NameSearch
              label="Find by namespace, cluster or owner"
              search={query.search}
              onSearch={search => goTo({ search, page: 0 }, { replace: true })}
            />
            <Onboard />
          </>
        }
      >
        <TroubledCredentials counts={known.states} filter={filter} />
        <ListedRows
          label="Tenants"
          columns={tenantColumns(path)}
          keyOf={({ id, kms, custody }) => `${id}/${kms}/${custody}`}
          empty={noTenant(known, query.search, filter.state)}
          shown={known}
          isFormer={isFormer}
          goTo={goTo}
          pagesLabel="Tenants per page:"
        />
      </Panel>
    </>
  );
}

function Onboard() {
  const isAllowed = useAllowed(tenantCreatePermission);
  if (!isAllowed) return null;
  return (
    <TemplateButton isMain template="tenant-onboard" values={{}}>
      Onboard a tenant
    </TemplateButton>
  );
}

function noTenant(
  { problems }: TenantPage,
  search: string,
  state: TenantCredentialState | undefined,
): string {
  const named = search && `has “${search}” in its namespace, cluster or owner`;
  const inState =
    state && `has a credential that is “${credentialLabel(state)}”`;
  const wanted = [named, inState].filter(Boolean).join(' and ');
  if (wanted) return `No tenant that could be read ${wanted}.`;
  return problems.length > 0
    ? 'No tenant could be read. That does not mean that there is none.'
    : 'There is no tenant yet. Onboard a namespace to give it keys of its own.';
}
