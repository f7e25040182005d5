/**
 * Annotations and labels on Kubernetes objects and catalog entities.
 */

/**
 * On a Namespace, set by the platform: entity ref of the owner it serves.
 *
 * @public
 */
export const ANNOTATION_OWNER = 'volume-encryption.backstage.io/owner';

/**
 * On every object this product creates; its absence means "not ours".
 *
 * @public
 */
export const LABEL_MANAGED_BY = 'app.kubernetes.io/managed-by';
/**
 * The value of {@link LABEL_MANAGED_BY} and the field manager of our applies.
 *
 * @public
 */
export const MANAGER = 'backstage-volume-encryption';

/**
 * On the claim, Job and pod of a smoke test: the id of its run.
 *
 * @public
 */
export const LABEL_TEST_RUN = 'volume-encryption.backstage.io/test-run';

/**
 * On the Namespace of an OpenShift project: its title, what it is for, and the user
 * who asked for it (openshift/api annotations/annotations.go and
 * project/v1/types.go). They tell of a namespace and grant nothing: whoever may
 * edit a project writes the first two.
 *
 * @public
 */
export const ANNOTATION_PROJECT_DISPLAY_NAME = 'openshift.io/display-name';
/** See {@link ANNOTATION_PROJECT_DISPLAY_NAME}. @public */
export const ANNOTATION_PROJECT_DESCRIPTION = 'openshift.io/description';
/** See {@link ANNOTATION_PROJECT_DISPLAY_NAME}. @public */
export const ANNOTATION_PROJECT_REQUESTER = 'openshift.io/requester';

/** On a claim or pod: the entity's Kubernetes id. @public */
export const LABEL_KUBERNETES_ID = 'backstage.io/kubernetes-id';
/**
 * On an entity: its Kubernetes id, as the Kubernetes plugin reads it.
 *
 * @public
 */
export const ANNOTATION_KUBERNETES_ID = 'backstage.io/kubernetes-id';
/**
 * On an entity: a label selector, as the Kubernetes plugin reads it.
 *
 * @public
 */
export const ANNOTATION_KUBERNETES_LABEL_SELECTOR =
  'backstage.io/kubernetes-label-selector';
/** On an entity: narrows its volumes to one namespace. @public */
export const ANNOTATION_KUBERNETES_NAMESPACE =
  'backstage.io/kubernetes-namespace';
/** On an entity: narrows its volumes to one cluster. @public */
export const ANNOTATION_KUBERNETES_CLUSTER = 'backstage.io/kubernetes-cluster';

/**
 * On an entity of ours: the id of what it stands for, such as `kms/vault`, as
 * `GET /catalog-facts` has it.
 *
 * @public
 */
export const ANNOTATION_CATALOG_FACT = 'volume-encryption.backstage.io/fact';

/**
 * On a claim, its namespace or its StorageClass: when csi-addons changes the
 * key, as cron has it (csi-addons internal/controller/utils/annotations.go).
 *
 * @public
 */
export const ANNOTATION_KEY_ROTATION_SCHEDULE =
  'keyrotation.csiaddons.openshift.io/schedule';
/** Beside the schedule; `false` switches it off. @public */
export const ANNOTATION_KEY_ROTATION_ENABLE =
  'keyrotation.csiaddons.openshift.io/enable';
/** On a claim: the EncryptionKeyRotationCronJob made for it. @public */
export const ANNOTATION_KEY_ROTATION_CRON_JOB =
  'keyrotation.csiaddons.openshift.io/cronjob';
/**
 * On that: `managed`, or `unmanaged` when csi-addons shall not change it.
 *
 * @public
 */
export const ANNOTATION_CSI_ADDONS_STATE = 'csiaddons.openshift.io/state';

/**
 * On a StorageClass: `true` makes it the default of its cluster (Kubernetes
 * `pkg/volume/util/storageclass.go`).
 *
 * @public
 */
export const ANNOTATION_DEFAULT_CLASS =
  'storageclass.kubernetes.io/is-default-class';
/** Its former name, which counts as well (same source). @public */
export const ANNOTATION_DEFAULT_CLASS_BETA =
  'storageclass.beta.kubernetes.io/is-default-class';
