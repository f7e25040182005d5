import { useApi } from '@backstage/core-plugin-api';
import type { EntityVolumes } from 'backstage-plugin-volume-encryption-common';
import { useCallback } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { volumeEncryptionApiRef } from '../api';
import { isDenied } from '../problems';
import { useKept, type Kept } from './useKept';
import { useRevisionSignal } from './useRevisionSignal';

const POLL_MS = 15_000;

/** With signals only ages move between changes, and a lost one is made good. */
const POLL_WITH_SIGNALS_MS = 60_000;

/** The volumes of an entity, kept current by signals, else by polling. */
export function useEntityVolumes(entityRef: string): Kept<EntityVolumes> {
  const api = useApi(volumeEncryptionApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getEntityVolumes(entityRef, signal),
    [api, entityRef],
  );
  const kept = useKept(load, staysInView);
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

/** Who may not see the volumes any more does not see the old rows either. */
function staysInView(error: Error): boolean {
  return !isDenied(error);
}
