/** What an administrator names for the tenants of one cluster on a Vault. */
export interface CustodyNames {
  /** Mount of the Kubernetes auth method, e.g. `kubernetes`. */
  authMount: string;
  /** Role of it that tenants' ServiceAccounts log in to. */
  role: string;
  /** ACL policy of that role. */
  policy: string;
}

/** The names in the files under `deploy/`: those of the first cluster on a Vault. */
export const USUAL_NAMES: CustodyNames = {
  authMount: 'kubernetes',
  role: 'csi-tenant',
  policy: 'csi-tenant-sa',
};
