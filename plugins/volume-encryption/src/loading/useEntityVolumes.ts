import { useApi } from '@backstage/core-plugin-api';
import type {
  EntityVolumes,
  VolumePage,
} from 'backstage-plugin-volume-encryption-common';
import { useCallback } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { volumeEncryptionApiRef } from '../api';
import { staysInView } from './staysInView';
import { useKept, type Kept } from './useKept';
import { useRevisionSignal } from './useRevisionSignal';

const POLL_MS = 15_000;

/** With signals only ages move between changes, and a lost one is made good. */
const POLL_WITH_SIGNALS_MS = 60_000;

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
  const { value, loading, reload } = kept;

  const shown = value?.revision;
  const onRevision = useCallback(
    (revision: number) => {
      if (shown === undefined || revision > shown) reload();
    },
    [shown, reload],
  );
  const hasSignals = useRevisionSignal(value?.channel, onRevision);

  useInterval(
    () => {
      if (!loading && document.visibilityState !== 'hidden') reload();
    },
    hasSignals ? POLL_WITH_SIGNALS_MS : POLL_MS,
  );
  return kept;
}
