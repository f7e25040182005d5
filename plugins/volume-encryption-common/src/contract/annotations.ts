/**
 * Annotations and labels on Kubernetes objects and catalog entities.
 */

/** On a Namespace, set by the platform: entity ref of the owner it serves. */
export const ANNOTATION_OWNER = 'volume-encryption.backstage.io/owner';

/** On every object this product creates; its absence means "not ours". */
export const LABEL_MANAGED_BY = 'app.kubernetes.io/managed-by';
/** The value of {@link LABEL_MANAGED_BY} and the field manager of our applies. */
export const MANAGER = 'backstage-volume-encryption';

/** On a claim or pod: the entity's Kubernetes id. */
export const LABEL_KUBERNETES_ID = 'backstage.io/kubernetes-id';
/** On an entity: its Kubernetes id, as the Kubernetes plugin reads it. */
export const ANNOTATION_KUBERNETES_ID = 'backstage.io/kubernetes-id';
/** On an entity: a label selector, as the Kubernetes plugin reads it. */
export const ANNOTATION_KUBERNETES_LABEL_SELECTOR =
  'backstage.io/kubernetes-label-selector';
/** On an entity: narrows its volumes to one namespace. */
export const ANNOTATION_KUBERNETES_NAMESPACE =
  'backstage.io/kubernetes-namespace';
/** On an entity: narrows its volumes to one cluster. */
export const ANNOTATION_KUBERNETES_CLUSTER = 'backstage.io/kubernetes-cluster';
