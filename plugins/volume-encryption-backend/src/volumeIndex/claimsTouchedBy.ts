import type {
  KubernetesObject,
  PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from './ClusterSnapshot';
import { claimsOfClass } from './lookUp';
import { find, inNamespace } from './Table';

/** Claims whose judgement may have changed; `all` of the cluster, or by key. */
export type TouchedClaims = 'all' | ReadonlySet<string>;

/** The claims that are touched by one change or the other. */
export function allTouched(
  one: TouchedClaims,
  other: TouchedClaims,
): TouchedClaims {
  if (one === 'all' || other === 'all') return 'all';
  return new Set([...one, ...other]);
}

/** The key of a claim within its cluster, `<namespace>/<name>`. */
export function claimKey(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

/** The claims whose judgement may change when the object does. */
export function claimsTouchedBy(
  object: KubernetesObject,
  snapshot: ClusterSnapshot,
): TouchedClaims {
  const { namespace, name } = object.meta;
  switch (object.kind) {
    case 'PersistentVolumeClaim':
      return new Set([claimKey(namespace, name)]);
    case 'PersistentVolume':
      return object.claim
        ? new Set([claimKey(object.claim.namespace, object.claim.name)])
        : new Set();
    case 'Pod':
      return new Set(object.claimNames.map(it => claimKey(namespace, it)));
    case 'Event':
      return claimsOfEvent(object.about, snapshot);
    case 'StorageClass':
      return keysOf(claimsOfClass(snapshot, name));
    case 'ConfigMap':
      return namespace === snapshot.csiNamespace
        ? 'all'
        : keysOf(claimsIn(snapshot, namespace));
    case 'Namespace':
      return keysOf(claimsIn(snapshot, name));
    default:
      return keysOf(claimsIn(snapshot, namespace));
  }
}

function claimsOfEvent(
  about: { kind: string; namespace: string; name: string },
  snapshot: ClusterSnapshot,
): TouchedClaims {
  const { kind, namespace, name } = about;
  if (kind === 'PersistentVolumeClaim') {
    return new Set([claimKey(namespace, name)]);
  }
  const { Pod: pods, PersistentVolume: volumes } = snapshot.tables;
  const subject =
    kind === 'Pod' ? find(pods, name, namespace) : find(volumes, name);
  return subject ? claimsTouchedBy(subject, snapshot) : new Set();
}

function claimsIn({ tables }: ClusterSnapshot, namespace: string) {
  return inNamespace(tables.PersistentVolumeClaim, namespace);
}

function keysOf(claims: readonly PersistentVolumeClaim[]): TouchedClaims {
  return new Set(claims.map(({ meta }) => claimKey(meta.namespace, meta.name)));
}
