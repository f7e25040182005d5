import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import {
  custodyStatus,
  phaseStatus,
  protectionStatus,
  remountStatus,
  type Status,
} from '../status';
import { volumeKey } from './volumeKey';

/** A volume with its answers ready to be drawn and sorted. */
export interface VolumeRow {
  id: string;
  /** The address that opens its details. */
  link: string;
  volume: VolumeView;
  phase: Status;
  protection: Status;
  custody: Status;
  remount: Status;
}

/**
 * The row of a volume.
 * @param linkTo - the address that opens a volume, by its key
 */
export function volumeRow(
  volume: VolumeView,
  linkTo: (key: string) => string,
): VolumeRow {
  const id = volumeKey(volume);
  return {
    id,
    link: linkTo(id),
    volume,
    phase: phaseStatus(volume),
    protection: protectionStatus(volume.protection),
    custody: custodyStatus(volume.custody),
    remount: remountStatus(volume.remount),
  };
}
