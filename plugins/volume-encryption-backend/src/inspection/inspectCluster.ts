import {
  unknown,
  type InspectedTenant,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { ANNOTATION_CREDENTIAL } from '../custody';
import type { FoundTenant } from './findTenants';
import { observe } from '../status/observe';

/** What the cluster holds of a tenant now. */
export type InspectedInCluster = Pick<
  InspectedTenant,
  'namespaceObject' | 'configMap' | 'serviceAccount' | 'secret' | 'secretNames'
>;

/** Asks the cluster; each failure costs its own fact. */
export async function inspectCluster(
  { namespace, custody }: FoundTenant,
  where: { cluster: Cluster; names: InspectedTenant['names']; at: string },
): Promise<InspectedInCluster> {
  const { cluster, names, at } = where;
  const { reader } = cluster;
  const inNamespace = (name: string) => ({ namespace, name });
  const [namespaceObject, configMap, serviceAccount, secret] =
    await Promise.all([
      observe(at, () => reader.get('Namespace', { name: namespace })),
      observe(at, () => reader.get('ConfigMap', inNamespace(names.configMap))),
      observe(at, () =>
        reader.get('ServiceAccount', inNamespace(names.serviceAccount)),
      ),
      custody === 'vaulttokens'
        ? observe(at, () =>
            reader.get('Secret', inNamespace(names.tokenSecret)),
          )
        : unknown('not-applicable', 'The tenant needs no Secret.'),
    ]);
  const found = secret.status === 'observed' ? secret.value : undefined;
  const secretNames = found?.meta.annotations[ANNOTATION_CREDENTIAL];
  return { namespaceObject, configMap, serviceAccount, secret, secretNames };
}
