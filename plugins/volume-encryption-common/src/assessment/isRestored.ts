import type { ObjectMeta } from '../kubernetes/objects';

/** True for what Velero wrote, whose times and class may be of another cluster. */
export function isRestored({ labels }: ObjectMeta): boolean {
  return Object.keys(labels).some(it => it.startsWith('velero.io/'));
}
