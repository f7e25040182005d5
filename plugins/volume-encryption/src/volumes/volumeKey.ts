import type { VolumeView } from 'backstage-plugin-volume-encryption-common';

/** `<cluster>/<namespace>/<claim>`: names a volume in a link. */
export function volumeKey(
  volume: Pick<VolumeView, 'cluster' | 'namespace' | 'claim'>,
): string {
  return `${volume.cluster}/${volume.namespace}/${volume.claim}`;
}
