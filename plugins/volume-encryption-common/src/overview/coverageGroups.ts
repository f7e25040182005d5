import type { PlatformVolume } from '../contract/api';
import type { CountedAlike } from './countedVolumes';
import { ownerName } from './groupNames';
import { rememberedBytes } from './rememberedBytes';

/** The volumes of one owner on one cluster that are alike in what is counted. @public */
export interface CoverageGroup extends CountedAlike {
  cluster: string;
  /** As the filters name it. */
  owner: string;
}

/** The smallest counts from which coverage by cluster and by owner can be told. @public */
export function coverageGroups(
  volumes: readonly PlatformVolume[],
): CoverageGroup[] {
  const groups = new Map<string, CoverageGroup>();
  const bytesOf = rememberedBytes();
  for (const volume of volumes) {
    const { cluster, protection, state } = volume;
    const owner = ownerName(volume);
    const key = `${cluster}\n${owner}\n${protection}\n${state}`;
    let group = groups.get(key);
    if (!group) {
      group = { cluster, owner, protection, state, volumes: 0, bytes: 0 };
      groups.set(key, group);
    }
    group.volumes += 1;
    group.bytes += bytesOf(volume.size);
  }
  return [...groups.values()];
}
