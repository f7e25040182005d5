import { useCallback } from 'react';
import useInterval from 'react-use/esm/useInterval';
import type { Kept } from './useKept';
import { useRevisionSignal } from './useRevisionSignal';

const POLL_MS = 15_000;

/** With signals only ages move between changes, and a lost one is made good. */
const POLL_WITH_SIGNALS_MS = 60_000;

/**
 * Reads again when a signal tells of a greater revision than the one in view, and
 * now and then by itself.
 * @param channel - undefined: not known yet
 */
export function useRevisions(
  { value, loading, reload }: Kept<{ revision: number }>,
  channel: string | undefined,
): void {
  const shown = value?.revision;
  const onRevision = useCallback(
    (revision: number) => {
      if (shown === undefined || revision > shown) reload();
    },
    [shown, reload],
  );
  const hasSignals = useRevisionSignal(channel, onRevision);
  useInterval(
    () => {
      if (!loading && document.visibilityState !== 'hidden') reload();
    },
    hasSignals ? POLL_WITH_SIGNALS_MS : POLL_MS,
  );
}
