import {
  LABEL_MANAGED_BY,
  MANAGER,
  type KubernetesObject,
} from 'backstage-plugin-volume-encryption-common';

/** Whether the portal made the object. */
export function isOurs(
  object: Pick<KubernetesObject, 'meta'> | undefined,
): boolean {
  return object?.meta.labels[LABEL_MANAGED_BY] === MANAGER;
}
