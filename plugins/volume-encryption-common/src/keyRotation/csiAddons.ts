/**
 * Where csi-addons' configuration is looked for beside the namespace of Ceph
 * CSI: that of its operator (csi-addons deploy/controller/csi-addons-config.yaml).
 *
 * @public
 */
export const CSI_ADDONS_NAMESPACE = 'csi-addons-system';

/** Name of that ConfigMap (csi-addons internal/util/config.go). @public */
export const CSI_ADDONS_CONFIG_MAP = 'csi-addons-config';

/** `storageclass`: no other annotations count (csi-addons docs/csi-addons-config.md). */
export const PRECEDENCE_KEY = 'schedule-precedence';
export const CLASS_ONLY = 'storageclass';

/** What it uses for a schedule that it cannot read (csi-addons docs/encryptionkeyrotation.md). */
export const FALLBACK_SCHEDULE = '@weekly';

/** What to do on a cluster that lacks it. */
export const HOW_TO_INSTALL =
  'Install csi-addons (github.com/csi-addons/kubernetes-csi-addons): its CRDs and controller, and the sidecar in the pods of Ceph CSI.';
