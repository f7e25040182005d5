import type { TenantView } from 'backstage-plugin-volume-encryption-common';
import { projectText } from '../facts';
import type { ChoiceSource } from './ChoiceSource';
import { text } from './formState';

/** The value of field `VolumeTenantPicker`. @public */
export interface TenantChoice {
  cluster: string;
  namespace: string;
}

/** The namespaces that serve an owner of the chosen entity. */
export const tenantSource: ChoiceSource<TenantChoice, string> = {
  name: 'VolumeTenantPicker',
  title: 'Namespace',
  scopeOf: ({ formData, options }) =>
    text(formData[text(options.entityField) ?? 'entityRef']),
  waitingFor: 'Choose the component first.',
  load: async (api, entityRef) => {
    const { items, problems } = await api.getEntityTenants(entityRef);
    const choices = items.map(({ cluster, namespace, project, custodies }) => ({
      value: { cluster, namespace },
      label: `${namespace} on ${cluster}`,
      detail: [projectText(project), custodyWords(custodies)]
        .filter(Boolean)
        .join(', '),
    }));
    return { choices, problems };
  },
  emptyText: entityRef =>
    `No namespace serves an owner of ${entityRef}. Ask the platform team to ` +
    'annotate yours with volume-encryption.backstage.io/owner.',
  keyOf: value =>
    value?.cluster && value.namespace
      ? `${value.cluster}/${value.namespace}`
      : undefined,
};

type Custodies = NonNullable<TenantView['custodies']>;

const credentials: Record<Custodies[number], string> = {
  vaulttenantsa: 'its ServiceAccount (vaulttenantsa)',
  vaulttokens: 'its token Secret (vaulttokens)',
};

/** How Ceph CSI proves itself to the KMS for a namespace. */
export function custodyWords(custodies: TenantView['custodies']): string {
  if (!custodies) return 'whether it has a credential for keys is not known';
  const words = custodies.map(custody => credentials[custody]);
  return words.length > 0
    ? `keys by ${words.join(' or ')}`
    : 'no credential of its own for keys yet';
}
