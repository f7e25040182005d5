import { useCallback, useEffect, useState } from 'react';

/** What is known now. An old value stays while, and when, reading again fails. */
export interface Kept<T> {
  value?: T;
  /** Why the newest reading failed. */
  error?: Error;
  loading: boolean;
  reload: () => void;
}

interface Answer<T> {
  load: unknown;
  turn: number;
  value?: T;
  error?: Error;
}

/**
 * Reads at once, again on `reload`, and keeps the last value meanwhile.
 * @param load - memoised; another function forgets what was known
 * @param keepsOn - whether an old value may stay in view after this error
 */
export function useKept<T>(
  load: (signal: AbortSignal) => Promise<T>,
  keepsOn: (error: Error) => boolean,
): Kept<T> {
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<Answer<T>>();
  const reload = useCallback(() => setTurn(last => last + 1), []);

  useEffect(() => {
    const controller = new AbortController();
    const settle = (next: (last?: Answer<T>) => Answer<T>) => {
      if (!controller.signal.aborted) setAnswer(next);
    };
    load(controller.signal).then(
      value => settle(() => ({ load, turn, value })),
      error =>
        settle(last => {
          const keeps = last?.load === load && keepsOn(error);
          return { load, turn, error, value: keeps ? last.value : undefined };
        }),
    );
    return () => controller.abort();
  }, [load, keepsOn, turn]);

  const current = answer?.load === load ? answer : undefined;
  return {
    value: current?.value,
    error: current?.error,
    loading: current?.turn !== turn,
    reload,
  };
}
