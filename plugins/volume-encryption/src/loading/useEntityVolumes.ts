import { useApi } from '@backstage/core-plugin-api';
import type {
  EntityVolumes,
  VolumePage,
} from 'backstage-plugin-volume-encryption-common';
import { useCallback } from 'react';
import { volumeEncryptionApiRef } from '../api';
import { staysInView } from './staysInView';
import { useKept, type Kept } from './useKept';
import { useRevisions } from './useRevisions';

/**
 * A page of the volumes of an entity, kept current by signals, else by polling.
 * The page before stays until the other one has come.
 */
export function useEntityVolumes(
  entityRef: string,
  { limit, offset, search }: VolumePage,
): Kept<EntityVolumes> {
  const api = useApi(volumeEncryptionApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getEntityVolumes(entityRef, { limit, offset, search }, signal),
    [api, entityRef, limit, offset, search],
  );
  const kept = useKept(load, { about: entityRef, keepsOn: staysInView });
  useRevisions(kept, kept.value?.channel);
  return kept;
}
