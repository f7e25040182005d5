import { createHash } from 'node:crypto';
import { SIGNAL_CHANNEL_PREFIX } from 'backstage-plugin-volume-encryption-common';

/**
 * The channel of an entity's own. A hash, because whoever is signed in may
 * listen to any channel, and so would learn of entities he may not see.
 */
export function channelOf(entityRef: string): string {
  const hash = createHash('sha256').update(entityRef).digest('hex');
  return SIGNAL_CHANNEL_PREFIX + hash;
}
