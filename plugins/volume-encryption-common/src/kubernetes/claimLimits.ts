import type { ObjectMeta } from './objects';

/** What a namespace may use in all, and what of it is used. @public */
export interface ResourceQuota {
  kind: 'ResourceQuota';
  meta: ObjectMeta;
  /** Kubernetes quantities by the name of what is counted, such as `requests.storage`. */
  hard: Record<string, string>;
  /** As last counted; a name that is missing is not counted yet. */
  used: Record<string, string>;
  /** It counts only some objects (`scopes`, `scopeSelector`). */
  isScoped: boolean;
}

/** How small and how large each claim of a namespace may be. @public */
export interface LimitRange {
  kind: 'LimitRange';
  meta: ObjectMeta;
  /** Its limits of the type `PersistentVolumeClaim`; Kubernetes quantities. */
  claims: { min?: string; max?: string }[];
}
