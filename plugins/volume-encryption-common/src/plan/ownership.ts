import { LABEL_MANAGED_BY, MANAGER } from '../contract/annotations';
import { VolumeEncryptionError } from '../contract/errors';
import type {
  KubernetesObject,
  Namespace,
  ObjectMeta,
} from '../kubernetes/objects';

/** The label of every object that we make. */
export const OUR_LABELS: Readonly<Record<string, string>> = {
  [LABEL_MANAGED_BY]: MANAGER,
};

/** Whether an object is there and was made by us. */
export function isOurs(object: { meta: ObjectMeta } | undefined): boolean {
  return object?.meta.labels[LABEL_MANAGED_BY] === MANAGER;
}

/**
 * Throws `not-ours` for an object that somebody else made, and `conflict` for
 * one that is being deleted; it is never touched in either case. An object that
 * is not there is no obstacle.
 */
export function requireOurs(existing: KubernetesObject | undefined): void {
  if (!existing) {
    return;
  }
  const what = titleOf(existing);
  if (!isOurs(existing)) {
    throw new VolumeEncryptionError(
      'not-ours',
      `${what} exists and was not made by this portal, so it is left as it is. Choose another name or namespace; if the portal shall have it, label it ${LABEL_MANAGED_BY}=${MANAGER}.`,
    );
  }
  if (existing.meta.deletedAt) {
    throw new VolumeEncryptionError(
      'conflict',
      `${what} is being deleted. Try again when it is gone.`,
    );
  }
}

/** The namespace, or throws `not-found`, or `conflict` when it is ending. */
export function requireNamespace(
  namespace: Namespace | undefined,
  name: string,
): Namespace {
  if (!namespace) {
    throw new VolumeEncryptionError(
      'not-found',
      `This cluster has no namespace "${name}". Create it first, or choose one that exists.`,
      { field: 'namespace' },
    );
  }
  if (namespace.meta.deletedAt) {
    throw new VolumeEncryptionError(
      'conflict',
      `The namespace "${name}" is being deleted. Choose another one.`,
      { field: 'namespace' },
    );
  }
  return namespace;
}

/** An object by kind, namespace and name, as in the titles of steps. */
export function titleOf({
  kind,
  meta,
}: Pick<KubernetesObject, 'kind' | 'meta'>): string {
  return `${kind} ${meta.namespace ? `${meta.namespace}/` : ''}${meta.name}`;
}
