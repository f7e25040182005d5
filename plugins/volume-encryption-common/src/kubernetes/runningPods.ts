import type { ObjectMeta } from './objects';

/** A Job (`batch/v1`), and how it ended. @public */
export interface Job {
  kind: 'Job';
  meta: ObjectMeta;
  /** Absent while it has not ended. */
  ended?: 'complete' | 'failed';
  /** Why it failed, as one word of Kubernetes, such as `DeadlineExceeded`. */
  reason?: string;
}

/** A node, as a place for pods. @public */
export interface ClusterNode {
  kind: 'Node';
  meta: ObjectMeta;
  /** Its kubelet says that it takes pods, and nobody has cordoned it. */
  takesPods: boolean;
}
