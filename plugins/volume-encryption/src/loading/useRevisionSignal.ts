import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { VolumesChangedSignal } from 'backstage-plugin-volume-encryption-common';
import { useEffect } from 'react';

/**
 * Listens on a channel for revisions. `useSignal` cannot wait for a channel
 * that is not known yet, so this subscribes itself.
 * @param channel - undefined: not known yet
 * @param onRevision - memoised; gets every revision that is told of
 * @returns whether the app has signals at all
 */
export function useRevisionSignal(
  channel: string | undefined,
  onRevision: (revision: number) => void,
): boolean {
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => {
    if (!signals || channel === undefined) return undefined;
    const subscription = signals.subscribe<VolumesChangedSignal>(
      channel,
      ({ revision }) => onRevision(revision),
    );
    return () => subscription.unsubscribe();
  }, [signals, channel, onRevision]);
  return signals !== undefined;
}
