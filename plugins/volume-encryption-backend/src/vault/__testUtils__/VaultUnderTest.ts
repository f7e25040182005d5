import type { KmsAuth, KmsConfig } from '../../config/types';
import { createKms } from '../createKms';

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

/** A Vault at which ServiceAccounts of a cluster log in. */
export interface VaultWithCluster extends VaultUnderTest {
  kubernetes: { url: string; caFile?: string; adminToken: string };
  /** With the custodian's policy, and nothing else. */
  custodianToken: string;
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
    maxConnections: 16,
  };
}

/** The adapter with the rights of an administrator, and a token role of his. */
export function kmsOfRoot(vault: VaultUnderTest, tokenRole = 'csi-tenant') {
  const root = { method: 'token' as const, token: vault.rootToken };
  return createKms({ ...configFor(vault, root), tokenRole });
}
