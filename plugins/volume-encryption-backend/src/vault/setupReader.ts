import type { CustodySetupReader } from 'backstage-plugin-volume-encryption-node';
import type { VaultClient } from './VaultClient';

/** TODO(A) */
export function setupReader(_vault: VaultClient): CustodySetupReader {
  const todo = () => Promise.reject(new Error('A'));
  return {
    readPolicy: todo,
    authMounts: todo,
    readAuthRole: todo,
    readAuthConfig: todo,
    readTokenRole: todo,
  };
}
