import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { volumeEncryptionApiRef, type VolumeEncryptionApi } from '../api';
import { staysInView, useKept, type Kept } from '../loading';

/** One question to the backend, as data, so that an equal one is the same. */
export interface Question<T> {
  /** What is read of; what was known of another is forgotten at once. */
  about: string;
  /** The rest of the question, such as the page; another one keeps the answer. */
  part?: string;
  ask: (api: VolumeEncryptionApi, signal: AbortSignal) => Promise<T>;
}

/**
 * Asks at once, and again on `reload` or when `about` or `part` is another.
 * The newest `ask` counts for those two, so it may be made anew at each call.
 */
export function useAnswer<T>({ about, part, ask }: Question<T>): Kept<T> {
  const api = useApi(volumeEncryptionApiRef);
  const load = useCallback(
    (signal: AbortSignal) => ask(api, signal),
    // `ask` is made of nothing else than what `about` and `part` say.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, about, part],
  );
  return useKept(load, { about, keepsOn: staysInView });
}
