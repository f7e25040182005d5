import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ANNOTATION_OWNER } from '../contract/annotations';
import type { Namespace } from '../kubernetes/objects';

/**
 * The id of a tenant, `<cluster>.<namespace>`. A cluster's name is a DNS label,
 * so it has no dot, and the id is unambiguous and one segment of a Vault path.
 *
 * @public
 */
export function tenantId(cluster: string, namespace: string): string {
  return `${cluster}.${namespace}`;
}

/**
 * Path of the KV v2 mount that holds the tenant's keys, without outer slashes.
 *
 * @public
 */
export function tenantMountPath(prefix: string, id: string): string {
  return `${prefix.replace(/^\/+|\/+$/g, '')}/${id}`;
}

/**
 * Whom the namespace serves: the entity ref in its owner annotation, in the
 * catalog's normal form (a bare name is a group), or undefined when there is
 * none or it is no entity ref.
 *
 * @public
 */
export function consentedOwner(namespace: Namespace): string | undefined {
  const text = namespace.meta.annotations[ANNOTATION_OWNER];
  return text ? normalisedOwner(text) : undefined;
}

/**
 * An entity ref, full or short, in the catalog's normal form (a bare name is a
 * group), or undefined where it is none.
 */
export function normalisedOwner(text: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'Group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return undefined;
  }
}
