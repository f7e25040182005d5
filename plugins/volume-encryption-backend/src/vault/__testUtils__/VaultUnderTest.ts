import type { KmsAuth, KmsConfig } from '../../config/types';

/**
 * A Vault that the contract is to be kept with: unsealed, with the policies and
 * roles of tenants of cluster `contract`, as an administrator sets them up.
 */
export interface VaultUnderTest {
  url: string;
  rootToken: string;
  /** With the portal's policy, and nothing else. */
  portalToken: string;
}

/** The portal's configuration of it, with the portal's own token unless told. */
export function configFor(
  { url, portalToken }: VaultUnderTest,
  auth: KmsAuth = { method: 'token', token: portalToken },
): KmsConfig {
  return {
    name: 'tested',
    address: url,
    otherAddresses: [],
    auth,
    mountPrefix: 'csi',
    tokenRole: 'csi-tenant',
    timeoutMs: 10_000,
  };
}
