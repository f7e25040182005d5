import type { Drift } from '../contract/api';
import type { KubernetesObject } from '../kubernetes/objects';
import { valueOf } from '../observation/observed';
import { titleOf } from '../plan/ownership';
import type { InspectedTenant } from './inspectedTenant';

/**
 * What a tenant needs and is being deleted: it is there only while finalizers hold
 * it, and the API server vouches for no token of such an account.
 */
export function deletionDrift(tenant: InspectedTenant): Drift[] {
  const { custody, namespaceObject, configMap } = tenant;
  const credential =
    custody === 'vaulttokens' ? tenant.secret : tenant.serviceAccount;
  const objects: (KubernetesObject | undefined)[] = [
    valueOf(namespaceObject),
    valueOf(configMap),
    valueOf<KubernetesObject | undefined>(credential),
  ];
  return objects.flatMap(object =>
    object?.meta.deletedAt ? [deletion(object)] : [],
  );
}

function deletion(object: KubernetesObject): Drift {
  return {
    code: 'being-deleted',
    severity: 'error',
    object: titleOf(object),
    message: 'It is being deleted, and finalizers hold it for now.',
    expected: 'stays',
    actual: `deleted at ${object.meta.deletedAt}`,
    remedy:
      object.kind === 'Namespace'
        ? 'Ask its owner whether that is meant; then offboard the tenant.'
        : 'Ask who deleted it. When it is gone, onboard the tenant again: that makes what is missing.',
  };
}
