import type { TenantSummary } from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionApi } from '../api';
import { projectText } from '../facts';
import type { Choice, ChoiceSource } from './ChoiceSource';

/** The value of field `VolumeExistingTenantPicker`. @public */
export interface ExistingTenantChoice {
  cluster: string;
  namespace: string;
  /** The KMS connection that the tenant's classes name. */
  kmsId: string;
  /** Which of the namespace's credentials, as `inspectTenant` takes it. */
  custody: TenantSummary['custody'];
  kms?: string;
}

/** As many as the backend gives at a time. */
const PAGE = 500;

/** The tenants of all clusters, by connection; for the platform team. */
export const existingTenantSource: ChoiceSource<ExistingTenantChoice, true> = {
  name: 'VolumeExistingTenantPicker',
  title: 'Tenant',
  scopeOf: () => true,
  waitingFor: '',
  load: async api => {
    const { items, problems } = await allTenants(api);
    return { choices: items.flatMap(choicesOf), problems };
  },
  emptyText: () =>
    'There is no tenant yet. Run template "Onboard a tenant" first.',
  keyOf: value =>
    value?.cluster && value.namespace && value.kmsId
      ? `${value.cluster}/${value.namespace}/${value.kmsId}`
      : undefined,
};

async function allTenants(api: VolumeEncryptionApi) {
  const first = await api.listTenants({ limit: PAGE, offset: 0 });
  const items = [...first.items];
  for (let offset = PAGE; offset < first.total; offset += PAGE) {
    const next = await api.listTenants({ limit: PAGE, offset });
    items.push(...next.items);
  }
  return { items, problems: first.problems };
}

/** One choice for each connection that fits; without one it cannot be chosen. */
function choicesOf(tenant: TenantSummary): Choice<ExistingTenantChoice>[] {
  const { cluster, namespace, custody, kms, kmsIds } = tenant;
  const its = { cluster, namespace, custody, kms };
  const label = `${namespace} on ${cluster} (${custody})`;
  if (!kmsIds?.length) {
    const unusable = kmsIds
      ? `No KMS connection of cluster ${cluster} fits its custody.`
      : `Which KMS connections cluster ${cluster} has is not known.`;
    return [{ value: { ...its, kmsId: '' }, label, unusable }];
  }
  return kmsIds.map(kmsId => ({
    value: { ...its, kmsId },
    label: kmsIds.length === 1 ? label : `${label}, ${kmsId}`,
    detail: [
      `KMS connection ${kmsId}`,
      servesWords(tenant),
      projectText(tenant.project),
    ]
      .filter(Boolean)
      .join(', '),
  }));
}

function servesWords({ owner, ownerKnown }: TenantSummary): string {
  if (owner) return `serves ${owner}`;
  return ownerKnown ? 'serves nobody' : 'whom it serves is not known';
}
