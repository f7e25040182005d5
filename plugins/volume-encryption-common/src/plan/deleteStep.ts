import type { ObjectMeta } from '../kubernetes/objects';
import { titleOf } from './ownership';
import type { Step } from './plan';

/** What a tenant has of ours in its namespace. */
export interface TenantObject {
  kind: 'Secret' | 'ServiceAccount' | 'ConfigMap';
  meta: ObjectMeta;
}

const IDS: Record<TenantObject['kind'], string> = {
  Secret: 'former-secret',
  ServiceAccount: 'former-service-account',
  ConfigMap: 'former-config-map',
};

/** Deletes the very object that was looked at, unless it changed since. */
export function deleteStep(
  { kind, meta }: TenantObject,
  cluster: string,
): Extract<Step, { kind: 'delete' }> {
  const { namespace, name, uid, resourceVersion } = meta;
  return {
    kind: 'delete',
    id: IDS[kind],
    title: `${titleOf({ kind, meta })} deleted`,
    change: 'delete',
    cluster,
    target: { kind, namespace, name, uid, resourceVersion },
  };
}
