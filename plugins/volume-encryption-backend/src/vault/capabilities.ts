import type { Capabilities } from 'backstage-plugin-volume-encryption-node';
import type { VaultClient } from './VaultClient';

/** TODO(A) */
export function capabilitiesOf(_vault: VaultClient): Capabilities {
  return {
    own: () => Promise.reject(new Error('A')),
    ofAccessor: () => Promise.reject(new Error('A')),
  };
}
