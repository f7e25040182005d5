import { useApi } from '@backstage/core-plugin-api';
import type {
  EntityVolumes,
  VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { useCallback } from 'react';
import useUpdateEffect from 'react-use/esm/useUpdateEffect';
import { volumeEncryptionApiRef } from '../api';
import { staysInView } from './staysInView';
import { useKept, type Kept } from './useKept';

/** One volume that is not on the page which is known, read whenever that is. */
export function useEntityVolume(
  known: EntityVolumes,
  {
    cluster,
    namespace,
    claim,
  }: Pick<VolumeView, 'cluster' | 'namespace' | 'claim'>,
): Kept<VolumeView> {
  const api = useApi(volumeEncryptionApiRef);
  const { entityRef } = known;
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getEntityVolume(entityRef, { cluster, namespace, claim }, signal),
    [api, entityRef, cluster, namespace, claim],
  );
  const kept = useKept(load, {
    about: `${entityRef} ${cluster}/${namespace}/${claim}`,
    keepsOn: staysInView,
  });
  useUpdateEffect(kept.reload, [known]);
  return kept;
}
