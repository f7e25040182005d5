import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';

/**
 * A path of encoded segments, with a slash in front.
 *
 * Refuses an empty segment and the segments `.` and `..`: an URL with them is
 * the URL of something else.
 */
export function pathOf(...segments: string[]): string {
  return segments.map(segment => `/${encodeSegment(segment)}`).join('');
}

function encodeSegment(segment: string): string {
  if (segment === '' || segment === '.' || segment === '..') {
    throw new VolumeEncryptionError(
      'invalid-input',
      `"${segment}" is not a name. Give the name of something that exists.`,
    );
  }
  return encodeURIComponent(segment);
}
