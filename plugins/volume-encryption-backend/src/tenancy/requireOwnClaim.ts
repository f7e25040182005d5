import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  VolumeEncryptionError,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import { find, type ClusterSnapshot } from '../volumeIndex';
import { entityClaims } from './entityClaims';
import { Withheld } from './Withheld';

/** A claim that is the entity's; throws `not-found`, said alike of another's and of none. */
export function requireOwnClaim(
  entity: Entity,
  { namespace, claim: name }: { namespace: string; claim: string },
  snapshot: ClusterSnapshot,
): PersistentVolumeClaim {
  const claim = entityClaims(entity, snapshot).find(
    ({ meta }) => meta.namespace === namespace && meta.name === name,
  );
  if (claim) return claim;
  const message = `"${stringifyEntityRef(entity)}" has no claim "${name}" in namespace "${namespace}" of cluster "${snapshot.cluster}".`;
  throw find(snapshot.tables.PersistentVolumeClaim, name, namespace)
    ? new Withheld(message, { field: 'claim' })
    : new VolumeEncryptionError('not-found', message, { field: 'claim' });
}
