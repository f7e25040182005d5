/** A tenant that a test leads through its life. */
export interface TenantLife {
  custody: 'vaulttenantsa' | 'vaulttokens';
  namespace: string;
  kmsId: string;
  storageClass: string;
}

/** By its ServiceAccount. */
export const byAccount: TenantLife = {
  custody: 'vaulttenantsa',
  namespace: 'life-account',
  kmsId: 'vault-tenant-sa',
  storageClass: 'ceph-rbd-encrypted',
};

/** By a token Secret in its namespace. */
export const byToken: TenantLife = {
  custody: 'vaulttokens',
  namespace: 'life-token',
  kmsId: 'vault-tokens',
  storageClass: 'ceph-rbd-encrypted-tokens',
};
