import { useCallback, useEffect, useState } from 'react';

/** What is known now. An old value stays while, and when, reading again fails. */
export interface Kept<T> {
  value?: T;
  /** Whether `value` answers the question before this one. */
  isFormer: boolean;
  /** Why the newest reading failed. */
  error?: Error;
  loading: boolean;
  reload: () => void;
}

interface Answer<T> {
  about: string;
  load: unknown;
  turn: number;
  value?: T;
  error?: Error;
}

/**
 * Reads at once, again on `reload`, and keeps the last value meanwhile.
 * @param load - memoised; another function is another question, whose answer
 *   takes the place of the former one
 * @param about - what is read of; what was known of another is forgotten at once
 * @param keepsOn - whether an old value may stay in view after this error
 */
export function useKept<T>(
  load: (signal: AbortSignal) => Promise<T>,
  { about, keepsOn }: { about: string; keepsOn: (error: Error) => boolean },
): Kept<T> {
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<Answer<T>>();
  const reload = useCallback(() => setTurn(last => last + 1), []);

  useEffect(() => {
    const controller = new AbortController();
    const question = { about, load, turn };
    const settle = (next: (last?: Answer<T>) => Answer<T>) => {
      if (!controller.signal.aborted) setAnswer(next);
    };
    load(controller.signal).then(
      value => settle(() => ({ ...question, value })),
      error =>
        settle(last => {
          const keeps = last?.load === load && keepsOn(error);
          return { ...question, error, value: keeps ? last.value : undefined };
        }),
    );
    return () => controller.abort();
  }, [load, about, keepsOn, turn]);

  const known = answer?.about === about ? answer : undefined;
  const isFormer = known?.load !== load;
  return {
    value: known?.value,
    isFormer: isFormer && known?.value !== undefined,
    error: isFormer ? undefined : known?.error,
    loading: isFormer || known?.turn !== turn,
    reload,
  };
}
