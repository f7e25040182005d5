import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { createKms } from '../../vault/createKms';

/** A KMS of which only the name and the address count. */
export function vaultNamed(name: string, address: string): Kms {
  return createKms({
    name,
    address,
    otherAddresses: [],
    auth: { method: 'token', token: 'of-no-use' },
    mountPrefix: 'csi',
    tokenRole: 'csi-tenant',
    timeoutMs: 1_000,
    maxConnections: 1,
  });
}
