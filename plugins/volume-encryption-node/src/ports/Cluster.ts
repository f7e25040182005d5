import type {
  Manifest,
  ObjectKind,
  ObjectOfKind,
  ObjectPatch,
  ObjectTarget,
  ProjectRequest,
} from 'backstage-plugin-volume-encryption-common';

/** What a watch tells; see {@link ClusterReader.watch}. @public */
export type WatchEvent<K extends ObjectKind> =
  | { type: 'replaced'; objects: ObjectOfKind<K>[] }
  | { type: 'changed'; object: ObjectOfKind<K> }
  | { type: 'deleted'; object: ObjectOfKind<K> }
  | { type: 'alive' }
  | { type: 'failed'; error: Error };

/**
 * Reads objects of one cluster. All calls can be aborted and have a deadline.
 *
 * @public
 */
export interface ClusterReader {
  /**
   * Every object of a kind, all pages; throws VolumeEncryptionError, `not-found`
   * when the cluster has no such kind (its CRD is not installed).
   */
  list<K extends ObjectKind>(
    kind: K,
    options: { namespace?: string; signal?: AbortSignal },
  ): Promise<ObjectOfKind<K>[]>;

  /** One object, or undefined when it is not there. */
  get<K extends ObjectKind>(
    kind: K,
    ref: { namespace?: string; name: string; signal?: AbortSignal },
  ): Promise<ObjectOfKind<K> | undefined>;

  /**
   * Lists, then follows changes until the signal aborts. Survives 410, silence
   * and lost connections by itself: a failure is told as `failed` and the watch
   * goes on with a delay; `replaced` comes after every new list; `alive` says
   * that the connection was heard of with nothing changed.
   */
  watch<K extends ObjectKind>(
    kind: K,
    options: { signal: AbortSignal },
  ): AsyncIterable<WatchEvent<K>>;
}

/** Writes objects of one cluster, as our field manager. @public */
export interface ClusterWriter {
  /**
   * Server-side apply without force: a field that another manager set to
   * another value is `conflict`.
   */
  apply(
    manifest: Manifest,
    options: { dryRun?: boolean; signal?: AbortSignal },
  ): Promise<'created' | 'updated' | 'unchanged'>;

  /**
   * Changes the fields that the patch names and no other, in one request, on
   * condition that the object is the one that was looked at (uid, and
   * resourceVersion where given). Throws `conflict` otherwise, `not-found`.
   */
  patch(
    target: ObjectTarget,
    patch: ObjectPatch,
    options: { dryRun?: boolean; signal?: AbortSignal },
  ): Promise<'updated' | 'unchanged'>;

  /**
   * Deletes one object, and what it owns in the background. `terminating`: it
   * goes when those who hold it (finalizers, a Pod's grace period) let go of
   * it. Throws `conflict` when it is not the object that was looked at.
   */
  delete(
    target: ObjectTarget,
    options: { dryRun?: boolean; signal?: AbortSignal },
  ): Promise<'deleted' | 'terminating' | 'absent'>;
}

/** One thing that can be done to one object of a cluster. @public */
export interface ClusterRight {
  verb: string;
  /** API group; empty for Kubernetes' own. */
  group: string;
  /** Plural name, as in RBAC. */
  resource: string;
  name?: string;
}

/** What the portal may do in one cluster, by the cluster's own word. @public */
export interface ClusterRights {
  /** Whether it may do this now (SelfSubjectAccessReview). */
  may(right: ClusterRight, options: { signal?: AbortSignal }): Promise<boolean>;
}

/** Asks OpenShift for projects, which are namespaces. @public */
export interface ProjectRequests {
  /** Whether the cluster takes such requests at all. */
  areServed(options: { signal?: AbortSignal }): Promise<boolean>;

  /** Throws `conflict` when there is a project of that name. */
  send(
    request: ProjectRequest,
    options: { signal?: AbortSignal },
  ): Promise<'created'>;
}

/** Which API server a cluster is reached at. @public */
export interface ApiServerIdentity {
  /** Its address, without a slash at the end. */
  address: string;
  /**
   * SHA-256 fingerprints of the authorities that the portal trusts for it; absent
   * where it trusts those of its host, or nobody.
   */
  authorities?: readonly string[];
}

/** One configured cluster. @public */
export interface Cluster {
  /** A DNS label, unique among the configured clusters. */
  readonly name: string;
  readonly reader: ClusterReader;
  readonly writer: ClusterWriter;
  /** Namespace of the Ceph CSI pods, where the KMS connections are. */
  readonly csiNamespace: string;
  /** Absent where nobody can tell beforehand. */
  readonly rights?: ClusterRights;
  /** Absent where there are none. */
  readonly projects?: ProjectRequests;
  /** Absent where nobody can tell. Asks nobody, but may read a file. */
  apiServer?(): Promise<ApiServerIdentity>;
}
