import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import { custodyStatus, protectionStatus, remountStatus } from '../status';
import { Answer } from './Answer';

/** The three separate answers about a volume. */
export function Answers({ volume }: { volume: VolumeView }) {
  const { protection, custody, remount } = volume;
  return (
    <>
      <Answer
        question="Is it encrypted?"
        status={protectionStatus(protection)}
        grade={protection.grade}
        reasons={protection.reasons}
      />
      <Answer
        question="Who holds the key?"
        status={custodyStatus(custody)}
        summary={custody.summary}
        reasons={custody.reasons}
      />
      <Answer
        question="Would it mount now?"
        status={remountStatus(remount)}
        reasons={remount.reasons}
      />
    </>
  );
}
