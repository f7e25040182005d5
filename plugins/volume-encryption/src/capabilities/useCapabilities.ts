import type { Capabilities } from 'backstage-plugin-volume-encryption-common';
import { useAnswer } from '../asking';
import type { Kept } from '../loading';

/**
 * What the user may do.
 * @param entityRef - the entity that resource permissions are asked for
 */
export function useCapabilities(entityRef?: string): Kept<Capabilities> {
  return useAnswer({
    about: `capabilities ${entityRef ?? ''}`,
    ask: (api, signal) => api.getCapabilities(entityRef, signal),
  });
}

/** Whether a permission is among those granted; what is not known is not. */
export function allows(
  capabilities: Capabilities | undefined,
  permission: { name: string },
): boolean {
  return (
    capabilities?.items.some(
      item => item.allowed && item.permission === permission.name,
    ) ?? false
  );
}
