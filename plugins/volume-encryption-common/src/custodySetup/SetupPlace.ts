import type { CustodyNames } from './CustodyNames';

/**
 * What the set-up is for: the tenants of one cluster in one KMS, which may keep
 * those of other clusters too.
 *
 * @public
 */
export interface SetupPlace {
  names: CustodyNames;
  /** Of the tenants. */
  cluster: string;
  /** All clusters of the portal. */
  clusters: readonly string[];
  /** It is known that no tenant has a token, so what is for tokens may lack. */
  withoutTokens?: boolean;
}

/**
 * Accessors of the auth mounts, which policies name; absent where not known.
 *
 * @public
 */
export interface SetupAccessors {
  kubernetes?: string;
  token?: string;
}

/** Stand for accessors that are not known, in the files of `deploy/vault` too. */
export const ACCESSOR_WORDS = {
  kubernetes: 'KUBERNETES_AUTH_ACCESSOR',
  token: 'TOKEN_AUTH_ACCESSOR',
};

/** As Ceph CSI names it unless told otherwise (`internal/kms/vault_sa.go`). */
export const TENANT_SERVICE_ACCOUNT = 'ceph-csi-vault-sa';

/** Of the credential that destroys keys. */
export const CUSTODIAN_POLICY = 'csi-custodian';
