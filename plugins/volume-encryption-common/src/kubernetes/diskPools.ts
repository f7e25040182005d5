import type { ObjectMeta } from './objects';

/**
 * A pool of OpenEBS Mayastor (`diskpools.openebs.io`, mayastor-control-plane
 * `k8s/operators/src/pool/diskpool/crd/v1beta3.rs`), on whose disks replicas lie.
 *
 * @public
 */
export interface DiskPool {
  kind: 'DiskPool';
  meta: ObjectMeta;
  /**
   * `status.encrypted`, by the control plane and not by what is asked for
   * (`spec.encryptionConfig`). Absent while the pool is not reached.
   */
  encrypted?: boolean;
}
