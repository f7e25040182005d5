import type { VolumeView } from 'backstage-plugin-volume-encryption-common';

/** What names a volume. */
export type VolumeName = Pick<VolumeView, 'cluster' | 'namespace' | 'claim'>;

/** `<cluster>/<namespace>/<claim>`: names a volume in a link. */
export function volumeKey(volume: VolumeName): string {
  return `${volume.cluster}/${volume.namespace}/${volume.claim}`;
}

/** What a key in a link names; undefined when it is no such key. */
export function parseVolumeKey(key: string): VolumeName | undefined {
  const parts = key.split('/');
  const [cluster, namespace, claim] = parts;
  // In a path, dots would lead to something else.
  const isNamed = parts.every(part => !['', '.', '..'].includes(part));
  return parts.length === 3 && isNamed
    ? { cluster, namespace, claim }
    : undefined;
}
