import type { PersistentVolumeClaim } from 'backstage-plugin-volume-encryption-common';
import { claimKey } from '../volumeIndex';

const known = new WeakMap<
  readonly PersistentVolumeClaim[],
  ReadonlySet<string>
>();

/** The keys of claims, worked out once for a list that is asked about often. */
export function keysOf(
  claims: readonly PersistentVolumeClaim[],
): ReadonlySet<string> {
  const before = known.get(claims);
  if (before) return before;
  const keys = new Set(
    claims.map(({ meta }) => claimKey(meta.namespace, meta.name)),
  );
  known.set(claims, keys);
  return keys;
}
