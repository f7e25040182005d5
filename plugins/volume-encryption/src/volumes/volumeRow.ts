import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import {
  custodyStatus,
  phaseStatus,
  protectionStatus,
  remountStatus,
  type Status,
} from '../status';
import { volumeKey } from './volumeKey';

/** A volume with its answers ready to be drawn, sorted and searched. */
export interface VolumeRow {
  id: string;
  volume: VolumeView;
  phase: Status;
  protection: Status;
  custody: Status;
  remount: Status;
}

/** The row of a volume. */
export function volumeRow(volume: VolumeView): VolumeRow {
  return {
    id: volumeKey(volume),
    volume,
    phase: phaseStatus(volume),
    protection: protectionStatus(volume.protection),
    custody: custodyStatus(volume.custody),
    remount: remountStatus(volume.remount),
  };
}
