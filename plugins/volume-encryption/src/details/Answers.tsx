import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import {
  clusterWideStatus,
  custodyStatus,
  inFlightStatus,
  protectionStatus,
  remountStatus,
} from '../status';
import { Answer } from './Answer';

/** The separate answers about a volume; none of them is part of another. */
export function Answers({ volume }: { volume: VolumeView }) {
  const { protection, custody, inFlight, clusterWide, remount } = volume;
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
        question="Is it encrypted on the wire?"
        status={inFlightStatus(inFlight)}
        reasons={inFlight.reasons}
      />
      <Answer
        question="Are the disks below encrypted?"
        status={clusterWideStatus(clusterWide)}
        reasons={clusterWide.reasons}
      />
      <Answer
        question="Would it mount now?"
        status={remountStatus(remount)}
        reasons={remount.reasons}
      />
    </>
  );
}
