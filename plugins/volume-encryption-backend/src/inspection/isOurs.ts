import {
  LABEL_MANAGED_BY,
  MANAGER,
  type ObjectMeta,
} from 'backstage-plugin-volume-encryption-common';

/** Whether the portal made the object. */
export function isOurs({ meta }: { meta: ObjectMeta }): boolean {
  return meta.labels[LABEL_MANAGED_BY] === MANAGER;
}
