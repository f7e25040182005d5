import { PLATFORM_SIGNAL_CHANNEL } from 'backstage-plugin-volume-encryption-common';
import { useAnswer, type Question } from '../asking';
import { useRevisions, type Kept } from '../loading';

/** An answer that rests on the survey of all volumes, kept current by signals. */
export function useLiveAnswer<T extends { revision: number }>(
  question: Question<T>,
): Kept<T> {
  const kept = useAnswer(question);
  useRevisions(kept, PLATFORM_SIGNAL_CHANNEL);
  return kept;
}
