import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { volumeEncryptionApiRef } from '../api';
import type { Choices, ChoiceSource } from './ChoiceSource';

/** Where a field is on its way to its choices. */
export type ChoicesState<T> =
  | { step: 'waiting' }
  | { step: 'loading' }
  | { step: 'failed'; error: Error; retry: () => void }
  | { step: 'ready'; offered: Choices<T> };

/** Loads a field's choices, and again when what they depend on changes. */
export function useChoices<T, Scope>(
  source: ChoiceSource<T, Scope>,
  scope: Scope | undefined,
): ChoicesState<T> {
  const api = useApi(volumeEncryptionApiRef);
  const { value, error, loading, retry } = useAsyncRetry(
    async () => (scope === undefined ? undefined : source.load(api, scope)),
    [api, source, JSON.stringify(scope)],
  );
  if (scope === undefined) return { step: 'waiting' };
  if (loading) return { step: 'loading' };
  if (error) return { step: 'failed', error, retry };
  return value ? { step: 'ready', offered: value } : { step: 'loading' };
}
